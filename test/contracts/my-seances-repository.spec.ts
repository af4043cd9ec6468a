import { expect } from 'chai';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { MySeancesQuery } from '../../src/ports/my-seances-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { enrolmentIn, placesIn, waiting } from '../support/enrolments.js';
import { nextId, type RecordParts } from '../support/seance-records.js';

const here = { spaceId: 'demo', sessionId: 'demo-2026' };
const me = 'me';
const trainers = [{ id: me, name: 'Moi' }];
const automatic = { enrolmentMode: 'automatic' } as const;
const on = (day: string): RecordParts => ({ start: `${day}T09:00`, end: `${day}T10:00` });

onEveryDatabase('MySeancesRepository', (database) => {
  const { work, add, clear, remove, seanceWith, seancesWith } = placesIn(database);
  const ofUser = (parts: Partial<MySeancesQuery> = {}) => {
    const query = { userId: me, learnsIn: [], endingAfter: '' as Instant, startingBefore: null, limit: 100 };
    return work().read(({ mySeances }) => mySeances.ofUser({ ...query, ...parts }));
  };
  const found = async (parts: Partial<MySeancesQuery> = {}) =>
    (await ofUser(parts)).map(({ seanceId, part }) => [seanceId, part]);

  beforeEach(async () => {
    await clear();
    await database.knex('seance_trainer').delete();
  });

  it('finds what somebody teaches, has a place in, waits for, or is in because everybody is, and where', async () => {
    const taught = await seanceWith({ trainers, spaceId: 'other', ...on('2026-12-04') });
    const taken = await seanceWith({ sessionId: 'other', ...on('2026-12-03') });
    const waited = await seanceWith(on('2026-12-02'));
    const common = await seanceWith({ ...automatic, ...on('2026-12-01') });
    const strange = await seanceWith({ ...automatic, spaceId: 'other' });
    await seanceWith({ trainers: [{ id: 'another', name: 'Autre' }] });
    await add(
      enrolmentIn(taken, me, 1),
      enrolmentIn(waited, me, 1, waiting),
      enrolmentIn(waited, 'another', 2),
    );

    expect(await ofUser({ learnsIn: [here] })).to.deep.equal([
      { seanceId: common.id, ...here, part: 'enrolled' },
      { seanceId: waited.id, ...here, part: 'waiting' },
      { seanceId: taken.id, ...here, sessionId: 'other', part: 'enrolled' },
      { seanceId: taught.id, ...here, spaceId: 'other', part: 'trainer' },
    ]);
    expect((await found({ learnsIn: [{ ...here, spaceId: 'other' }] })).map(([id]) => id)).to.include(
      strange.id,
    );
    expect(await found({ userId: 'nobody' })).to.deep.equal([]);
  });

  it('finds each once, and its trainer as that', async () => {
    const both = await seanceWith({ trainers, ...on('2026-12-01') });
    const common = await seanceWith({ ...automatic, trainers, ...on('2026-12-02') });
    await add(enrolmentIn(both, me, 1));

    expect(await found({ learnsIn: [here, here] })).to.deep.equal([
      [both.id, 'trainer'],
      [common.id, 'trainer'],
    ]);
  });

  it('finds none that is deleted, whatever somebody has in it', async () => {
    for (const parts of [{ trainers }, automatic, {}]) {
      const one = await seanceWith(parts);
      if (parts !== automatic) await add(enrolmentIn(one, me, 1));
      await remove(one);
    }

    expect(await found({ learnsIn: [here] })).to.deep.equal([]);
  });

  it('finds those that end after one instant and start before another, by start, the first up to the limit', async () => {
    const [third, first, second] = await seancesWith(
      ['2026-12-03', '2026-12-01', '2026-12-02'].map((day) => ({ trainers, ...on(day) })),
    );
    const ids = async (parts: Partial<MySeancesQuery>) => (await found(parts)).map(([id]) => id);

    expect(await ids({})).to.deep.equal([first?.id, second?.id, third?.id]);
    expect(await ids({ limit: 2 })).to.deep.equal([first?.id, second?.id]);
    expect(await ids({ endingAfter: '2026-12-01T09:00:00Z' as Instant })).to.deep.equal([
      second?.id,
      third?.id,
    ]);
    expect(await ids({ startingBefore: '2026-12-02T08:00:00Z' as Instant })).to.deep.equal([first?.id]);
  });

  it('takes a learner of many sessions, and many séances at one time', async () => {
    const many = await seancesWith(Array.from({ length: 450 }, () => ({ ...automatic })));
    const learnsIn = Array.from({ length: 450 }, (_, index) => ({ ...here, sessionId: `s${index}` }));

    expect((await found({ learnsIn: [...learnsIn, here], limit: 1_000 })).map(([id]) => id)).to.deep.equal(
      many.map(({ id }) => id),
    );
  });

  it('leads to séances that are found in any space', async () => {
    const [one, other] = await seancesWith([{ trainers }, { trainers, spaceId: 'other' }]);
    const ids = [one?.id ?? '', other?.id ?? '', nextId()];
    const read = (spaceId: string | null) => work().read(({ seances }) => seances.find(spaceId, ids));

    expect((await read(null)).map(({ seance }) => seance.id)).to.have.members(ids.slice(0, 2));
    expect((await read('other')).map(({ seance }) => seance.id)).to.deep.equal([other?.id]);
  });
});
