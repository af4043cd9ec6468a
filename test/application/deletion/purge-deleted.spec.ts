import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { DeliverEvents } from '../../../src/application/event/deliver-events.js';
import { PurgeDeleted } from '../../../src/application/deletion/purge-deleted.js';
import { ReadSettings } from '../../../src/application/settings/read-settings.js';
import { Campus } from '../repetition/campus/campus.js';
import { onDatabase, onMysql, type TestDatabase } from '../../support/databases.js';
import { seanceEvent } from '../../support/seance-events.js';
import { settingsInForce } from '../../support/settings.js';
import { contentsOf } from '../../support/table-contents.js';
import { latch, letOthersRun } from '../../support/latch.js';

const day = 24 * 60 * 60;
const retention = 30 * day;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A campus whose background work runs when a test says so. */
function housekeeping(database: TestDatabase) {
  const campus = new Campus(database.knex);
  const { clock } = campus;
  const work = new KnexUnitOfWork(database.open, true);
  const told: string[] = [];
  let isBroken = false;
  const tell = async ({ type }: { readonly type: string }) => {
    await Promise.resolve();
    if (isBroken) throw new Error('down');
    told.push(type);
  };
  const settings = new ReadSettings(work, settingsInForce());
  return {
    campus,
    clock,
    work,
    told,
    breakHost: (broken: boolean) => {
      isBroken = broken;
    },
    purge: () => new PurgeDeleted(work, settings, clock).run(),
    deliver: () =>
      new DeliverEvents(
        work,
        [{ open: () => Promise.resolve(tell) }],
        new UuidGenerator(),
        clock,
        silent,
      ).run(),
    backlog: () => work.read(({ outbox }) => outbox.backlog()),
    events: async () => (await database.knex('seance_event').orderBy('sequence').pluck('type')) as string[],
  };
}

onDatabase('What was deleted', (database) => {
  let house: ReturnType<typeof housekeeping>;

  beforeEach(async () => {
    for (const table of Object.keys(await contentsOf(database.knex))) await database.knex(table).delete();
    house = housekeeping(database);
  });

  /** A séance with a place and a comment, deleted now. */
  async function deleted(): Promise<string> {
    const { campus } = house;
    const { id } = await campus.create({ enrolmentMode: 'public' });
    await campus.request('POST', `demo/seances/${id}/enrolments`, { userIds: ['learner1'] });
    await campus.request('POST', `demo/seances/${id}/comments`, { content: '<p>À 10 h</p>' });
    await campus.delete(id);
    return id;
  }

  it('goes for good when the retention delay has passed, with all that was delivered of it, and not before', async () => {
    await deleted();
    await house.deliver();
    house.clock.advance(retention);
    expect(await house.purge()).to.equal(0);
    house.clock.advance(1);
    expect(await house.purge()).to.equal(1);

    for (const [table, rows] of Object.entries(await contentsOf(database.knex)))
      expect(rows, table).to.deep.equal([]);
  });

  it('is still told to a host that was away meanwhile, in order, and goes then', async () => {
    await deleted();
    const waiting = await house.events();
    house.clock.advance(retention + 1);
    expect(await house.purge()).to.equal(1);
    expect(await house.events(), 'what the host has not heard').to.deep.equal(waiting);
    house.clock.advance(retention + 1);
    await house.purge();
    expect(await house.events(), 'however long it takes').to.deep.equal(waiting);
    await house.deliver();

    expect(house.told).to.deep.equal(waiting);
    await house.purge();
    expect(await house.events()).to.deep.equal([]);
  });

  for (const isTold of [true, false]) {
    const what = isTold ? 'can be told again' : 'is kept, and told no more';
    it(`${what}, for the retention delay when the host would not have it, and goes then`, async () => {
      await deleted();
      house.breakHost(true);
      while ((await house.backlog()).waiting > 0) {
        await house.deliver();
        house.clock.advance(3_600);
      }
      const given = await house.events();
      house.clock.advance(retention);
      expect(await house.purge()).to.equal(1);
      expect((await house.backlog()).givenUp).to.equal(given.length);

      house.breakHost(false);
      house.clock.advance(retention);
      if (isTold) await house.work.write(({ outbox }) => outbox.retryGivenUp(house.clock.now()));
      await house.deliver();
      await house.purge();
      expect(await house.events()).to.deep.equal(given);
      expect(house.told).to.deep.equal(isTold ? given : []);
      house.clock.advance(1);
      await house.purge();
      expect(await house.events()).to.deep.equal([]);
      expect(await house.backlog()).to.deep.equal({ waiting: 0, oldest: null, givenUp: 0 });
    });
  }

  it('is told and goes in the same way when the host says that its session or its space is gone', async () => {
    const kept = await house.campus.create({}, 'other');
    for (const gone of [
      { type: 'session.gone', sessionId: 'demo-2026' },
      { type: 'space.gone', spaceId: 'demo' },
    ] as const) {
      await house.deliver();
      const { id } = await house.campus.create();
      await house.campus.plugin.tell(gone);
      const waiting = () => database.knex('seance_event').where({ seance_id: id }).pluck('type');
      expect(await waiting()).to.deep.equal(['seance.created', 'seance.deleted']);
      await house.deliver();
      expect(house.told.slice(-2)).to.deep.equal(['seance.created', 'seance.deleted']);
      await house.purge();
      expect(await waiting(), 'for the retention delay').to.have.length(2);
      house.clock.advance(retention + 1);
      await house.purge();
      expect(await waiting()).to.deep.equal([]);
    }

    expect(await database.knex('seance_event').pluck('seance_id')).to.deep.equal([kept.id]);
  });

  it('goes in as many transactions as it takes', async () => {
    const { id } = await house.campus.create({ enrolmentMode: 'public' });
    await house.campus.repeat(id, { weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], weeks: 90 });
    await house.campus.delete(id, 'all');
    house.clock.advance(retention + 1);
    expect(await house.purge()).to.equal(451);
    while ((await house.backlog()).waiting > 0) await house.deliver();
    expect(await house.events()).to.have.length(902);
    house.clock.advance(retention + 1);
    await house.purge();

    expect(await house.events()).to.deep.equal([]);
  });
});

onMysql('What is written of a séance while it is purged', (database) => {
  it('is marked as left behind too, so that it goes one day', async () => {
    const { campus, clock, work, purge } = housekeeping(database);
    const { id } = await campus.create({ enrolmentMode: 'public' });
    await campus.request('POST', `demo/seances/${id}/enrolments`, { userIds: ['learner1'] });
    await campus.delete(id);
    clock.advance(retention + 1);
    const written = latch();
    const other = work.write(async ({ enrolments, events }) => {
      const [places] = await enrolments.lockPlaces(null, [id]);
      written.open();
      await letOthersRun();
      if (places) await events.append([seanceEvent(places.seanceId, 'enrolment.cancelled')]);
    });
    await written.opened;
    expect(await purge()).to.equal(1);
    await other;

    const marks = await database.knex('seance_event').where({ seance_id: id }).pluck('purged_at');
    expect(marks.length).to.be.greaterThan(0);
    expect(marks).to.not.include(null);
  });
});
