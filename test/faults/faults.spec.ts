import { expect } from 'chai';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { openDatabase, type OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { shiftInstant } from '../../src/domain/time/schedule.js';
import { createSeancesPlugin } from '../../src/index.js';
import { raceHost } from '../race/race-host.js';
import { MariaDbServer } from '../support/mariadb-server.js';
import { describeWith } from '../support/requirement.js';
import { SlowProxy } from '../support/slow-proxy.js';
import { LoadedProcesses } from './loaded-processes.js';

const processes = 4;
const mostConnections = 60;
/** The limit of a request in the loaded processes, and what a machine under load may add to it. In milliseconds. */
const longestAnswer = 6_000 + 2_000;
const recovery = 20_000;

/** It kills a server of its own: that of TEST_DATABASE_URL is not there for that. */
const ownServer = {
  isThere: () => MariaDbServer.isInstalled(),
  missing: 'mariadbd is not installed. The suite of faults is skipped.',
};

/**
 * A server of its own, which is killed and flooded; a load that goes on meanwhile; and at the end a look whether what
 * was acknowledged is there, and nothing else is wrong.
 */
describeWith(ownServer, 'Under faults, four processes at work', function () {
  this.timeout(120_000);
  let server: MariaDbServer;
  let proxy: SlowProxy;
  let direct: OpenDatabase;
  let crew: LoadedProcesses;

  before(async () => {
    server = await MariaDbServer.start(`--max-connections=${mostConnections}`);
    await statement('create database faults character set utf8mb4');
    direct = openDatabase(`${server.address}/faults?pool=3`);
    const plugin = createSeancesPlugin({ ...raceHost().ports, database: direct.knex });
    await plugin.start();
    const wanted = await Promise.all([1, 3, 8, 8].map((capacity) => publicSeance(plugin, capacity)));
    await plugin.stop();
    proxy = await SlowProxy.to(new URL(server.address));
    crew = new LoadedProcesses(`mysql://root@127.0.0.1:${proxy.port}/faults`, wanted);
    crew.start(processes);
    await crew.recovered(60_000);
  });

  after(async () => {
    await crew.killAll();
    proxy.close();
    await direct.knex.destroy();
    await server.stop();
  });

  it('goes on when a process is killed, and when another one is', async () => {
    for (const victim of [0, 2]) {
      await crew.kill(victim);
      await pause(300);
    }
    await crew.recovered(recovery);
  });

  it('recovers from connections that are cut, again and again', async () => {
    for (let round = 0; round < 4; round += 1) {
      await cutConnections();
      await pause(300);
    }
    await crew.recovered(recovery);
  });

  it('recovers from a crash of the database', async () => {
    await server.crash();
    await crew.recovered(recovery);
  });

  it('recovers from a server that has no connection left', async () => {
    const held: Connection[] = [];
    const grab = async () => {
      const one = await createConnection(server.address).catch(() => undefined);
      one?.on('error', () => undefined);
      if (one) held.push(one);
      return one !== undefined;
    };
    const keeper = await createConnection(server.address);
    await cutConnections(keeper);
    while (await grab());
    const until = Date.now() + 3_000;
    while (Date.now() < until) {
      await cutConnections(keeper, held);
      await Promise.all(Array.from({ length: 10 }, grab));
    }
    for (const one of held) one.destroy();
    keeper.destroy();
    await crew.recovered(recovery);
  });

  it('recovers from tables that somebody holds, with every connection waiting for them', async () => {
    const holder = await createConnection(`${server.address}/faults`);
    await holder.query('lock tables seance write');
    await pause(4_000);
    holder.destroy();
    await crew.recovered(recovery);
  });

  it('goes on when the database is slow, and when it does not answer for a while', async () => {
    for (const delay of [100, 3_000]) {
      proxy.delay = delay;
      await pause(3_000);
    }
    proxy.delay = 0;
    await crew.recovered(recovery);
  });

  describe('and afterwards', () => {
    before(async () => {
      await crew.killAll();
    });

    it('nobody ended who was not killed, and nobody was told of a fault that is ours', () => {
      expect(crew.deaths).to.deep.equal([]);
      const strange = crew.heard.filter(({ status }) => status >= 500 && status !== 503);
      expect(strange).to.deep.equal([]);
      expect(crew.heard.some(({ status }) => status === 503)).to.equal(true);
    });

    it('every request had its answer in time, and was told when to come back', () => {
      const late = crew.heard.filter(({ milliseconds }) => milliseconds > longestAnswer);
      const mute = crew.heard.filter(({ status, hasRetryAfter }) => status === 503 && !hasRetryAfter);
      expect([late, mute]).to.deep.equal([[], []]);
    });

    it('everything that was acknowledged is there, and once', async () => {
      const told = (what: string, ...statuses: number[]) =>
        crew.heard.filter((one) => one.what === what && statuses.includes(one.status));
      const created = told('create', 200, 201);
      const names = (await direct.knex('seance').pluck('name')) as string[];
      const ids = new Set((await direct.knex('seance').pluck('id')) as string[]);
      const comments = new Set((await direct.knex('seance_comment').pluck('id')) as string[]);
      const data = (await direct
        .knex('seance_event')
        .where('type', 'like', 'enrolment.%')
        .pluck('data')) as string[];
      const enrolments = new Set(data.map((one) => (JSON.parse(one) as { enrolmentId: string }).enrolmentId));

      expect(created).to.have.length.above(100);
      expect(created.filter(({ id = '' }) => !ids.has(id))).to.deep.equal([]);
      expect(new Set(names.filter((name) => name !== 'Wanted')).size + wantedCount).to.equal(names.length);
      expect(told('comment', 201).filter(({ id = '' }) => !comments.has(id))).to.deep.equal([]);
      expect(told('enrol', 201, 202).filter(({ id = '' }) => !enrolments.has(id))).to.deep.equal([]);
    });

    it('nothing is half-done: each séance has its first event, and the books add up', async () => {
      const silent = (await direct.knex.raw(
        `select s.id from seance s left join seance_event e on e.seance_id = s.id and e.type = 'seance.created'
         where e.id is null`,
      )) as [unknown[]];
      const errors = await new KnexUnitOfWork(direct).read(({ enrolments }) =>
        enrolments.check(new SystemClock().now(), true),
      );
      expect([silent[0], errors]).to.deep.equal([[], []]);
    });

    it('the host hears of everything that still waits', async () => {
      // What processes had claimed when they were killed is anybody's five minutes later.
      const clock = { now: () => shiftInstant(new SystemClock().now(), 400) };
      const plugin = createSeancesPlugin({ ...raceHost().ports, database: direct.knex }, { clock });
      await plugin.start();
      const backlog = () => new KnexUnitOfWork(direct).read(({ outbox }) => outbox.backlog());
      const until = Date.now() + 30_000;
      while ((await backlog()).waiting > 0 && Date.now() < until) await pause(200);
      const left = await backlog();
      await plugin.stop();
      expect(left).to.deep.equal({ waiting: 0, oldest: null, givenUp: 0 });
    });
  });

  /** Of everybody but those who ask and who are spared. */
  async function cutConnections(by?: Connection, spared: readonly Connection[] = []): Promise<void> {
    const connection = by ?? (await createConnection(server.address));
    const [rows] = await connection.query<(RowDataPacket & { id: number })[]>(
      "select id from information_schema.processlist where id <> connection_id() and user = 'root'",
    );
    const kept = new Set(spared.map(({ threadId }) => threadId));
    for (const { id } of rows) if (!kept.has(id)) await connection.query(`kill ${id}`).catch(() => undefined);
    if (!by) connection.destroy();
  }

  async function statement(sql: string): Promise<void> {
    const connection = await createConnection(server.address);
    await connection.query(sql);
    await connection.end();
  }
});

const wantedCount = 4;

async function publicSeance(
  plugin: ReturnType<typeof createSeancesPlugin>,
  capacity: number,
): Promise<string> {
  const response = await plugin.fetch(
    new Request('http://faults.test/plugins/seances/api/v1/spaces/space/seances', {
      method: 'POST',
      headers: { 'x-actor': 'trainer1', 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Wanted',
        start: '2999-01-05T09:00',
        end: '2999-01-05T10:00',
        enrolmentMode: 'public',
        capacity,
      }),
    }),
    {},
  );
  return ((await response.json()) as { id: string }).id;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
