import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import type { OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { lastWords, replay } from './event-replay.js';
import { raceHost } from './race-host.js';
import type { RaceOrder, RaceReport } from './racer.js';

const root = '/plugins/seances/api/v1/spaces/space';

/** Séances that everybody wants a place in, and what the processes that rush on them were told. */
export class PlaceRush {
  reports: readonly RaceReport[] = [];

  private constructor(
    /** Of the séances that are in no group, by id. */
    readonly capacities: ReadonlyMap<string, number | null>,
    /** Ids of the séances of a group. */
    readonly grouped: readonly string[],
  ) {}

  static async in({ knex }: OpenDatabase): Promise<PlaceRush> {
    const plugin = createSeancesPlugin({ ...raceHost().ports, database: knex });
    const capacities = new Map<string, number | null>();
    for (const capacity of [1, 5, 12, null]) capacities.set(await created(plugin, { capacity }), capacity);
    for (const id of await aSeries(plugin, { capacity: 4 })) capacities.set(id, 4);
    const grouped: string[] = [];
    for (const capacity of [3, 4, 5])
      grouped.push(await created(plugin, { capacity, groupName: 'Ateliers du matin' }));
    await plugin.stop();
    return new PlaceRush(capacities, grouped);
  }

  /** How many answers there were, by what was asked and by status. */
  get statuses(): ReadonlyMap<string, number> {
    const sums = new Map<string, number>();
    for (const { statuses } of this.reports)
      for (const [status, count] of Object.entries(statuses))
        sums.set(status, (sums.get(status) ?? 0) + count);
    return sums;
  }

  /** A process on each address, and one more on the last, which is killed in the middle. */
  async run(addresses: readonly string[], operations: number): Promise<void> {
    const seances = [...this.capacities.keys(), ...this.grouped];
    const victim = runner(addresses.at(-1) ?? '', { seed: 99, operations: 1_000_000, seances });
    const others = addresses.map((address, index) =>
      runner(address, { seed: index + 1, operations, seances }),
    );
    const death = setTimeout(() => victim.kill('SIGKILL'), 5_000);
    this.reports = await Promise.all(others.map(finished));
    clearTimeout(death);
    victim.kill('SIGKILL');
  }
}

/** What has to be so after a rush, however many processes and databases took part. */
export function itKeepsPlaces(rush: () => PlaceRush, database: () => OpenDatabase): void {
  it('leaves books that add up: counters, capacities, limits of groups, queues that have moved', async () => {
    const errors = await new KnexUnitOfWork(database()).read(({ enrolments }) =>
      enrolments.check(new SystemClock().now(), ['']),
    );
    expect(errors).to.deep.equal([]);
  });

  it('never gave a place that was not free, and never let anybody overtake the queue', async () => {
    const { complaints } = await replay(database().knex, rush().capacities);
    expect(complaints).to.deep.equal([]);
  });

  it('has in its rows what its events say', async () => {
    const { states } = await replay(database().knex, rush().capacities);
    for (const [id, { enrolled, queue }] of states) {
      const rows = await rowsOf(database(), id);
      const of = (status: string) => rows.filter((row) => row.status === status).map((row) => row.user_id);
      expect(new Set(of('enrolled'))).to.deep.equal(enrolled);
      expect(of('waiting')).to.deep.equal(queue);
    }
    for (const id of rush().grouped) {
      const rows = await rowsOf(database(), id);
      expect(new Map(rows.map(({ user_id: user, status }) => [user, status]))).to.deep.equal(
        await lastWords(database().knex, id),
      );
    }
  });

  it('kept every promise: what a client was told is in the events', async () => {
    const told = rush().reports.flatMap(({ promised }) => promised.map((of) => Object.values(of).join()));
    const rows = (await database()
      .knex('seance_event')
      .where('type', 'like', 'enrolment.%')
      .select('seance_id', 'user_id', 'data')) as { seance_id: string; user_id: string; data: string }[];
    const written = new Set(
      rows.flatMap(({ seance_id: seanceId, user_id: userId, data }) => [
        (JSON.parse(data) as { enrolmentId: string }).enrolmentId,
        `${seanceId},${userId}`,
      ]),
    );
    expect(told.length).to.be.greaterThan(100);
    expect(told.filter((id) => !written.has(id))).to.deep.equal([]);
  });
}

async function rowsOf(
  { knex }: OpenDatabase,
  id: string,
): Promise<readonly { readonly user_id: string; readonly status: string }[]> {
  return (await knex('seance_enrolment')
    .where({ seance_id: id })
    .orderBy('turn')
    .select('user_id', 'status')) as { user_id: string; status: string }[];
}

/** Ids of four séances of a series, a day apart. */
async function aSeries(plugin: SeancesPlugin<unknown>, parts: object): Promise<readonly string[]> {
  const id = await created(plugin, { ...parts, start: '2998-01-05T09:00', end: '2998-01-05T10:00' });
  const { items } = await post<{ items: readonly { id: string }[] }>(plugin, `/seances/${id}/repetitions`, {
    weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
    until: '2998-01-08',
  });
  return [id, ...items.map((item) => item.id)];
}

async function created(plugin: SeancesPlugin<unknown>, parts: object): Promise<string> {
  const { id } = await post<{ id: string }>(plugin, '/seances', {
    name: 'Atelier',
    start: '2999-01-05T09:00',
    end: '2999-01-05T10:00',
    enrolmentMode: 'public',
    ...parts,
  });
  return id;
}

async function post<Body>(plugin: SeancesPlugin<unknown>, path: string, body: object): Promise<Body> {
  const response = await plugin.fetch(
    new Request(`http://race.test${root}${path}`, {
      method: 'POST',
      headers: { 'x-actor': 'trainer1', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    {},
  );
  return (await response.json()) as Body;
}

function runner(address: string, order: RaceOrder): ChildProcess {
  const child = fork(new URL('racer.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: address },
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
