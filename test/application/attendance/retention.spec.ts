import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { ForgetAttendance } from '../../../src/application/attendance/forget-attendance.js';
import { PurgeDeleted } from '../../../src/application/deletion/purge-deleted.js';
import { ReadSettings } from '../../../src/application/settings/read-settings.js';
import { findingsIn } from '../../../src/domain/attendance/entry.js';
import { Campus } from '../repetition/campus/campus.js';
import { sha256, storeLog } from '../../support/attendance-logs.js';
import { onDatabase, type TestDatabase } from '../../support/databases.js';
import { settingsInForce } from '../../support/settings.js';
import { contentsOf } from '../../support/table-contents.js';

const day = 24 * 60 * 60;
const retention = 1826 * day;

/** A campus whose background work runs when a test says so. */
function houseOn(database: TestDatabase) {
  const campus = new Campus(database.knex);
  const { clock } = campus;
  const work = new KnexUnitOfWork(database.open);
  const settings = new ReadSettings(work, settingsInForce());
  return {
    campus,
    clock,
    work,
    purge: () => new PurgeDeleted(work, settings, clock).run(),
    forget: () => new ForgetAttendance(work, settings, clock).due(),
    /** A half-day of a séance that there is, closed now. */
    closed: async (isSigned = true) => {
      const { id } = await campus.create();
      return (await storeLog(work, { seanceId: id, closedAt: clock.now(), isSigned })).slot;
    },
    there: async () => (await database.knex('seance').orderBy('id').pluck('id')) as string[],
    gone: () => database.knex('seance_attendance_gone').pluck('user_id'),
    names: async (seanceId: string) => {
      const entries = await work.read(({ attendance }) => attendance.entries(seanceId, 1));
      return [...new Set(entries.flatMap(({ user, by }) => [user.id, by.id]))].filter(Boolean).sort();
    },
    /** What does not add up in the logs that there are. */
    findings: () =>
      work.read(async ({ attendanceSeals, attendance }) => {
        const slots = await attendanceSeals.slots(undefined, 100);
        const entries = await attendance.entriesIn(slots.map(({ seanceId }) => seanceId));
        return slots.flatMap((slot) =>
          findingsIn(
            slot,
            entries.filter(({ seanceId }) => seanceId === slot.seanceId),
            sha256,
          ),
        );
      }),
  };
}

onDatabase('What was signed', (database) => {
  let house: ReturnType<typeof houseOn>;

  beforeEach(async () => {
    for (const table of Object.keys(await contentsOf(database.knex))) await database.knex(table).delete();
    house = houseOn(database);
  });

  it('keeps its séance in the bin until its retention ends, and others go before', async () => {
    const [signed, marked] = [await house.closed(), await house.closed(false)];
    await house.campus.delete(signed.seanceId);
    await house.campus.delete(marked.seanceId);
    house.clock.advance(31 * day);
    expect(await house.purge()).to.equal(1);
    expect(await house.there()).to.deep.equal([signed.seanceId]);

    house.clock.advance(retention - 31 * day);
    expect(await house.purge()).to.equal(0);
    house.clock.advance(1);
    expect(await house.purge()).to.equal(1);
    expect(await house.there()).to.deep.equal([]);
    for (const table of ['slot', 'entry'])
      expect(await database.knex(`seance_attendance_${table}`)).to.deep.equal([]);
  });

  it('lets what is behind it go, however much of it there is', async () => {
    for (let made = 0; made < 3; made += 1) await house.campus.delete((await house.closed()).seanceId);
    const { id } = await house.campus.create();
    await house.campus.delete(id);
    house.clock.advance(31 * day);

    expect(await house.purge()).to.equal(1);
    expect(await house.there()).to.have.length(3);
  });

  for (const gone of [
    { type: 'session.gone', sessionId: 'demo-2026' },
    { type: 'space.gone', spaceId: 'demo' },
  ] as const)
    it(`stays with its séance, deleted, when the host says ${gone.type}`, async () => {
      const [signed] = [await house.closed(), await house.closed(false)];
      await house.campus.plugin.tell(gone);
      await house.campus.plugin.tell(gone);

      expect(await house.there()).to.deep.equal([signed.seanceId]);
      expect(await database.knex('seance').whereNull('deleted_at')).to.deep.equal([]);
      expect(await house.findings()).to.deep.equal([]);
      house.clock.advance(retention + 1);
      expect(await house.purge()).to.equal(1);
    });

  it('names who is gone until its retention ends, and says nothing of them after, and adds up', async () => {
    const signed = await house.closed();
    await house.campus.plugin.tell({ type: 'user.gone', userId: 'zoe' });
    await house.forget();
    expect(await house.names(signed.seanceId)).to.deep.equal(['trainer', 'yves', 'zoe']);
    expect(await house.gone()).to.deep.equal(['zoe']);

    house.clock.advance(retention);
    await house.forget();
    expect(await house.names(signed.seanceId)).to.include('zoe');
    house.clock.advance(1);
    await house.forget();
    expect(await house.names(signed.seanceId)).to.deep.equal(['trainer', 'yves']);
    expect(await house.gone()).to.deep.equal([]);
    const left = JSON.stringify(await contentsOf(database.knex));
    for (const trace of ['zoe', 'Zoé Abel', 'M10 20L30 40', '"d1"', '"t1"'])
      expect(left).not.to.include(trace);
    expect(await house.findings()).to.deep.equal([]);
  });

  it('is all that names who is gone: what is open, or was not signed, does not', async () => {
    const [signed, marked] = [await house.closed(), await house.closed(false)];
    const { id } = await house.campus.create();
    await storeLog(house.work, { seanceId: id, closedAt: null });
    await house.campus.plugin.tell({ type: 'user.gone', userId: 'zoe' });

    expect(await house.names(signed.seanceId)).to.include('zoe');
    expect(await house.names(marked.seanceId)).to.deep.equal(['trainer', 'yves']);
    expect(await house.names(id)).to.deep.equal(['trainer', 'yves']);
    expect(await house.findings()).to.deep.equal([]);
  });

  it('is forgotten of trainers too, what they wrote of others stays', async () => {
    const marked = await house.closed(false);
    await house.campus.plugin.tell({ type: 'user.gone', userId: 'trainer' });

    expect(await house.names(marked.seanceId)).to.deep.equal(['yves', 'zoe']);
    expect(await database.knex('seance_attendance_entry').where({ note: 'train' })).to.have.length(1);
    expect(await house.gone()).to.deep.equal([]);
    expect(await house.findings()).to.deep.equal([]);
  });

  it('is forgotten of many half-days, in batches', async () => {
    const { id } = await house.campus.create();
    for (let slot = 1; slot <= 120; slot += 1)
      await storeLog(house.work, { seanceId: id, slot, isSigned: false });
    await house.campus.plugin.tell({ type: 'user.gone', userId: 'yves' });

    expect(await database.knex('seance_attendance_entry').where({ user_id: 'yves' })).to.deep.equal([]);
  });
});
