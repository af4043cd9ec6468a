import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { openDatabase, type OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { createSeancesPlugin } from '../../src/index.js';
import { raceHost } from '../race/race-host.js';
import { describeWith } from '../support/requirement.js';
import { SlowProxy } from '../support/slow-proxy.js';
import { WatchedTransactions } from '../support/watched-transactions.js';
import { createWanted, itIsAllThere, wantedSeances } from './aftermath.js';
import { type Heard, LoadedProcesses } from './loaded-processes.js';
import { ownServer } from './own-server.js';
import { ReplicatedServer } from './replicated-server.js';

const processes = 3;
const recovery = 30_000;
/** "The server is running with the --read-only option". */
const readOnly = 1290;

/**
 * Two servers, one of which follows the other, behind one address; a load that goes on while they change places; and at
 * the end a look whether what was acknowledged is there, on the one that is left.
 */
describeWith(ownServer, 'While a database fails over, three processes at work', function () {
  this.timeout(120_000);
  let primary: ReplicatedServer;
  let replica: ReplicatedServer;
  let proxy: SlowProxy;
  let crew: LoadedProcesses;
  let last: OpenDatabase | undefined;

  before(async () => {
    [primary, replica] = await Promise.all([ReplicatedServer.start(), ReplicatedServer.start()]);
    await primary.query('create database faults character set utf8mb4');
    // An ordinary user: one that may do everything may write to a server that is read-only.
    await primary.query("create user app@'%'");
    await primary.query("grant all on faults.* to app@'%'");
    await replica.follow(primary);
    const direct = openDatabase(`${primary.address}/faults`);
    const wanted = await wantedSeances(direct);
    await direct.knex.destroy();
    proxy = await SlowProxy.to(new URL(primary.address));
    crew = new LoadedProcesses([`mysql://app@127.0.0.1:${proxy.port}/faults`], wanted);
    crew.start(processes);
    await crew.recovered(60_000);
  });

  after(async () => {
    await crew.killAll();
    proxy.close();
    await last?.knex.destroy();
    await Promise.all([primary.stop(), replica.stop()]);
  });

  const of = (answers: readonly Heard[], ...kinds: readonly Heard['what'][]) =>
    answers.filter(({ what }) => kinds.includes(what));

  it('while the server is read-only, answers every write with 503 and Retry-After, and every read as before', async () => {
    await primary.query('set global read_only = 1');
    const answers = await crew.heardEach(
      recovery,
      (some) => of(some, 'create').length >= 3 && of(some, 'list').length >= 3,
    );
    const writes = of(answers, 'create', 'comment');
    expect(new Set(writes.map(({ status }) => status))).to.deep.equal(new Set([503]));
    expect(writes.every(({ hasRetryAfter }) => hasRetryAfter)).to.equal(true);
    expect(new Set(of(answers, 'list').map(({ status }) => status))).to.deep.equal(new Set([200]));
  });

  it('while the server is read-only, answers a write at its first try, whose connection leaves the pool', async () => {
    const { port } = new URL(primary.address);
    const { knex } = openDatabase(`mysql://app@127.0.0.1:${port}/faults?pool=1`);
    const watched = new WatchedTransactions(knex);
    const plugin = createSeancesPlugin({ ...raceHost().ports, database: knex });
    const connection = async () => (await knex.raw('select connection_id()')) as [unknown, unknown];
    const [before] = await connection();

    const { status, headers } = await createWanted(plugin, 1);
    expect([status, headers.has('retry-after')]).to.deep.equal([503, true]);
    expect(watched.seen).to.have.length(1);
    expect(watched.seen[0]?.flatMap(({ errno }) => errno ?? [])).to.deep.equal([readOnly]);
    expect((await connection())[0]).to.not.deep.equal(before);
    await plugin.stop();
    await knex.destroy();
  });

  it('goes on without a restart when the server takes writes again', async () => {
    await primary.query('set global read_only = 0');
    await crew.recovered(recovery);
  });

  it('goes on without a restart when its address leads to another server, and leaves the old one', async () => {
    await primary.query('set global read_only = 1');
    await crew.heardEach(recovery, (some) => of(some, 'create').length > 0);
    await replica.reach(await primary.position());
    await replica.takeOver();
    proxy.target = new URL(replica.address);
    await crew.recovered(recovery);

    // Connections that were open lead to the old server, which would read what is behind for as long as they live.
    const left = () =>
      primary.query<{ id: number }>("select id from information_schema.processlist where user = 'app'");
    const until = Date.now() + recovery;
    while ((await left()).length > 0 && Date.now() < until) await pause(100);
    expect(await left()).to.deep.equal([]);
    [primary, replica] = [replica, primary];
  });

  it('goes on without a restart when the server is gone, and the one that followed takes over', async () => {
    await replica.follow(primary);
    await crew.recovered(recovery);
    await primary.stop();
    await crew.heardEach(recovery, (some) => some.some(({ status }) => status === 503));
    await replica.takeOver();
    proxy.target = new URL(replica.address);
    await crew.recovered(recovery);
  });

  itIsAllThere(
    () => crew,
    () => (last ??= openDatabase(`${replica.address}/faults?pool=3`)),
  );
});
