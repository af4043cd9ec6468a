import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { groupedBy } from '../../src/domain/grouped.js';
import { onMysql } from '../support/databases.js';
import { MailServer } from '../support/mail-server.js';
import { Random } from '../support/random.js';
import { events, promises, stations, TellingRun } from './telling-run.js';

const processes = 4;
/** How far they are when one is killed, from 0 to 1. */
const moments = [0.1, 0.25, 0.4, 0.55, 0.7, 0.85];

onMysql(`Four processes that tell people of ${events} events, killed at any moment`, (database) => {
  let server: MailServer;
  let run: TellingRun;

  beforeEach(async () => {
    server = await MailServer.start();
    run = await TellingRun.in(database, server);
  });

  afterEach(async () => {
    await run.stop();
    await server.stop();
  });

  it('keep every promise once, and twice by mail at most where one has died; of each séance in order', async () => {
    const seed = Number(process.env['RACE_SEED'] ?? Date.now() % 100_000);
    const random = new Random(seed);
    run.start(processes);
    for (const moment of moments) {
      await run.until(moment);
      await pause(random.whole(0, 300));
      await run.kill(random.whole(0, processes - 1));
    }
    await run.until(1);
    run.passClaims();
    await run.until(1, 60_000);

    const said = `seed ${seed}`;
    const told = await run.told();
    expect(told, said).to.have.length(promises);
    const lanes = groupedBy(told, ({ userId, seanceId }) => `${userId} ${seanceId}`);
    for (const lane of lanes.values()) {
      expect(
        lane.map(({ before }) => before),
        said,
      ).to.deep.equal(stations.slice(0, -1));
      expect(
        lane.map(({ after }) => after),
        said,
      ).to.deep.equal(stations.slice(1));
    }
    const mailed = server.mails.map(({ messageId }) => /^<([\w-]+)@/.exec(messageId ?? '')?.[1] ?? '');
    const first = new Map([...new Set(mailed)].map((id, index) => [id, index]));
    expect([...first.keys()], said).to.have.members(told.map(({ noticeId }) => noticeId));
    expect(mailed.length - first.size, said).to.be.at.most(run.deaths);
    for (const lane of lanes.values()) {
      const places = lane.map(({ noticeId }) => first.get(noticeId) ?? -1);
      expect(places, said).to.deep.equal(places.toSorted((one, other) => one - other));
    }
  }).timeout(300_000);
});
