import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Enrolment, EnrolmentStatus } from '../../src/domain/enrolment/enrolment.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { FeedQuery } from '../../src/ports/feed-entry-repository.js';
import type { SeanceRecord } from '../../src/ports/seance-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { nextId, noon, place, type RecordParts, seanceRecord } from '../support/seance-records.js';

function enrolmentIn(record: SeanceRecord | undefined, userId: string, status: EnrolmentStatus): Enrolment {
  const { id: seanceId = '', spaceId = '', sessionId = '' } = record?.seance ?? {};
  const learner = { id: userId, name: userId, firstName: '', lastName: userId };
  return {
    ...{ id: nextId(), seanceId, spaceId, sessionId, learner, status, turn: 1, source: 'staff' },
    ...{ insteadOf: null, requestedAt: noon, enrolledAt: status === 'enrolled' ? noon : null },
  };
}

onEveryDatabase('FeedEntryRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const glances = (parts: Partial<FeedQuery> = {}) => {
    const query = { userId: 'nobody', learnsIn: [], endingAfter: '' as Instant, limit: 100, ...parts };
    return work().read(({ feedEntries }) => feedEntries.ofUser(query));
  };
  const entries = (ids: readonly string[]) => work().read(({ feedEntries }) => feedEntries.entries(ids));
  const names = async (parts: Partial<FeedQuery> = {}) => {
    const ids = (await glances(parts)).map(({ seanceId }) => seanceId);
    const nameOf = new Map((await entries(ids)).map(({ seance }) => [seance.id, seance.name]));
    return ids.map((id) => nameOf.get(id));
  };
  const add = async (...parts: readonly RecordParts[]) => {
    const records = parts.map((one) => seanceRecord(one));
    await work().write(({ seances }) => seances.insert(records));
    return records;
  };
  const here = { spaceId: 'demo', sessionId: 'demo-2026' };

  beforeEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_enrolment']) await database.knex(table).delete();
  });

  it('has the automatic séances of the sessions in which somebody learns, in those spaces alone', async () => {
    const automatic = { enrolmentMode: 'automatic' } as const;
    await add(
      { ...automatic, name: 'mine' },
      { name: 'manual' },
      { ...automatic, name: 'other session', sessionId: 'other' },
      { ...automatic, name: 'other space', spaceId: 'other' },
    );

    expect(await names({ learnsIn: [here] })).to.deep.equal(['mine']);
    expect(
      await names({ learnsIn: [here, { ...here, spaceId: 'other' }, { ...here, sessionId: 'none' }] }),
    ).to.have.members(['mine', 'other space']);
    expect(await names()).to.deep.equal([]);
  });

  it('has what somebody teaches, in whatever space and mode, with all its trainers in their order', async () => {
    const trainers = ['t2', 't1'].map((id) => ({ id, name: `É ${id}` }));
    const location = place(nextId(), 'Salle É', { city: 'Namur' });
    await work().write(({ locations }) => locations.saveOwn('', location));
    const [taught] = await add(
      { name: 'taught', trainers, spaceId: 'other', location },
      { name: 'by another', trainers: trainers.slice(0, 1) },
    );
    const found = await glances({ userId: 't1' });
    const { id: seanceId = '', spaceId, sessionId } = taught?.seance ?? {};
    const [entry] = await entries([seanceId]);

    expect(entry).to.deep.include({ seance: taught?.seance, location });
    expect(found).to.deep.equal([{ seanceId, spaceId, sessionId, state: entry?.state }]);
  });

  it('has another state when something changes that a calendar shows, and the same when nothing does', async () => {
    const location = place(nextId(), 'Salle');
    const trainers = [
      { id: 't0', name: 'Bea' },
      { id: 't1', name: 'Ada' },
    ];
    await work().write(({ locations }) => locations.saveOwn('', location));
    const [one] = await add({ name: 'one', trainers, location });
    const id = one?.seance.id ?? '';
    const state = async () => {
      const [glance] = await glances({ userId: 't1' });
      const [entry] = await entries([id]);
      expect(glance?.state).to.be.a('string').and.to.equal(entry?.state);
      return glance?.state;
    };
    const states = [await state()];
    expect(await state()).to.equal(states[0]);

    await database.knex('seance').where({ id }).update({ enrolled_count: 3 });
    expect(await state()).to.equal(states[0]);
    for (const change of [
      () => work().write(({ locations }) => locations.saveOwn('', { ...location, city: 'Namur' })),
      () => database.knex('seance_trainer').where({ seance_id: id }).update({ name: 'Eva' }),
      () => database.knex('seance_trainer').where({ seance_id: id, user_id: 't0' }).delete(),
      () => database.knex('seance').where({ id }).update({ ends_at: '2026-12-01T10:30:00Z' }),
      () => database.knex('seance').where({ id }).update({ version: 2 }),
      () => work().write(({ platformSeances }) => platformSeances.touchEntries([id], noon)),
      () => database.knex('seance').where({ id }).update({ comment_count: 1 }),
      () => database.knex('seance').where({ id }).update({ location_id: null }),
    ]) {
      await change();
      states.push(await state());
    }
    expect(new Set(states).size).to.equal(9);
  });

  it('has what somebody has a place in, in whatever space, and not what they wait for', async () => {
    const [mine, waited, anothers] = await add(
      { name: 'mine', spaceId: 'other', enrolmentMode: 'public' },
      { name: 'waited for', enrolmentMode: 'public' },
      { name: 'of another', enrolmentMode: 'manual' },
    );
    await work().write(({ enrolments }) =>
      enrolments.insert([
        enrolmentIn(mine, 'learner1', 'enrolled'),
        enrolmentIn(waited, 'learner1', 'waiting'),
        enrolmentIn(anothers, 'learner2', 'enrolled'),
      ]),
    );

    expect(await names({ userId: 'learner1' })).to.deep.equal(['mine']);
    const endingAfter = '2027-01-01T00:00:00Z' as Instant;
    expect(await names({ userId: 'learner1', endingAfter })).to.deep.equal([]);
  });

  it('has once what somebody both learns and teaches', async () => {
    await add({ name: 'both', enrolmentMode: 'automatic', trainers: [{ id: 't1', name: 'T' }] });

    expect(await names({ userId: 't1', learnsIn: [here, here] })).to.deep.equal(['both']);
  });

  it('keeps what was deleted, and says so', async () => {
    const [one] = await add({ name: 'gone', enrolmentMode: 'automatic' });
    await work().write(({ deletions }) =>
      deletions.markDeleted([one?.seance.id ?? ''], noon, 'trainer1', nextId()),
    );
    const [glance] = await glances({ learnsIn: [here] });
    const [found] = await entries([glance?.seanceId ?? '']);

    expect(found?.seance).to.include({ name: 'gone', deletedAt: noon, version: 2 });
  });

  it('leaves out what has ended, and is in the order of the starts, the first up to the limit', async () => {
    const on = (date: string, name: string): RecordParts => ({
      name,
      enrolmentMode: 'automatic',
      start: `${date}T09:00`,
      end: `${date}T10:00`,
    });
    await add(on('2026-12-03', 'third'), on('2026-12-01', 'first'), on('2026-12-02', 'second'));

    expect(await names({ learnsIn: [here] })).to.deep.equal(['first', 'second', 'third']);
    expect(await names({ learnsIn: [here], limit: 2 })).to.deep.equal(['first', 'second']);
    const endingAfter = '2026-12-01T09:00:00Z' as Instant;
    expect(await names({ learnsIn: [here], endingAfter })).to.deep.equal(['second', 'third']);
  });

  it('reads no séance that is not there', async () => {
    const [one] = await add({ name: 'here' });

    const found = await entries([nextId(), one?.seance.id ?? '']);
    expect(found.map(({ seance }) => seance.name)).to.deep.equal(['here']);
    expect(await entries([])).to.deep.equal([]);
  });

  it('takes a learner of many sessions, and a long feed', async () => {
    const parts = Array.from({ length: 1_200 }, (_, index) => ({
      name: `n${index}`,
      enrolmentMode: 'automatic' as const,
      trainers: [{ id: 't1', name: 'T' }],
    }));
    await add(...parts);
    const learnsIn = [
      ...Array.from({ length: 450 }, (_, index) => ({ ...here, sessionId: `s${index}` })),
      here,
    ];

    expect(new Set(await names({ learnsIn, limit: 5_000 })).size).to.equal(1_200);
  });
});
