import { expect } from 'chai';
import { stub } from 'sinon';
import { KnexAttendanceRepository } from '../../../src/adapters/knex/knex-attendance-repository.js';
import { rowFromEntry } from '../../../src/adapters/knex/attendance-row.js';
import type { AttendanceEntryRow, AttendanceSlotRow } from '../../../src/adapters/knex/attendance-tables.js';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { NodeDigests } from '../../../src/adapters/system/node-digests.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { createTimeStamper } from '../../../src/adapters/timestamp/create-time-stamper.js';
import { PkiTimeStampReader } from '../../../src/adapters/timestamp/pki-time-stamp-reader.js';
import { StampDays } from '../../../src/application/attendance/stamp-days.js';
import { VerifyAttendance } from '../../../src/application/attendance/verify-attendance.js';
import { VerifyStamps } from '../../../src/application/attendance/verify-stamps.js';
import { ReadSettings } from '../../../src/application/settings/read-settings.js';
import type { SealFinding } from '../../../src/domain/attendance/seal-finding.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import { FixedClock } from '../../../src/testing/index.js';
import { correct, type logOf, recomputed, sha256, storeLog } from '../../support/attendance-logs.js';
import { onDatabase, type TestDatabase } from '../../support/databases.js';
import { settingsInForce } from '../../support/settings.js';
import { TimeStampServer } from '../../support/time-stamp-server.js';

const day = 24 * 60 * 60;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function sealsOn(database: TestDatabase, server: TimeStampServer) {
  const work = new KnexUnitOfWork(database.open);
  const clock = new FixedClock('2026-12-01T12:00:00Z' as Instant);
  const [digests, settings] = [new NodeDigests(), new ReadSettings(work, settingsInForce())];
  const stamper = createTimeStamper({ url: server.url });
  const reader = new PkiTimeStampReader(server.anchor);
  const stamps = new VerifyStamps(work, settings, reader, digests, clock);
  const verify = async () => {
    const findings: SealFinding[] = [];
    const report = await new VerifyAttendance(work, stamps, digests).run((one) => findings.push(one));
    return { findings, report };
  };
  return {
    work,
    clock,
    stamp: () => new StampDays(work, stamper, reader, digests, new UuidGenerator(), clock, silent).run(),
    verify,
    /** What is found, each as its fault and where. */
    findings: async () =>
      (await verify()).findings.map(({ fault, seanceId, slot, entry, stamp }) => ({
        fault,
        ...(seanceId !== null && { seanceId }),
        ...(slot !== null && { slot }),
        ...(entry !== null && { entry }),
        ...(stamp !== null && { stamp }),
      })),
  };
}

