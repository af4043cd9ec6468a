import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Seance } from '../../src/domain/seance/seance.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { DeletionQuery } from '../../src/ports/deletion-repository.js';
import type { SeanceRecord } from '../../src/ports/seance-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { enrolmentIn } from '../support/enrolments.js';
import { nextId, noon, seanceQuery, seanceRecord, spaceId } from '../support/seance-records.js';

const later = '2026-11-24T12:00:00Z' as Instant;

onEveryDatabase('DeletionRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const list = (parts: Partial<DeletionQuery> = {}) =>
    work().read(({ deletions }) =>
      deletions.list({ spaceId, since: noon, seancesEach: 10, page: 1, size: 10, ...parts }),
    );
  const seanceIds = (id: string, space = spaceId) =>
    work().read(({ deletions }) => deletions.seanceIds(space, id));
  /** Deletes new séances, which start on these days, at once; in the order of their starts. */
  const deleted = async (at: Instant, days: readonly string[], parts: { readonly spaceId?: string } = {}) => {
    const deletionId = nextId();
    const records = days.map((date) => seanceRecord({ ...parts, start: `${date}T09:00` }));
    await work().write(async ({ deletions, seances }) => {
      await seances.insert(records);
      const ids = records.map(({ seance }) => seance.id);
      await deletions.markDeleted(ids, at, 'trainer1', deletionId);
    });
    return { deletionId, ids: records.map(({ seance }) => seance.id) };
  };

  const there = () =>
    work().read(async ({ seances }) => (await seances.list(seanceQuery())).items.map(({ seance }) => seance));
  const locked = (ids: readonly string[], space = spaceId) =>
    work().write(({ deletions }) => deletions.lockDeleted(space, ids));
  const inserted = async (...records: readonly SeanceRecord[]) => {
    await work().write(({ seances }) => seances.insert(records));
    return records.map(({ seance }) => seance);
  };

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_enrolment']) await database.knex(table).delete();
  });

  it('hides what is deleted from those who ask for séances, with a new version, until it is restored', async () => {
    const [one, other] = await inserted(seanceRecord(), seanceRecord());
    const ids = [one!.id];
    await work().write(({ deletions }) => deletions.markDeleted(ids, later, 'trainer2', nextId()));

    expect(await there()).to.deep.equal([other]);
    expect(await work().write(({ seances }) => seances.lock(spaceId, ids))).to.deep.equal([]);
    const gone = [{ ...one, version: 2, deletedAt: later, updatedAt: later }];
    expect(await locked([one!.id, other!.id])).to.deep.equal(gone);
    expect(
      await work().read(({ deletions }) => deletions.findDeleted(spaceId, [one!.id, other!.id])),
    ).to.deep.equal(gone);

    await work().write(({ deletions }) => deletions.markRestored(ids, noon));
    expect(await there()).to.deep.include({ ...one, version: 3, updatedAt: noon });
    expect(await locked(ids)).to.deep.equal([]);
  });

  it('locks and finds those of the space alone, in the order of their ids, with their trainers', async () => {
    const trainers = ['b', 'a'].map((id) => ({ id, name: id.toUpperCase() }));
    const gone = { deletedAt: noon };
    const seances = await inserted(
      seanceRecord({ ...gone, trainers, start: '2026-12-09T09:00' }),
      seanceRecord({ ...gone, start: '2026-12-01T09:00' }),
      seanceRecord({ ...gone, spaceId: 'other' }),
    );
    const ids = [...seances.map(({ id }) => id), nextId()].reverse();

    expect(await locked(ids)).to.deep.equal(seances.slice(0, 2));
    const found = await work().read(({ deletions }) => deletions.findDeleted(spaceId, ids));
    expect(found).to.have.deep.members(seances.slice(0, 2));
  });

  it('has the deleted of one series follow its split that start then or later, as they are', async () => {
    const of = (seriesId: string | null, day: number, parts: Partial<Seance> = {}) =>
      seanceRecord({ seriesId, start: `2026-12-0${day}T09:00`, deletedAt: noon, ...parts });
    const records = [
      ...[of('series', 1), of('series', 2), of('series', 3), of('series', 3, { deletedAt: null })],
      ...[of('other', 3), of(null, 3), of('series', 3, { spaceId: 'other' })],
    ];
    const before = await inserted(...records);
    const from = before[1]!.startsAt;
    await work().write(({ deletions }) =>
      deletions.followSplit({ spaceId, seriesId: 'series', newSeriesId: 'new', from }),
    );

    const rows = await database.knex('seance').select('id', 'series_id', 'version').orderBy('id');
    expect(rows).to.deep.equal(
      before.map(({ id, seriesId }, index) => ({
        ...{ id, version: 1 },
        series_id: index === 1 || index === 2 ? 'new' : seriesId,
      })),
    );
  });

  it('marks, finds and restores 2,500 at once', async () => {
    const ids = (await inserted(...Array.from({ length: 2_500 }, () => seanceRecord()))).map(({ id }) => id);
    await work().write(({ deletions }) => deletions.markDeleted(ids, later, 'trainer1', nextId()));

    expect(await there()).to.have.length(0);
    const found = await work().read(({ deletions }) => deletions.findDeleted(spaceId, ids));
    expect(found).to.have.length(2_500);
    await work().write(({ deletions }) => deletions.markRestored(ids, later));
    expect(await there()).to.have.length(2_500);
  });

  it('purges séances with their trainers and enrolments, and nothing of others', async () => {
    const trainers = [{ id: 't', name: 'T' }];
    const [gone, kept] = await inserted(seanceRecord({ trainers }), seanceRecord({ trainers }));
    await work().write(({ enrolments }) =>
      enrolments.insert([enrolmentIn(gone!, 'learner1', 1), enrolmentIn(kept!, 'learner1', 1)]),
    );
    await work().write(({ deletions }) => deletions.purge([gone!.id, nextId()]));

    expect(await there()).to.deep.equal([kept]);
    for (const table of ['seance_trainer', 'seance_enrolment'])
      expect(await database.knex(table).pluck('seance_id'), table).to.deep.equal([kept!.id]);
  });

  it('has what was deleted at once as one, the latest first, with the séances that start first', async () => {
    const [second, third, first] = ['2026-12-02', '2026-12-03', '2026-12-01'];
    const old = await deleted(noon, [second, third, first].map(String));
    const recent = await deleted(later, ['2026-12-09']);
    const { items, total } = await list({ seancesEach: 2 });

    expect(total).to.equal(2);
    expect(items.map(({ id, at, count }) => ({ id, at, count }))).to.deep.equal([
      { id: recent.deletionId, at: later, count: 1 },
      { id: old.deletionId, at: noon, count: 3 },
    ]);
    expect(items[1]?.seances.map(({ id }) => id)).to.deep.equal([old.ids[2], old.ids[0]]);
  });

  it('leaves out what was deleted before, what is in other spaces, and what is there', async () => {
    await deleted(noon, ['2026-12-01']);
    await deleted(later, ['2026-12-01'], { spaceId: 'other' });
    await work().write(({ seances }) => seances.insert([seanceRecord()]));

    expect((await list()).total).to.equal(1);
    expect(await list({ since: later })).to.deep.equal({ items: [], total: 0 });
  });

  it('counts what is left of a deletion, until nothing is', async () => {
    const { deletionId, ids } = await deleted(noon, ['2026-12-01', '2026-12-02']);
    await work().write(({ deletions }) => deletions.markRestored(ids.slice(0, 1), later));

    expect((await list()).items[0]).to.include({ id: deletionId, count: 1 });
    expect(await seanceIds(deletionId)).to.deep.equal(ids.slice(1));
    expect(await seanceIds(deletionId, 'other')).to.deep.equal([]);
    await work().write(({ deletions }) => deletions.markRestored(ids, later));
    expect(await list()).to.deep.equal({ items: [], total: 0 });
    expect(await seanceIds(deletionId)).to.deep.equal([]);
  });

  it('has as many on a page as are asked for', async () => {
    for (const day of ['01', '02', '03']) await deleted(noon, [`2026-12-${day}`]);
    const [first, second] = [await list({ size: 2 }), await list({ size: 2, page: 2 })];

    expect([first.total, first.items.length, second.items.length]).to.deep.equal([3, 2, 1]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).to.equal(3);
  });
});
