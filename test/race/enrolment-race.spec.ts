import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { onMysql } from '../support/databases.js';
import { replay } from './event-replay.js';
import { raceHost } from './race-host.js';
import type { RaceOrder, RaceReport } from './racer.js';

const processes = 4;
/** Of each process; RACE_OPERATIONS asks for fewer, or more. */
const operations = Number(process.env['RACE_OPERATIONS'] ?? 5_000);
const root = '/plugins/seances/api/v1/spaces/space';

onMysql('A rush on places by several processes', (database) => {
  let plugin: SeancesPlugin<unknown>;
  let capacities: Map<string, number | null>;
  let grouped: string[];
  let reports: RaceReport[];

  async function create(parts: object): Promise<string> {
    const response = await plugin.fetch(
      new Request(`http://race.test${root}/seances`, {
        method: 'POST',
        headers: { 'x-actor': 'trainer1', 'content-type': 'application/json' },
        body: JSON.stringify({
          name: 'Atelier',
          start: '2999-01-05T09:00',
          end: '2999-01-05T10:00',
          enrolmentMode: 'public',
          ...parts,
        }),
      }),
      {},
    );
    return ((await response.json()) as { id: string }).id;
  }

  function runner(order: RaceOrder): ChildProcess {
    const child = fork(new URL('racer.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, DATABASE_URL: database.address },
    });
    child.send(order);
    return child;
  }

  async function finished(child: ChildProcess): Promise<RaceReport> {
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`a process of the race ended with ${String(code)}`);
      }),
    ])) as [RaceReport];
    return message;
  }

  before('lets them run, and kills one in the middle', async function () {
    this.timeout(900_000);
    plugin = createSeancesPlugin({ ...raceHost().ports, database: database.address });
    capacities = new Map();
    for (const capacity of [1, 5, 12, null]) capacities.set(await create({ capacity }), capacity);
    grouped = [];
    for (const capacity of [3, 4, 5])
      grouped.push(await create({ capacity, groupName: 'Ateliers du matin' }));
    const seances = [...capacities.keys(), ...grouped];
    const victim = runner({ seed: 99, operations: 1_000_000, seances });
    const others = Array.from({ length: processes }, (_, index) =>
      runner({ seed: index + 1, operations, seances }),
    );
    setTimeout(() => victim.kill('SIGKILL'), 5_000);
    reports = await Promise.all(others.map(finished));
    victim.kill('SIGKILL');
  });

  after(async () => plugin.stop());

  it('answers every request with what the rules say, and never with a fault', () => {
    const statuses = reports.flatMap((report) => Object.keys(report.statuses));
    expect(statuses.filter((status) => / 5\d\d$/.test(status))).to.deep.equal([]);
    expect(reports.reduce((sum, report) => sum + report.operations, 0)).to.equal(processes * operations);
    expect(statuses.some((status) => status.endsWith('enrolments/me 201'))).to.equal(true);
    expect(statuses.some((status) => status.endsWith('enrolments/me 202'))).to.equal(true);
  });

  it('leaves books that add up: counters, capacities, limits of groups, queues that have moved', async () => {
    const errors = await new KnexUnitOfWork(database.open).read(({ enrolments }) =>
      enrolments.check(new SystemClock().now(), true),
    );
    expect(errors).to.deep.equal([]);
  });

  it('never gave a place that was not free, and never let anybody overtake the queue', async () => {
    const { complaints } = await replay(database.knex, capacities);
    expect(complaints).to.deep.equal([]);
  });

  it('has in its rows what its events say', async () => {
    const { states } = await replay(database.knex, capacities);
    for (const [id, { enrolled, queue }] of states) {
      const rows = (await database
        .knex('seance_enrolment')
        .where({ seance_id: id })
        .orderBy('turn')
        .select('user_id', 'status')) as { user_id: string; status: string }[];
      const of = (status: string) => rows.filter((row) => row.status === status).map((row) => row.user_id);
      expect(new Set(of('enrolled'))).to.deep.equal(enrolled);
      expect(of('waiting')).to.deep.equal(queue);
    }
  });

  it('kept every promise: what a client was told is in the events', async () => {
    const told = reports.flatMap(({ promised }) => promised.map(({ enrolmentId }) => enrolmentId));
    const rows = (await database
      .knex('seance_event')
      .where('type', 'like', 'enrolment.%')
      .pluck('data')) as string[];
    const written = new Set(rows.map((data) => (JSON.parse(data) as { enrolmentId: string }).enrolmentId));
    expect(told.length).to.be.greaterThan(100);
    expect(told.filter((id) => !written.has(id))).to.deep.equal([]);
  });
});