onDatabase('What is sealed', (database) => {
  let server: TimeStampServer;
  let seals: ReturnType<typeof sealsOn>;

  before(async () => {
    server = await TimeStampServer.start();
  });

  after(async () => {
    await server.stop();
  });

  beforeEach(async () => {
    seals = sealsOn(database, server);
    for (const table of ['slot', 'entry', 'stamp'])
      await database.knex(`seance_attendance_${table}`).delete();
  });

  const entries = () => database.knex<AttendanceEntryRow>('seance_attendance_entry');
  const slots = () => database.knex<AttendanceSlotRow>('seance_attendance_slot');
  const stamps = () => database.knex('seance_attendance_stamp');
  const faults = async () => [...new Set((await seals.findings()).map(({ fault }) => fault))];

  it('adds up as it was written, and what there is is counted', async () => {
    for (let made = 0; made < 25; made += 1) await storeLog(seals.work);
    const { slot } = await storeLog(seals.work, { isSigned: false });
    await storeLog(seals.work, { seanceId: slot.seanceId, slot: 2, closedAt: null });
    await seals.stamp();
    await correct(seals.work, slot.seanceId);
    seals.clock.advance(day);

    expect(await seals.verify()).to.deep.equal({
      findings: [],
      report: { slots: 27, entries: 135, forgotten: 0, unstamped: 1, stamps: 1, unanswered: 0 },
    });
  });

  it('adds up while somebody writes into it', async () => {
    const { slot } = await storeLog(seals.work);
    const reading = stub(KnexAttendanceRepository.prototype, 'entriesIn').callsFake(async function (
      this: KnexAttendanceRepository,
      ids,
    ) {
      await correct(seals.work, slot.seanceId);
      return reading.wrappedMethod.call(this, ids);
    });
    try {
      expect(await seals.findings()).to.deep.equal([]);
      expect(reading.callCount).to.be.greaterThan(0);
    } finally {
      reading.restore();
    }
  });

  /** Another value for each column of an entry. */
  const others: { readonly [Column in keyof AttendanceEntryRow]: AttendanceEntryRow[Column] } = {
    seance_id: '01900000-0000-7000-8000-999999999999',
    slot: 2,
    number: 9,
    kind: 'roster',
    user_id: 'xavier',
    user_name: 'Xavier',
    by_id: 'xavier',
    by_name: 'Xavier',
    mark: 'remote',
    minutes: 1,
    note: 'other',
    source: 'staff',
    at: '2026-12-01T08:06:00Z' as Instant,
    written_at: '2026-12-01T08:06:00Z' as Instant,
    is_clock_wrong: true,
    is_signed: false,
    signature: null,
    device: 'd2',
    ticket: 't2',
    user_salt: null,
    user_commitment: sha256(''),
    by_salt: null,
    by_commitment: sha256(''),
    hash: sha256(''),
  };
  for (const column of Object.keys(others) as (keyof AttendanceEntryRow)[])
    it(`is found to be changed in the column ${column} of an entry`, async () => {
      const { slot } = await storeLog(seals.work);
      await storeLog(seals.work);
      await entries()
        .where({ seance_id: slot.seanceId, number: 3 })
        .update({ [column]: others[column] });

      const found = await seals.findings();
      expect(found).not.to.deep.equal([]);
      // What went to another séance is missed there too.
      expect(found.map(({ seanceId }) => seanceId)).to.include(slot.seanceId);
    });

  /** Another value for each column of a half-day that its log or its stamp says too. */
  const othersOfSlot: Partial<AttendanceSlotRow> = {
    closed_at: '2016-12-01T11:00:00Z' as Instant,
    is_signed: false,
    entry_count: 4,
    last_hash: sha256(''),
    stamp: 7,
  };
  for (const [column, value] of Object.entries(othersOfSlot))
    it(`is found to be changed in the column ${column} of a half-day`, async () => {
      const { slot } = await storeLog(seals.work);
      await slots()
        .where({ seance_id: slot.seanceId })
        .update({ [column]: value });

      expect((await seals.findings()).map(({ seanceId }) => seanceId)).to.include(slot.seanceId);
    });

  it('is found with an entry that is gone, added, or in the place of another', async () => {
    const { slot } = await storeLog(seals.work);
    const of = () => entries().where({ seance_id: slot.seanceId });
    const [, second, third] = await of().orderBy('number');

    await of().where({ number: 2 }).delete();
    expect(await seals.findings()).to.deep.include({
      ...{ fault: 'entry-missing', seanceId: slot.seanceId, slot: 1, entry: 3 },
    });
    await entries().insert({ ...third!, number: 2 });
    expect(await faults()).to.include('entry-changed');
    await of().where({ number: 3 }).delete();
    await entries().insert({ ...second!, number: 3 });
    expect(await faults()).to.include('entry-changed');
    await of().where({ number: 2 }).delete();
    await of().where({ number: 3 }).delete();
    await entries().insert([second!, third!]);
    expect(await seals.findings()).to.deep.equal([]);
    await entries().insert({ ...third!, number: 6 });
    expect(await faults()).to.include('count-differs');
  });

  it('is found when a half-day is gone, and its entries are there', async () => {
    const { slot } = await storeLog(seals.work);
    await slots().where({ seance_id: slot.seanceId }).delete();

    expect(await seals.findings()).to.deep.equal([
      { fault: 'slot-missing', seanceId: slot.seanceId, slot: 1 },
    ]);
  });

  /** Puts a log in the place of the one that is stored. */
  async function replace({ slot, entries: written }: ReturnType<typeof logOf>): Promise<void> {
    await entries().where({ seance_id: slot.seanceId }).delete();
    await entries().insert(written.map(rowFromEntry));
    const { entryCount, lastHash, closedAt } = slot;
    await slots()
      .where({ seance_id: slot.seanceId })
      .update({ entry_count: entryCount, last_hash: lastHash, closed_at: closedAt });
  }

  it('is not found to be changed by who computes a whole log anew, until it is stamped', async () => {
    const log = await storeLog(seals.work);
    const changed = recomputed(log, 4, { mark: 'present', minutes: null, note: '' });

    await replace(changed);
    expect(await seals.findings()).to.deep.equal([]);
    await replace(log);
    await seals.stamp();
    expect(await seals.findings()).to.deep.equal([]);

    await replace(changed);
    const { seanceId } = log.slot;
    const found = { fault: 'stamped-entry-differs', seanceId, slot: 1, entry: 5, stamp: 1 };
    expect(await seals.findings()).to.deep.equal([found]);
    await correct(seals.work, seanceId);
    expect(await seals.findings()).to.deep.equal([found]);
  });

  it('is found to be shorter than it was stamped, or gone while it has to be kept', async () => {
    const { slot, entries: log } = await storeLog(seals.work);
    await correct(seals.work, slot.seanceId);
    await seals.stamp();
    const { seanceId } = slot;

    await replace({ slot, entries: log });
    expect(await seals.findings()).to.deep.equal([
      { fault: 'stamped-entry-missing', seanceId, slot: 1, entry: 6, stamp: 1 },
    ]);
    await slots().delete();
    await entries().delete();
    expect(await seals.findings()).to.deep.equal([
      { fault: 'signed-slot-missing', seanceId, slot: 1, stamp: 1 },
    ]);
    seals.clock.advance(1826 * day);
    expect(await seals.findings()).to.deep.equal([]);
  });

  it('may be gone with its séance when nobody signed', async () => {
    await storeLog(seals.work, { isSigned: false });
    await seals.stamp();
    await slots().delete();
    await entries().delete();

    expect(await seals.findings()).to.deep.equal([]);
  });

  for (const [column, value] of Object.entries({
    start_local: '2026-12-01T08:00',
    end_local: '2026-12-01T13:00',
    time_zone: 'Europe/London',
    minutes: 240,
  }))
    it(`is found to have another ${column} than was stamped`, async () => {
      await storeLog(seals.work);
      await seals.stamp();
      await slots().update({ [column]: value });

      expect(await faults()).to.deep.equal(['stamped-slot-differs']);
    });

  it('is found with a stamp that was changed, is gone, or has the token of another', async () => {
    await storeLog(seals.work);
    await seals.stamp();
    seals.clock.advance(day);
    await storeLog(seals.work);
    await seals.stamp();
    const [first, second] = (await stamps().orderBy('number')) as { token: string; content: string }[];
    const update = (number: number, change: object) => stamps().where({ number }).update(change);

    await update(2, { token: first!.token });
    expect(await seals.findings()).to.deep.equal([{ fault: 'token-wrong', stamp: 2 }]);
    await update(2, { token: second!.token, stamped_at: '2020-01-01T00:00:00Z' });
    expect(await seals.findings()).to.deep.equal([{ fault: 'token-time-differs', stamp: 2 }]);
    const content = second!.content.replace(/signed.*$/, `marks 5 ${sha256('')}`);
    await update(2, { content, digest: sha256(content) });
    expect(await faults()).to.include('token-wrong');
    await stamps().where({ number: 2 }).delete();
    expect(await faults()).to.deep.equal(['stamp-missing']);
    await stamps().where({ number: 1 }).delete();
    await stamps().insert({ ...second!, stamped_at: '2020-01-01T00:00:00Z' });
    expect(await faults()).to.include.members(['stamp-missing', 'stamp-out-of-order']);
  });

  it('is found with a token of a service that no authority vouches for, where one has to', async () => {
    await storeLog(seals.work);
    await seals.stamp();
    const other = await TimeStampServer.start();
    try {
      seals = sealsOn(database, other);
      expect(await seals.findings()).to.deep.equal([{ fault: 'token-wrong', stamp: 1 }]);
    } finally {
      await other.stop();
    }
  });
});
