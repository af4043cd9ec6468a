import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { SeanceView } from '../../src/application/seance/seance-view.js';
import { createSeancesPlugin, type HostEvent, type SeancesPlugin } from '../../src/index.js';
import { onMysql } from '../support/databases.js';
import { enrolmentIn } from '../support/enrolments.js';
import { latch, letOthersRun } from '../support/latch.js';
import { seanceEvent } from '../support/seance-events.js';
import { raceHost } from './race-host.js';

const root = '/plugins/seances/api/v1/spaces/space/seances';
const seances = 12;
const learners = 40;

const events: readonly HostEvent[] = [
  { type: 'session.gone', sessionId: 'session' },
  { type: 'space.gone', spaceId: 'space' },
];

for (const gone of events) {
  onMysql(`The end of what has séances (${gone.type}) while places in them are asked for`, (database) => {
    let plugins: readonly [SeancesPlugin<unknown>, SeancesPlugin<unknown>];

    before(() => {
      // Each has connections of its own, as two processes have.
      const open = () => createSeancesPlugin({ ...raceHost().ports, database: database.openAnother().knex });
      plugins = [open(), open()];
    });

    after(async () => {
      for (const plugin of plugins) await plugin.stop();
    });

    async function send(
      plugin: SeancesPlugin<unknown>,
      actor: string,
      method: string,
      path: string,
      body?: object,
    ) {
      const headers = { 'x-actor': actor, 'content-type': 'application/json' };
      const sent = body && { body: JSON.stringify(body) };
      const response = await plugin.fetch(
        new Request(`http://race.test${root}${path}`, { method, headers, ...sent }),
        {},
      );
      const text = await response.text();
      return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as SeanceView };
    }

    async function created(): Promise<SeanceView> {
      const when = { start: '2999-01-05T09:00', end: '2999-01-05T10:00' };
      const parts = { name: 'Atelier', enrolmentMode: 'public', capacity: 10, ...when };
      return (await send(plugins[0], 'trainer1', 'POST', '', parts)).body;
    }

    const rowsLeft = async () => [
      await database.knex('seance').pluck('id'),
      await database.knex('seance_enrolment').pluck('seance_id'),
    ];
    const typesOf = (id: string) =>
      database.knex('seance_event').where({ seance_id: id }).orderBy('sequence').pluck('type') as Promise<
        string[]
      >;

    it('waits for a place that is being written, and takes it away with the séance', async () => {
      const seance = await created();
      const locked = latch();
      const enrolling = new KnexUnitOfWork(database.open, true).write(
        async ({ enrolments, events: trail }) => {
          const [places] = await enrolments.lockPlaces(null, [seance.id]);
          locked.open();
          await letOthersRun(200);
          if (!places) throw new Error('There is no séance.');
          await enrolments.insert([enrolmentIn(seance, 'learner1', 1)]);
          await enrolments.saveCounts([{ ...places, enrolled: 1, nextTurn: 2 }]);
          await trail.append([seanceEvent(seance.id, 'enrolment.enrolled', { spaceId: 'space' })]);
        },
      );
      await locked.opened;
      await Promise.all([enrolling, plugins[0].tell(gone)]);

      expect(await rowsLeft()).to.deep.equal([[], []]);
      expect(await typesOf(seance.id)).to.deep.equal([
        ...['seance.created', 'enrolment.enrolled', 'seance.deleted'],
      ]);
    });

    it('leaves nobody in what is gone, and says once that it is, when two processes hear it in a rush', async () => {
      const made = [];
      for (let count = 0; count < seances; count += 1) made.push(await created());
      const rush = made.flatMap(({ id }, index) =>
        Array.from({ length: learners }, (_, learner) =>
          send(
            plugins[(index + learner) % 2] as SeancesPlugin<unknown>,
            `learner${learner + 1}`,
            'PUT',
            `/${id}/enrolments/me`,
          ),
        ),
      );
      // Some places have been given by then, and others not.
      await Promise.race(rush);
      await Promise.all(plugins.map((plugin) => plugin.tell(gone)));
      const statuses = new Set((await Promise.all(rush)).map(({ status }) => status));

      expect(statuses.has(201)).to.equal(true);
      expect([...statuses].filter((status) => ![201, 202, 404].includes(status))).to.deep.equal([]);
      expect(await rowsLeft()).to.deep.equal([[], []]);
      for (const { id } of made) {
        const types = await typesOf(id);
        expect(types.filter((type) => type === 'seance.deleted')).to.have.length(1);
        expect(types.at(-1)).to.equal('seance.deleted');
      }
    });
  });
}
