import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { type Connection, createConnection } from 'mysql2/promise';
import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { raceHost } from '../race/race-host.js';
import { onMysql } from '../support/databases.js';
import { wantedSeances } from './aftermath.js';

const root = 'http://faults.test/plugins/seances/api/v1/spaces/space/seances';

onMysql('A request that waits for a lock, and that an operator ends', (database) => {
  let plugin: SeancesPlugin<unknown>;
  let seance: string;

  before(async () => {
    seance = (await wantedSeances(database.open)).at(-1) ?? '';
    plugin = createSeancesPlugin({ ...raceHost().ports, database: database.openAnother().knex });
  });

  after(() => plugin.stop());

  const enrol = (learner: string) =>
    plugin.fetch(
      new Request(`${root}/${seance}/enrolments/me`, { method: 'PUT', headers: { 'x-actor': learner } }),
      {},
    );

  /** The holder of the lock is still listed with its statement for a moment after that was answered. */
  async function waitingFor(holder: Connection): Promise<number> {
    for (;;) {
      const [id] = (await database
        .knex('information_schema.processlist')
        .whereRaw('db = database() and id <> connection_id()')
        .whereNot({ id: holder.threadId })
        .where('info', 'like', '%for update')
        .pluck('id')) as number[];
      if (id !== undefined) return id;
      await pause(20);
    }
  }

  for (const [index, kill] of ['kill query', 'kill'].entries()) {
    it(`with ${kill.toUpperCase()}, is answered with 503 and Retry-After, and done when it is sent again`, async () => {
      const learner = `learner${index + 1}`;
      const holder = await createConnection(database.address);
      await holder.query('begin');
      await holder.query('select id from seance for update');
      const answer = enrol(learner);
      await database.knex.raw(`${kill} ${await waitingFor(holder)}`);
      const { status, headers } = await answer;
      await holder.end();

      expect([status, headers.has('retry-after')]).to.deep.equal([503, true]);
      expect(await database.knex('seance_enrolment').where({ user_id: learner })).to.deep.equal([]);
      expect((await enrol(learner)).status).to.equal(201);
    });
  }
});
