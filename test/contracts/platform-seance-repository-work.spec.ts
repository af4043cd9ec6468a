import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { PlatformSearch, PlatformSeanceRepository } from '../../src/ports/platform-seance-repository.js';
import { latch, letOthersRun } from '../support/latch.js';
import { onEveryDatabase } from '../support/databases.js';
import { nextId, noon, type RecordParts, seanceRecord, spaceId } from '../support/seance-records.js';

const later = '2026-11-24T12:00:00Z' as Instant;
const everything = '' as Instant;
const trainers = [
  { id: 'bea', name: 'Bea' },
  { id: 'ada', name: 'Ada' },
];

onEveryDatabase('PlatformSeanceRepository, for work that no request asks for', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const insert = async (...parts: readonly RecordParts[]) => {
    const records = parts.map((part) => seanceRecord(part));
    await work().write(({ seances }) => seances.insert(records));
    return records.map(({ seance }) => seance);
  };
  const change = <T>(use: (platformSeances: PlatformSeanceRepository) => Promise<T>) =>
    work().write(({ platformSeances }) => use(platformSeances));
  const find = async (id: string) => {
    const [entry] = await work().read(({ feedEntries }) => feedEntries.entries([id]));
    return entry?.seance;
  };

  afterEach(async () => {
    for (const table of ['seance', 'seance_trainer']) await database.knex(table).delete();
  });

  describe('addresses', () => {
    const addresses = (of: PlatformSearch, afterId = '', limit = 10) =>
      change((platformSeances) => platformSeances.addresses(of, afterId, limit));
    const idsOf = async (of: PlatformSearch) => (await addresses(of)).map(({ id }) => id);

    it('are those of a session, of a space, or of a trainer, deleted or not, by id', async () => {
      const [one, elsewhere, gone, taught] = await insert(
        { sessionId: 's', spaceId: 'a' },
        { sessionId: 's', spaceId: 'b' },
        { sessionId: 's', spaceId: 'a', deletedAt: noon },
        { sessionId: 't', spaceId: 'b', trainers },
      );

      expect(await addresses({ spaceId: 'a' })).to.deep.equal([
        { id: one!.id, spaceId: 'a', sessionId: 's', isDeleted: false },
        { id: gone!.id, spaceId: 'a', sessionId: 's', isDeleted: true },
      ]);
      expect(await idsOf({ sessionId: 's' })).to.deep.equal([one!.id, elsewhere!.id, gone!.id]);
      expect(await idsOf({ trainerId: 'ada' })).to.deep.equal([taught!.id]);
      expect(await idsOf({ trainerId: 'nobody' })).to.deep.equal([]);
    });

    it('are those that were deleted before an instant', async () => {
      const [old] = await insert({ deletedAt: noon }, { deletedAt: later }, {});

      expect(await idsOf({ deletedBefore: later, signedSince: noon, platformId: '' })).to.deep.equal([
        old!.id,
      ]);
      expect(await idsOf({ deletedBefore: noon, signedSince: noon, platformId: '' })).to.deep.equal([]);
    });

    it('are those at a place, or on which somebody has written, deleted or not', async () => {
      const [here, gone] = await insert(
        { locationId: 'room' },
        { locationId: 'room', spaceId: 'other', deletedAt: noon },
        { locationId: 'Room' },
      );
      const comment = {
        ...{ spaceId: 'other', sessionId: gone!.sessionId, seanceId: gone!.id, content: 'x' },
        ...{
          author: { id: 'ada', name: 'Ada' },
          announcedTo: null,
          createdAt: noon,
          editedAt: null,
          deletedAt: null,
          version: 1,
        },
      };
      for (const id of [nextId(), nextId()])
        await work().write(({ comments }) => comments.add([{ ...comment, id }]));

      expect(await idsOf({ locationId: 'room' })).to.deep.equal([here!.id, gone!.id]);
      expect(await idsOf({ commentedBy: 'ada' })).to.deep.equal([gone!.id]);
      await database.knex('seance_comment').delete();
    });

    it('go on after an id, as many as are wanted', async () => {
      const seances = await insert({}, {}, {});
      const [first] = await addresses({ spaceId }, '', 1);
      const rest = await addresses({ spaceId }, first!.id, 5);

      expect([first!.id, ...rest.map(({ id }) => id)]).to.deep.equal(seances.map(({ id }) => id));
    });
  });

  describe('schedules', () => {
    it('are those that end later, of every space, deleted ones too, by id, a batch after the other', async () => {
      const [one, gone, other] = await insert(
        { start: '2027-01-01T09:00' },
        { deletedAt: noon },
        { spaceId: 'other' },
        { start: '2026-01-01T09:00' },
      );
      const batch = (afterId: string) =>
        change((platformSeances) => platformSeances.lockSchedules(noon, afterId, 2));
      const first = await batch('');

      const { id, sessionId, name, start, end, timeZone, startsAt, endsAt } = one!;
      expect(first[0]).to.deep.equal({
        id,
        spaceId,
        sessionId,
        name,
        start,
        end,
        timeZone,
        startsAt,
        endsAt,
      });
      expect(first.map((schedule) => schedule.id)).to.deep.equal([one!.id, gone!.id]);
      expect((await batch(gone!.id)).map((schedule) => schedule.id)).to.deep.equal([other!.id]);
      expect(await batch(other!.id)).to.deep.equal([]);
    });

    it('move with their instants alone, as those that trainers are found by, and with a new version', async () => {
      const [one, kept] = await insert({ trainers }, { trainers });
      const instants = {
        startsAt: '2026-12-01T07:00:00Z' as Instant,
        endsAt: '2026-12-01T21:00:00Z' as Instant,
      };
      await change(async (platformSeances) => {
        const [stored] = await platformSeances.lockSchedules(everything, '', 1);
        await platformSeances.moveSchedules([{ ...stored!, ...instants }], later);
      });

      expect(await find(one!.id)).to.deep.equal({ ...one, ...instants, version: 2, updatedAt: later });
      expect(await find(kept!.id)).to.deep.equal(kept);
      const times = await database
        .knex('seance_trainer')
        .where({ seance_id: one!.id })
        .distinct('starts_at', 'ends_at');
      expect(times).to.deep.equal([{ starts_at: instants.startsAt, ends_at: instants.endsAt }]);
    });

    it('are locked: who wants to change one of the séances waits', async () => {
      const [one] = await insert({});
      const done: string[] = [];
      const locked = latch();
      const first = change(async (platformSeances) => {
        const [stored] = await platformSeances.lockSchedules(everything, '', 1);
        locked.open();
        await letOthersRun();
        await platformSeances.moveSchedules([stored!], later);
        done.push('first');
      });
      await locked.opened;
      const second = work().write(async ({ seances }) => {
        const [seance] = await seances.lock(spaceId, [one!.id]);
        done.push(`second sees version ${seance?.version}`);
      });
      await Promise.all([first, second]);

      expect(done).to.deep.equal(['first', 'second sees version 2']);
    });
  });

  it('counts changes of entries beside the version, and says when the last was', async () => {
    const [one, kept] = await insert({}, {});
    for (const at of [later, noon])
      await change((platformSeances) => platformSeances.touchEntries([one!.id, nextId()], at));
    const entries = await work().read(({ feedEntries }) => feedEntries.entries([one!.id, kept!.id]));

    expect(
      entries.map(({ seance, entryVersion }) => [seance.id, seance.version, entryVersion]),
    ).to.have.deep.members([
      [one!.id, 1, 3],
      [kept!.id, 1, 1],
    ]);
    await change((platformSeances) => platformSeances.touchEntries([one!.id], later));
    const [touched] = await work().read(({ feedEntries }) => feedEntries.entries([one!.id]));
    expect(touched).to.include({ entryVersion: 4, entryChangedAt: later });
  });

  describe('people', () => {
    it('leave the séances that are named, and no others', async () => {
      const [left, kept] = await insert({ trainers }, { trainers });
      await change((platformSeances) => platformSeances.removeTrainer('ada', [left!.id, nextId()]));

      expect((await find(left!.id))?.trainers).to.deep.equal(trainers.slice(0, 1));
      expect((await find(kept!.id))?.trainers).to.deep.equal(trainers);
    });

    it('are called otherwise in the séances that are named, and nobody else is', async () => {
      const seances = await insert(
        { trainers },
        { trainers, spaceId: 'other' },
        { trainers, deletedAt: noon },
      );
      const [kept] = await insert({ trainers });
      const ids = seances.map(({ id }) => id);
      const name = `Éva ${'x'.repeat(300)}`;
      await change((platformSeances) => platformSeances.renameTrainer('ada', name, ids));

      for (const id of ids)
        expect((await find(id))?.trainers).to.deep.equal([
          trainers[0],
          { id: 'ada', name: `Éva ${'x'.repeat(251)}` },
        ]);
      expect((await find(kept!.id))?.trainers).to.deep.equal(trainers);
      const others = await change((platformSeances) =>
        platformSeances.addresses({ trainerId: 'ada', unlessNamed: name }, '', 10),
      );
      expect(others.map(({ id }) => id)).to.deep.equal([kept!.id]);
    });

    it('are forgotten as those who created and deleted, and nobody else is', async () => {
      const [made, others] = await insert({ createdBy: 'ada' }, { createdBy: 'bea' });
      await work().write(({ deletions }) => deletions.markDeleted([others!.id], noon, 'ada', nextId()));
      await change((platformSeances) => platformSeances.forgetUser('ada'));

      expect((await find(made!.id))?.createdBy).to.equal('');
      expect((await find(others!.id))?.createdBy).to.equal('bea');
      const deleters = await database.knex('seance').whereNotNull('deleted_at').pluck('deleted_by');
      expect(deleters).to.deep.equal(['']);
    });
  });
});
