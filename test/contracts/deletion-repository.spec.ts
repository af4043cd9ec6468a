import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { DeletionQuery } from '../../src/ports/deletion-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { nextId, noon, seanceRecord, spaceId } from '../support/seance-records.js';

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
    await work().write(async ({ seances }) => {
      await seances.insert(records);
      const ids = records.map(({ seance }) => seance.id);
      await seances.markDeleted(ids, at, 'trainer1', deletionId);
    });
    return { deletionId, ids: records.map(({ seance }) => seance.id) };
  };

  afterEach(() => database.knex('seance').delete());

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
    await work().write(({ seances }) => seances.markRestored(ids.slice(0, 1), later));

    expect((await list()).items[0]).to.include({ id: deletionId, count: 1 });
    expect(await seanceIds(deletionId)).to.deep.equal(ids.slice(1));
    expect(await seanceIds(deletionId, 'other')).to.deep.equal([]);
    await work().write(({ seances }) => seances.markRestored(ids, later));
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
