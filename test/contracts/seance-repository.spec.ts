import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { Seance } from '../../src/domain/seance/seance.js';
import type { Location } from '../../src/domain/location/location.js';
import { onEveryDatabase } from '../support/databases.js';
import { refused } from '../support/rejections.js';
import { nextId, noon, seanceGroup, seanceQuery, seanceRecord, spaceId } from '../support/seance-records.js';
import { statementsOf } from '../support/statements.js';

const later = '2026-11-24T12:00:00Z' as Instant;

const room: Location = {
  id: 'room-1',
  name: 'Salle É',
  street: 'Rue de la Loi',
  streetNumber: '16',
  box: 'b',
  postalCode: '1000',
  city: 'Bruxelles',
  country: 'BE',
  phone: '+32 2 123 45 67',
};

onEveryDatabase('SeanceRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const get = (id: string, space = spaceId) => work().read(({ seances }) => seances.get(space, id));
  const all = () =>
    work().read(async ({ seances }) =>
      (await seances.list(seanceQuery())).items.map(({ seance }) => seance.id),
    );

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer', 'seance_group', 'seance_location'])
      await database.knex(table).delete();
  });

  describe('get and list', () => {
    it('give back what was inserted, unchanged, with the group and the place beside it', async () => {
      const group = seanceGroup('Ateliers du matin', { limit: 2 });
      const record = seanceRecord({
        name: `L'été 😀 "é" \\ % _`,
        description: '<p>日本 — “x”</p>',
        extraInfo: '😀'.repeat(5_000),
        enrolmentMode: 'public',
        capacity: 12,
        location: room,
        group,
        trainers: [
          { id: 'zoe', name: 'Zoé Z' },
          { id: 'anh', name: 'Anh Thao PHAM' },
        ],
        inAgenda: true,
        origin: 'manager',
        version: 7,
        timeZone: 'America/Argentina/ComodRivadavia',
      });
      await work().write(async ({ seances, groups, locations }) => {
        await groups.findOrAdd(group);
        await locations.saveOwn('', room);
        await seances.insert([record]);
      });
      const expected = {
        seance: record.seance,
        group,
        location: room,
        enrolledCount: 0,
        waitingCount: 0,
        commentCount: 0,
      };

      expect(await get(record.seance.id)).to.deep.equal(expected);
      const { items } = await work().read(({ seances }) => seances.list(seanceQuery()));
      expect(items).to.deep.equal([expected]);
    });

    it('leave out a group and a place that are gone', async () => {
      const { seance } = await added({ groupId: nextId(), locationId: 'gone' });
      const listed = await get(seance.id);

      expect([listed.group, listed.location]).to.deep.equal([null, null]);
    });

    it('refuse what is not in the space, does not exist or is deleted, as not found', async () => {
      const { seance } = await added();
      const deleted = await added();
      await work().write(({ deletions }) =>
        deletions.markDeleted([deleted.seance.id], noon, 'trainer1', nextId()),
      );

      await refused(get(seance.id, 'other'), 'not-found');
      await refused(get(nextId()), 'not-found');
      await refused(get('\u0000\ud800\'"%'), 'not-found');
      await refused(get(deleted.seance.id), 'not-found');
    });
  });

  describe('insert', () => {
    it('adds 1,000 séances with three trainers each in a handful of statements', async () => {
      const trainers = ['a', 'b', 'c'].map((id) => ({ id, name: id }));
      const records = Array.from({ length: 1_000 }, () => seanceRecord({ trainers }));
      const statements = await statementsOf(database.knex, () =>
        work().write(({ seances }) => seances.insert(records)),
      );

      expect(statements.filter(({ sql }) => /^insert/i.test(sql))).to.have.length.within(1, 12);
      const listing = await statementsOf(database.knex, async () => {
        const { items, total } = await work().read(({ seances }) => seances.list(seanceQuery()));
        expect([items.length, total]).to.deep.equal([1_000, 1_000]);
        expect(items.every(({ seance }) => seance.trainers.length === 3)).to.equal(true);
      });
      expect(listing).to.have.length.within(1, 4);
    });

    it('does nothing for nothing', async () => {
      await work().write(({ seances }) => seances.insert([]));

      expect(await all()).to.deep.equal([]);
    });
  });

  describe('update', () => {
    it('replaces everything that can change, trainers and their order among it', async () => {
      const { seance } = await added({
        name: 'Before',
        trainers: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
        ],
      });
      const changed = seanceRecord({
        id: seance.id,
        name: 'After',
        description: '<p>d</p>',
        extraInfo: '<p>e</p>',
        start: '2027-01-01T10:00',
        timeZone: 'Asia/Tokyo',
        enrolmentMode: 'public',
        capacity: 3,
        inAgenda: true,
        trainers: [
          { id: 'c', name: 'C' },
          { id: 'a', name: 'A' },
        ],
        version: 2,
        updatedAt: later,
      });
      const untouched = await added({ name: 'Other' });
      await work().write(({ seances }) => seances.update([changed]));

      expect((await get(seance.id)).seance).to.deep.equal(changed.seance);
      expect((await get(untouched.seance.id)).seance).to.deep.equal(untouched.seance);
      const found = await work().read(({ seances }) => seances.list(seanceQuery({ terms: ['after'] })));
      expect(found.total, 'searches find the new text').to.equal(1);
    });
  });

  it('replaces 1,000 séances with trainers in a handful of statements', async () => {
    const records = Array.from({ length: 1_000 }, () => seanceRecord({ trainers: [{ id: 'a', name: 'A' }] }));
    await work().write(({ seances }) => seances.insert(records));
    const renamed = records.map(({ seance }) =>
      seanceRecord({ id: seance.id, name: 'Renamed', trainers: [] }),
    );
    const statements = await statementsOf(database.knex, () =>
      work().write(({ seances }) => seances.update(renamed)),
    );

    expect(statements).to.have.length.within(1, 12);
    const { items, total } = await work().read(({ seances }) =>
      seances.list(seanceQuery({ terms: ['renamed'] })),
    );
    expect(total).to.equal(1_000);
    expect(items.every(({ seance }) => seance.trainers.length === 0)).to.equal(true);
  });

  describe('lock', () => {
    it('answers those of the space that are there, in the order of their ids', async () => {
      const ids = [(await added()).seance.id, (await added()).seance.id, (await added()).seance.id];
      const foreign = (await added({ spaceId: 'other' })).seance.id;
      const found = await locked([...ids, foreign, nextId(), 'not an id'].reverse());

      expect(found.map(({ id }) => id)).to.deep.equal(ids);
    });

    it('gives the trainers with the séances', async () => {
      const trainers = [
        { id: 'b', name: 'B' },
        { id: 'a', name: 'A' },
      ];
      const { seance } = await added({ trainers });

      expect((await locked([seance.id]))[0]?.trainers).to.deep.equal(trainers);
    });

    it('never deadlocks two that lock the same séances in opposite orders', async () => {
      const records = Array.from({ length: 40 }, (_, index) =>
        // Ids and starts run in opposite directions: an index on the start must not decide the order of the locks.
        seanceRecord({ start: `2026-12-${String(28 - (index % 28)).padStart(2, '0')}T09:00` }),
      );
      await work().write(({ seances }) => seances.insert(records));
      const ids = records.map(({ seance }) => seance.id);
      let runs = 0;
      const lockAll = (wanted: readonly string[]) =>
        work().write(async ({ deletions, seances }) => {
          runs += 1;
          await seances.lock(spaceId, wanted);
          await deletions.markRestored(wanted, noon);
        });
      await Promise.all(
        Array.from({ length: 20 }, (_, round) => lockAll(round % 2 ? [...ids].reverse() : ids)),
      );

      expect(runs, 'transactions begun').to.equal(20);
    });

    it('makes another transaction wait, which then sees what the first has written', async () => {
      const { seance } = await added({ version: 1 });
      const raise = () =>
        work().write(async ({ seances }) => {
          const [current] = await seances.lock(spaceId, [seance.id]);
          const { version } = current as Seance;
          await seances.update([seanceRecord({ id: seance.id, version: version + 1 })]);
        });
      await Promise.all(Array.from({ length: 15 }, raise));

      expect((await get(seance.id)).seance.version).to.equal(16);
    });
  });

  async function added(parts: Parameters<typeof seanceRecord>[0] = {}) {
    const record = seanceRecord(parts);
    await work().write(({ seances }) => seances.insert([record]));
    return record;
  }

  function locked(ids: readonly string[]): Promise<readonly Seance[]> {
    return work().write(({ seances }) => seances.lock(spaceId, ids));
  }
});
