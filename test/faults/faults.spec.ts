import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { openDatabase, type OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { MariaDbServer } from '../support/mariadb-server.js';
import { describeWith } from '../support/requirement.js';
import { SlowProxy } from '../support/slow-proxy.js';
import { itIsAllThere, wantedSeances } from './aftermath.js';
import { LoadedProcesses } from './loaded-processes.js';
import { ownServer } from './own-server.js';

const processes = 4;
const mostConnections = 60;
const recovery = 20_000;
/** What is new has to be compiled first, by all of them at once. */
const beginning = 60_000;

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
    proxy = await SlowProxy.to(new URL(server.address));
    crew = new LoadedProcesses([`mysql://root@127.0.0.1:${proxy.port}/faults`], await wantedSeances(direct));
    crew.start(processes);
    await crew.recovered(beginning);
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
    await crew.recovered(beginning);
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

  itIsAllThere(
    () => crew,
    () => direct,
  );

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

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
