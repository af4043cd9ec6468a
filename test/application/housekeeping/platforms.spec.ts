import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { UuidGenerator } from '../../../src/adapters/system/uuid-generator.js';
import { PurgeDeleted } from '../../../src/application/deletion/purge-deleted.js';
import { MoveQueues } from '../../../src/application/enrolment/move-queues.js';
import { PlaceLedgers } from '../../../src/application/enrolment/place-ledgers.js';
import { EventRecorder } from '../../../src/application/event/event-recorder.js';
import { CheckBooks } from '../../../src/application/housekeeping/check-books.js';
import { ReadSettings } from '../../../src/application/settings/read-settings.js';
import type { SeanceView } from '../../../src/application/seance/seance-view.js';
import { Transactions } from '../../../src/application/transactions.js';
import { type Answer, seances } from '../../support/api.js';
import { currentSession, space } from '../../support/campus.js';
import { onHttp } from '../../support/scene.js';
import { settingsInForce } from '../../support/settings.js';
import { contentsOf } from '../../support/table-contents.js';
import { tenant, theirSession, theirSpace, withTenant } from '../../support/tenant.js';

const theirs = `/api/v1/spaces/${theirSpace}/seances`;
const day = 24 * 60 * 60;

onHttp('Work that nobody asks for', (scene) => {
  const work = () => new KnexUnitOfWork(scene.database.open, true);
  const queues = () => {
    const [ids, { clock }] = [new UuidGenerator(), scene];
    const transactions = new Transactions(work(), readSettings(), new EventRecorder(ids), ids, clock);
    return new MoveQueues(transactions, new PlaceLedgers(), readSettings(), clock);
  };
  const readSettings = () => new ReadSettings(work(), settingsInForce());
  const put = async (json: unknown, as: string) =>
    ok(scene.api.send('PUT', '/api/v1/admin/settings', { as, json }));
  const created = async (path: string, as: string, parts: object = {}) =>
    (
      await ok(
        scene.api.post<SeanceView>(
          path,
          { name: 'S', start: '2027-03-01T09:00', end: '2027-03-01T10:00', ...parts },
          { as },
        ),
      )
    ).id;
  const statusOf = async (path: string, as: string) =>
    (await ok(scene.api.get<SeanceView>(path, { as }))).myEnrolment?.status;

  before(() => withTenant(scene.host));
  afterEach(async () => {
    for (const table of Object.keys(await contentsOf(scene.database.knex)))
      await scene.database.knex(table).delete();
  });

  /** A séance of one place of which a second learner waits. */
  async function full(path: string, staff: string, learners: readonly string[]): Promise<string> {
    const id = await created(path, staff, { enrolmentMode: 'public', capacity: 1 });
    for (const as of learners) await ok(scene.api.send('PUT', `${path}/${id}/enrolments/me`, { as }));
    return `${path}/${id}`;
  }

  const bothFull = async () => [
    await full(seances, 'trainer1', ['learner1', 'learner2']),
    await full(theirs, tenant, ['their-learner1', 'their-learner2']),
  ];
  const waiting = async ([ours = '', their = '']: readonly string[]) => [
    await statusOf(ours, 'learner2'),
    await statusOf(their, 'their-learner2'),
  ];

  it('purges the bin of each platform when its own delay has passed', async () => {
    await put({ retentionDays: 2 }, tenant);
    for (const [path, as] of [
      [seances, 'trainer1'],
      [theirs, tenant],
    ] as const) {
      const id = await created(path, as);
      const kept = await created(path, as);
      for (const one of [id, kept])
        await ok(scene.api.post(`${path}/${one}/comments`, { content: 'x' }, { as }));
      const { items } = await ok(
        scene.api.get<{ items: { id: string }[] }>(`${path}/${kept}/comments`, { as }),
      );
      await ok(scene.api.delete(`${path}/${kept}/comments/${items[0]?.id}`, { as }));
      await ok(scene.api.delete(`${path}/${id}`, { as }));
    }
    const purge = async (after: number) => {
      scene.clock.advance(after);
      await new PurgeDeleted(work(), readSettings(), scene.clock).run();
      const spacesIn = async (table: string) =>
        (await scene.database.knex(table).whereNotNull('deleted_at').pluck('space_id')) as string[];
      return [await spacesIn('seance'), await spacesIn('seance_comment')];
    };

    expect(await purge(2 * day + 1)).to.deep.equal([[space], [space]]);
    expect(await purge(28 * day)).to.deep.equal([[], []]);
  });

  it('moves queues by the settings of their platform: when a place is freed, and when a setting is changed', async () => {
    await put({ promotion: 'staff' }, tenant);
    const paths = await bothFull();
    await scene.plugin.tell({ type: 'learner.left', userId: 'learner1', sessionId: currentSession });
    await scene.plugin.tell({ type: 'learner.left', userId: 'their-learner1', sessionId: theirSession });
    expect(await waiting(paths)).to.deep.equal(['enrolled', 'waiting']);

    await put({ promotion: 'staff' }, 'admin');
    await put({ promotion: 'automatic' }, 'admin');
    expect(await waiting(paths), 'what the other platform changes').to.deep.equal(['enrolled', 'waiting']);
    await put({ promotion: 'automatic' }, tenant);
    expect(await waiting(paths)).to.deep.equal(['enrolled', 'enrolled']);
  });

  it('looks for queues on every platform, and moves those that its settings let move', async () => {
    await put({ promotion: 'staff' }, tenant);
    const paths = await bothFull();
    await scene.database.knex('seance').update({ capacity: 2 });
    await queues().everywhere();
    expect(await waiting(paths)).to.deep.equal(['enrolled', 'waiting']);

    await scene.database.knex('seance_setting').delete();
    await queues().everywhere();
    expect(await waiting(paths)).to.deep.equal(['enrolled', 'enrolled']);
  });

  it('finds a queue that stands still in the books of a platform whose settings let it move, and of no other', async () => {
    await put({ promotion: 'staff' }, tenant);
    const [ours = '', their = ''] = await bothFull();
    await scene.database.knex('seance').update({ capacity: 2 });
    const stalled = async () =>
      (await new CheckBooks(work(), readSettings(), scene.clock).run()).map(({ kind, id }) => [kind, id]);
    const [ourId = '', theirId = ''] = [ours, their].map((path) => path.split('/').at(-1) ?? '');

    expect(await stalled()).to.deep.equal([['stalled-queue', ourId]]);
    await scene.database.knex('seance_setting').delete();
    expect(await stalled()).to.have.deep.members([
      ['stalled-queue', ourId],
      ['stalled-queue', theirId],
    ]);
  });
});

async function ok<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  const { status, text, body } = await answer;
  expect(status, text).to.be.within(200, 299);
  return body;
}
