import { expect } from 'chai';
import type { OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { shiftInstant } from '../../src/domain/time/schedule.js';
import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { raceHost } from '../race/race-host.js';
import type { LoadedProcesses } from './loaded-processes.js';

/** The limit of a request in the loaded processes, and what a machine under load may add to it. In milliseconds. */
const longestAnswer = 6_000 + 2_000;

const capacities = [1, 3, 8, 8];
const wanted = 'Wanted';

/** Makes séances that everybody wants a place in, in a database that may be empty, and answers their ids. */
export async function wantedSeances({ knex }: OpenDatabase): Promise<readonly string[]> {
  const plugin = createSeancesPlugin({ ...raceHost().ports, database: knex });
  await plugin.start();
  const answers = await Promise.all(capacities.map((capacity) => createWanted(plugin, capacity)));
  const made = (await Promise.all(answers.map((answer) => answer.json()))) as { readonly id: string }[];
  await plugin.stop();
  return made.map(({ id }) => id);
}

/** Asks for one of them. */
export function createWanted(plugin: SeancesPlugin<unknown>, capacity: number): Promise<Response> {
  return plugin.fetch(
    new Request('http://faults.test/plugins/seances/api/v1/spaces/space/seances', {
      method: 'POST',
      headers: { 'x-actor': 'trainer1', 'content-type': 'application/json' },
      body: JSON.stringify({
        name: wanted,
        start: '2999-01-05T09:00',
        end: '2999-01-05T10:00',
        enrolmentMode: 'public',
        capacity,
      }),
    }),
    {},
  );
}

/**
 * What has to be so once a load is over, whatever happened under it. Ends the load first.
 *
 * @param settled waits until the database has what any of the processes was told.
 */
export function itIsAllThere(
  crew: () => LoadedProcesses,
  database: () => OpenDatabase,
  settled: () => Promise<void> = () => Promise.resolve(),
): void {
  describe('and afterwards', () => {
    before(async () => {
      await crew().killAll();
      await settled();
    });

    it('nobody ended who was not killed, and nobody was told of a fault that is ours', () => {
      expect(crew().deaths).to.deep.equal([]);
      const strange = crew().heard.filter(({ status }) => status >= 500 && status !== 503);
      expect(strange).to.deep.equal([]);
      expect(crew().heard.some(({ status }) => status === 503)).to.equal(true);
    });

    it('every request had its answer in time, and was told when to come back', () => {
      const late = crew().heard.filter(({ milliseconds }) => milliseconds > longestAnswer);
      const mute = crew().heard.filter(({ status, hasRetryAfter }) => status === 503 && !hasRetryAfter);
      expect([late, mute]).to.deep.equal([[], []]);
    });

    it('everything that was acknowledged is there, and once', async () => {
      const { knex } = database();
      const told = (what: string, ...statuses: number[]) =>
        crew().heard.filter((one) => one.what === what && statuses.includes(one.status));
      const created = told('create', 200, 201);
      const names = (await knex('seance').pluck('name')) as string[];
      const ids = new Set((await knex('seance').pluck('id')) as string[]);
      const comments = new Set((await knex('seance_comment').pluck('id')) as string[]);
      const data = (await knex('seance_event')
        .where('type', 'like', 'enrolment.%')
        .pluck('data')) as string[];
      const enrolments = new Set(data.map((one) => (JSON.parse(one) as { enrolmentId: string }).enrolmentId));

      expect(created).to.have.length.above(50);
      expect(created.filter(({ id = '' }) => !ids.has(id))).to.deep.equal([]);
      expect(new Set(names.filter((name) => name !== wanted)).size + capacities.length).to.equal(
        names.length,
      );
      expect(told('comment', 201).filter(({ id = '' }) => !comments.has(id))).to.deep.equal([]);
      expect(told('enrol', 201, 202).filter(({ id = '' }) => !enrolments.has(id))).to.deep.equal([]);
    });

    it('nothing is half-done: each séance has its first event, and the books add up', async () => {
      const silent = (await database().knex.raw(
        `select s.id from seance s left join seance_event e on e.seance_id = s.id and e.type = 'seance.created'
         where e.id is null`,
      )) as [unknown[]];
      const errors = await new KnexUnitOfWork(database()).read(({ enrolments }) =>
        enrolments.check(new SystemClock().now(), ['']),
      );
      expect([silent[0], errors]).to.deep.equal([[], []]);
    });

    it('the host hears of everything that still waits', async () => {
      // What processes had claimed when they were killed is anybody's five minutes later.
      const clock = { now: () => shiftInstant(new SystemClock().now(), 400) };
      const plugin = createSeancesPlugin({ ...raceHost().ports, database: database().knex }, { clock });
      await plugin.start();
      const backlog = () => new KnexUnitOfWork(database()).read(({ outbox }) => outbox.backlog());
      const until = Date.now() + 30_000;
      while ((await backlog()).waiting > 0 && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 200));
      const left = await backlog();
      await plugin.stop();
      expect(left).to.deep.equal({ waiting: 0, oldest: null, givenUp: 0 });
    });
  });
}
