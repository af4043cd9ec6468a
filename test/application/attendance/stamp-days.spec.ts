import { expect } from 'chai';
import { createTimeStamper } from '../../../src/adapters/timestamp/create-time-stamper.js';
import { PkiTimeStampReader } from '../../../src/adapters/timestamp/pki-time-stamp-reader.js';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { NodeDigests } from '../../../src/adapters/system/node-digests.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { StampDays } from '../../../src/application/attendance/stamp-days.js';
import { noHash } from '../../../src/domain/attendance/entry.js';
import { readStampContent } from '../../../src/domain/attendance/stamp.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import { FixedClock } from '../../../src/testing/index.js';
import { correct, sha256, storeLog } from '../../support/attendance-logs.js';
import { onDatabase, type TestDatabase } from '../../support/databases.js';
import { rejection } from '../../support/rejections.js';
import { TimeStampServer } from '../../support/time-stamp-server.js';

const day = 24 * 60 * 60;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function stampingOn(database: TestDatabase, server: TimeStampServer, mostInStamp?: number) {
  const work = new KnexUnitOfWork(database.open);
  const clock = new FixedClock('2026-12-01T12:00:00Z' as Instant);
  const stamper = createTimeStamper({ url: server.url });
  const days = () =>
    new StampDays(
      ...([work, stamper, new PkiTimeStampReader(), new NodeDigests(), new UuidGenerator(), clock] as const),
      ...([silent, mostInStamp] as const),
    );
  return {
    work,
    clock,
    stamp: () => days().run(),
    stamps: () => work.read(({ attendanceSeals }) => attendanceSeals.stamps(0, 100)),
    backlog: () => work.read(({ attendanceSeals }) => attendanceSeals.backlog()),
    /** What each stamp is about. */
    about: async () => {
      const stamps = await work.read(({ attendanceSeals }) => attendanceSeals.stamps(0, 100));
      return stamps.map(({ content }) =>
        readStampContent(content).slots.map(({ seanceId, entryCount }) => [seanceId, entryCount]),
      );
    },
  };
}

onDatabase('The stamp of a day', (database) => {
  let server: TimeStampServer;
  let house: ReturnType<typeof stampingOn>;

  beforeEach(async () => {
    server = await TimeStampServer.start();
    house = stampingOn(database, server);
    for (const table of ['slot', 'entry', 'stamp'])
      await database.knex(`seance_attendance_${table}`).delete();
  });

  afterEach(async () => {
    await server.stop();
  });

  it('has what is closed, with a token about it, and follows nothing', async () => {
    server.now = new Date('2026-12-01T12:00:03Z');
    const { slot } = await storeLog(house.work);
    await storeLog(house.work, { closedAt: null });
    await house.stamp();

    const [stamp, ...others] = await house.stamps();
    expect(others).to.deep.equal([]);
    expect(stamp).to.include({
      number: 1,
      digest: sha256(stamp!.content),
      createdAt: '2026-12-01T12:00:00Z',
    });
    const { previous, slots } = readStampContent(stamp!.content);
    expect([previous, slots.length]).to.deep.equal([noHash, 1]);
    expect(slot).to.deep.include(slots[0]);
    expect(stamp?.token?.at).to.equal('2026-12-01T12:00:03Z');
    expect(
      await new PkiTimeStampReader(server.anchor).verify(stamp!.token!.der, stamp!.content),
    ).to.deep.equal({ at: '2026-12-01T12:00:03Z' });
  });

  it('is made once a day, of what was closed or corrected since, and follows the one before', async () => {
    const { slot: first } = await storeLog(house.work);
    await house.stamp();
    await house.stamp();
    const { slot: second } = await storeLog(house.work);
    await correct(house.work, first.seanceId);
    await house.stamp();
    expect(await house.about()).to.deep.equal([[[first.seanceId, 5]]]);

    house.clock.advance(day);
    await house.stamp();
    await house.stamp();
    expect(await house.about()).to.deep.equal([
      [[first.seanceId, 5]],
      [
        [first.seanceId, 6],
        [second.seanceId, 5],
      ],
    ]);
    const [one, other] = await house.stamps();
    expect(readStampContent(other!.content).previous).to.equal(one?.digest);
  });

  it('is not made of nothing', async () => {
    await storeLog(house.work, { closedAt: null });
    await house.stamp();

    expect(await house.stamps()).to.deep.equal([]);
    expect(server.asked).to.deep.equal([]);
  });

  it('is asked for again, as it was, when the service did not answer, and says why', async () => {
    const { slot } = await storeLog(house.work);
    server.misbehaves = 'refuses';
    expect(await rejection(house.stamp()))
      .to.have.property('message')
      .that.matches(/the clock is being set/);
    const { fault, last } = await house.backlog();
    expect(fault).to.match(/refuses: status 2, the clock is being set/);
    expect(last?.token).to.equal(null);

    server.misbehaves = undefined;
    await correct(house.work, slot.seanceId);
    house.clock.advance(60 * 60);
    await house.stamp();
    expect(await house.about()).to.deep.equal([[[slot.seanceId, 5]]]);
    expect(await house.backlog()).to.include({ fault: '', waiting: 1, oldest: slot.closedAt });
    expect((await house.stamps())[0]?.token).not.to.equal(null);
  });

  it('is not kept when what the service says is not right', async () => {
    await storeLog(house.work);
    server.misbehaves = 'signature-changed';
    await rejection(house.stamp());

    expect((await house.stamps())[0]?.token).to.equal(null);
  });

  it('is asked for by one process when several want to', async () => {
    for (let made = 0; made < 3; made += 1) await storeLog(house.work);
    await Promise.all(Array.from({ length: 4 }, () => house.stamp()));

    expect(await house.stamps()).to.have.length(1);
    expect(server.asked).to.have.length(1);
  });

  it('is claimed for a time by whoever asks, and then by others', async () => {
    await storeLog(house.work);
    server.misbehaves = 'silent';
    const asking = rejection(
      new StampDays(
        ...([house.work, createTimeStamper({ url: server.url, lasts: 200 })] as const),
        ...([new PkiTimeStampReader(), new NodeDigests(), new UuidGenerator(), house.clock, silent] as const),
      ).run(),
    );
    while (server.asked.length === 0) await new Promise((next) => setImmediate(next));
    server.misbehaves = undefined;
    await house.stamp();
    expect(server.asked).to.have.length(1);

    house.clock.advance(301);
    await house.stamp();
    expect(server.asked).to.have.length(2);
    await asking;
    expect((await house.stamps())[0]?.token).not.to.equal(null);
  });

  it('has no more half-days than its most, and others follow at once', async () => {
    house = stampingOn(database, server, 2);
    for (let made = 0; made < 5; made += 1) await storeLog(house.work);
    const more = [await house.stamp(), await house.stamp(), await house.stamp()];

    expect((await house.about()).map((about) => about.length)).to.deep.equal([2, 2]);
    expect(more).to.deep.equal([true, true, false]);
    house.clock.advance(day);
    await house.stamp();
    expect((await house.about()).map((about) => about.length)).to.deep.equal([2, 2, 1]);
  });
});
