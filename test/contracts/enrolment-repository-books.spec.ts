import { expect } from 'chai';
import type { Seance } from '../../src/domain/seance/seance.js';
import type { EnrolmentRepository } from '../../src/ports/enrolment-repository.js';
import { onEveryDatabase, onMysql } from '../support/databases.js';
import { enrolmentIn, placesIn, usersOf, waiting } from '../support/enrolments.js';
import { latch, letOthersRun } from '../support/latch.js';
import { nextId, noon, type RecordParts, sessionId, spaceId } from '../support/seance-records.js';

const idsOf = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);

onEveryDatabase('The books of EnrolmentRepository', (database) => {
  const { read, change, add, seanceWith, seancesWith, groupWith, remove, clear } = placesIn(database);
  afterEach(clear);

  describe('lockPlaces and saveCounts', () => {
    it('give the places of séances by id, of one space or of all, deleted ones among them', async () => {
      const [one, deleted, elsewhere] = (await seancesWith([
        { name: 'Une', capacity: 3 },
        {},
        { spaceId: 'other' },
      ])) as [Seance, Seance, Seance];
      await remove(deleted);
      const wanted = [elsewhere.id, deleted.id, nextId(), one.id];
      const [here, everywhere] = await change(async (of) => [
        await of.lockPlaces(spaceId, wanted),
        await of.lockPlaces(null, wanted),
      ]);

      expect(here.map(({ seanceId, isDeleted }) => [seanceId, isDeleted])).to.deep.equal([
        [one.id, false],
        [deleted.id, true],
      ]);
      expect(here[0]).to.deep.equal({
        ...{ seanceId: one.id, spaceId, sessionId, name: 'Une', startsAt: one.startsAt },
        ...{ enrolmentMode: 'public', capacity: 3, groupId: null, isDeleted: false },
        ...{ timeZone: one.timeZone, opensAt: null, closesAt: null, isCancelled: false },
        ...{ enrolled: 0, waiting: 0, nextTurn: 1 },
      });
      expect(everywhere.map(({ seanceId }) => seanceId)).to.deep.equal([one.id, deleted.id, elsewhere.id]);
    });

    it('keep the counters of 1,001 séances apart, and touch nothing else of them', async () => {
      const seances = await seancesWith(Array.from({ length: 1_001 }, () => ({ capacity: 5 })));
      const untouched = await seanceWith();
      const ids = idsOf(seances).toReversed();
      const counted = await change(async (of) => {
        const before = await of.lockPlaces(null, ids);
        const after = before.map((places, index) => ({
          ...{ ...places, enrolled: index, waiting: 2 * index, nextTurn: 3 * index + 1 },
        }));
        await of.saveCounts(after.map((places) => ({ ...places, capacity: 99, name: 'X' })));
        return after;
      });
      expect(counted.map(({ seanceId }) => seanceId)).to.deep.equal(idsOf(seances));

      expect(await change((of) => of.lockPlaces(spaceId, ids))).to.deep.equal(counted);
      const [left] = await change((of) => of.lockPlaces(null, [untouched.id]));
      expect(left).to.include({ enrolled: 0, waiting: 0, nextTurn: 1 });
    });
  });

  describe('in groups', () => {
    it('counts places, and neither turns in queues nor deleted séances nor other groups', async () => {
      const [group, other] = [await groupWith({ name: 'A', limit: 9 }), await groupWith({ name: 'B' })];
      const [one, two, deleted, apart] = (await seancesWith([
        ...[{ group }, { group }, { group }, { group: other }],
      ])) as [Seance, Seance, Seance, Seance];
      for (const seance of [one, deleted, apart]) await add(enrolmentIn(seance, 'learner1', 1));
      await add(enrolmentIn(two, 'learner1', 1, waiting), enrolmentIn(two, 'learner2', 2));
      await add(enrolmentIn(one, 'learner2', 2), enrolmentIn(one, 'learner3', 3, waiting));
      await remove(deleted);
      const counts = await read(async (of) => ({
        inGroup: await of.countInGroup(group.id, ['learner1', 'learner2', 'learner3', 'nobody']),
        ofOne: await of.countsOf('learner1', [group.id, other.id, nextId()]),
        ofNobody: await of.countsOf('nobody', [group.id]),
        none: await of.countsOf('learner1', []),
        most: [
          await of.mostInGroup(group.id),
          await of.mostInGroup(other.id),
          await of.mostInGroup(nextId()),
        ],
      }));

      expect(counts).to.deep.equal({
        inGroup: new Map([
          ['learner1', 1],
          ['learner2', 2],
        ]),
        ofOne: new Map([
          [group.id, 1],
          [other.id, 1],
        ]),
        ...{ ofNobody: new Map(), none: new Map(), most: [2, 1, 0] },
      });
    });

    it('counts 1,201 people at once', async () => {
      const group = await groupWith();
      const seance = await seanceWith({ group });
      const people = Array.from({ length: 1_201 }, (_, index) => enrolmentIn(seance, `u${index}`, index + 1));
      await add(...people);
      const counts = await read((of) => of.countInGroup(group.id, usersOf(people)));

      expect(counts).to.deep.equal(new Map(usersOf(people).map((user) => [user, 1])));
    });

    it('knows which séances a change can reach: those with a queue, and what is given up from there', async () => {
      const [group, other] = [await groupWith({ name: 'A' }), await groupWith({ name: 'B' })];
      const [queue, givenUp, plain, deleted] = (await seancesWith([
        ...[{ group }, { group }, { group }, { group }, { group: other }],
      ])) as [Seance, Seance, Seance, Seance];
      await add(
        enrolmentIn(queue, 'learner1', 1, { ...waiting, insteadOf: givenUp.id }),
        // Who has the place already has nothing more to give up.
        enrolmentIn(queue, 'learner2', 2, { insteadOf: plain.id }),
        enrolmentIn(deleted, 'learner1', 1, { ...waiting, insteadOf: plain.id }),
      );
      await change(async (of) => {
        const places = await of.lockPlaces(null, [queue.id, deleted.id]);
        await of.saveCounts(places.map((one) => ({ ...one, waiting: 1 })));
      });
      await remove(deleted);
      const reached = (...ids: readonly string[]) => read((of) => of.entangledIn(ids));

      expect(new Set(await reached(group.id))).to.deep.equal(new Set([queue.id, givenUp.id]));
      expect(await reached(other.id)).to.deep.equal([]);
      expect(await reached()).to.deep.equal([]);
    });
  });

  describe('queuesAfter', () => {
    it('finds coming séances where somebody waits although a place is free, by id, and no others', async () => {
      const seances = await seancesWith([
        ...[{ capacity: 2 }, { capacity: null }, { capacity: 1 }, { capacity: 2 }, { capacity: 2 }],
        ...[{ capacity: 2, start: '2026-11-23T13:00' }, { capacity: 2 }],
      ]);
      const [free, unlimited, , empty, deleted, , last] = idsOf(seances);
      await change(async (of) => {
        const places = await of.lockPlaces(null, idsOf(seances));
        const counted = places.map((one) => ({
          ...one,
          enrolled: 1,
          waiting: one.seanceId === empty ? 0 : 1,
        }));
        await of.saveCounts(counted);
      });
      await remove(seances.find(({ id }) => id === deleted) as Seance);
      const queues = (after: string, limit: number) => read((of) => of.queuesAfter('', noon, after, limit));

      expect(await queues('', 10)).to.deep.equal([free, unlimited, last]);
      expect(await queues('', 1)).to.deep.equal([free]);
      expect(await queues(free ?? '', 10)).to.deep.equal([unlimited, last]);
      expect(await queues(last ?? '', 10)).to.deep.equal([]);
    });
  });

  describe('check', () => {
    const errors = async (moving = ['']) =>
      (await read((of) => of.check(noon, moving))).map(({ kind, id }) => [kind, id]);
    const count = (seance: Seance, enrolled: number, queued = 0) =>
      change(async (of) => {
        const [places] = await of.lockPlaces(null, [seance.id]);
        if (places) await of.saveCounts([{ ...places, enrolled, waiting: queued }]);
      });

    it('finds nothing in books that add up', async () => {
      const group = await groupWith({ limit: 2 });
      const [one, two, past] = (await seancesWith([
        ...[{ capacity: 1, group }, { group }, { capacity: 1, start: '2026-11-23T09:00' }],
      ])) as [Seance, Seance, Seance];
      await add(enrolmentIn(one, 'a', 1), enrolmentIn(one, 'b', 2, waiting), enrolmentIn(two, 'a', 1));
      await add(enrolmentIn(past, 'a', 1, waiting));
      await count(one, 1, 1);
      await count(two, 1);
      // What has begun moves no more.
      await count(past, 0, 1);

      expect(await errors()).to.deep.equal([]);
    });

    it('names counters that are not what the rows are, above and below, also of deleted séances', async () => {
      const [more, less, deleted] = (await seancesWith([{}, {}, {}])) as [Seance, Seance, Seance];
      await add(enrolmentIn(less, 'a', 1), enrolmentIn(deleted, 'a', 1));
      await count(more, 1);
      await remove(deleted);

      expect(new Set((await errors()).map(String))).to.deep.equal(
        new Set([more, less, deleted].map(({ id }) => `counters,${id}`)),
      );
    });

    it('names who is over a capacity or a limit, and rows that an automatic séance should not have', async () => {
      const group = await groupWith({ limit: 1 });
      const [crowded, automatic, one, two, gone] = (await seancesWith([
        ...[{ capacity: 1 }, { enrolmentMode: 'automatic', capacity: 1 }, { group }, { group }, { group }],
      ] as RecordParts[])) as [Seance, Seance, Seance, Seance, Seance];
      for (const seance of [one, gone]) await add(enrolmentIn(seance, 'a', 1));
      for (const seance of [one, gone]) await count(seance, 1);
      await remove(gone);
      expect(await errors(), 'a deleted séance counts in no group').to.deep.equal([]);
      await add(enrolmentIn(two, 'a', 1));
      await count(two, 1);
      for (const seance of [crowded, automatic]) {
        await add(enrolmentIn(seance, 'a', 1), enrolmentIn(seance, 'b', 2));
        await count(seance, 2);
      }

      expect(await errors()).to.deep.equal([
        ['over-capacity', crowded.id],
        ['group-limit', group.id],
        ['automatic-rows', automatic.id],
      ]);
    });

    it('names a queue that stands still beside a free place, unless queues do not move, or a group may be in the way', async () => {
      const group = await groupWith();
      const [still, grouped] = (await seancesWith([{ capacity: 1 }, { capacity: 1, group }])) as [
        Seance,
        Seance,
      ];
      for (const seance of [still, grouped]) {
        await add(enrolmentIn(seance, 'a', 1, waiting));
        await count(seance, 0, 1);
      }

      expect(await errors()).to.deep.equal([['stalled-queue', still.id]]);
      expect(await errors([])).to.deep.equal([]);
    });
  });
});

onMysql('The books of EnrolmentRepository, asked by two transactions', (database) => {
  const { change, seanceWith, clear } = placesIn(database);
  afterEach(clear);

  it('lets the second see what the first has counted, once it has the lock', async () => {
    const seance = await seanceWith();
    const locked = latch();
    const countOne = async (of: EnrolmentRepository, meanwhile: () => Promise<void>) => {
      const [places] = await of.lockPlaces(spaceId, [seance.id]);
      await meanwhile();
      if (places) await of.saveCounts([{ ...places, enrolled: places.enrolled + 1 }]);
    };
    const first = change((of) =>
      countOne(of, async () => {
        locked.open();
        await letOthersRun();
      }),
    );
    await locked.opened;
    await change((of) => countOne(of, () => Promise.resolve()));
    await first;

    const [places] = await change((of) => of.lockPlaces(spaceId, [seance.id]));
    expect(places?.enrolled).to.equal(2);
  });
});
