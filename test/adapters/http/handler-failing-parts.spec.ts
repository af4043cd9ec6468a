import { expect } from 'chai';
import { createSeancesPlugin, type SeancesPlugin } from '../../../src/index.js';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';
import { migrateToLatest } from '../../../src/adapters/knex/migrate.js';
import { type FakeHost, person } from '../../../src/testing/index.js';
import { onDatabase } from '../../support/databases.js';
import { Api, refusedWith, seanceBody, seances } from '../../support/api.js';
import { campus, hostRoom } from '../../support/campus.js';
import { Documented, type OpenApiDocument } from '../../support/documented.js';

const root = '/api/v1/spaces/demo';

onDatabase('A part of the host that fails', (database) => {
  const plugins: SeancesPlugin<unknown>[] = [];
  let documented: Documented;

  async function mounted(host: FakeHost, replaced: object = {}): Promise<Api> {
    const plugin = createSeancesPlugin({ ...host, database: database.knex, ...replaced });
    plugins.push(plugin);
    await plugin.start();
    const mount = {
      origin: 'http://campus.test',
      send: (request: Request) => plugin.fetch(request, {}),
      close: () => Promise.resolve(),
    };
    const { body } = await new Api(mount, '/plugins/seances', undefined).get<OpenApiDocument>(
      '/api/v1/openapi.json',
    );
    documented = new Documented(body);
    return new Api(mount, '/plugins/seances', documented);
  }

  after(async () => {
    for (const plugin of plugins) await plugin.stop();
  });

  const failures: readonly [string, (host: FakeHost) => void, readonly [string, string, unknown?][]][] = [
    [
      'identity.identify',
      ({ identity }) => (identity.identify = failing),
      [
        ['GET', root],
        ['POST', seances, seanceBody()],
      ],
    ],
    ['permissions.inSpace', ({ permissions }) => (permissions.inSpace = failing), [['GET', seances]]],
    [
      'permissions.mayAdminister',
      ({ permissions }) => (permissions.mayAdminister = failing),
      [['GET', root]],
    ],
    ['directory.space', ({ directory }) => (directory.space = failing), [['GET', root]]],
    ['directory.sessionsOf', ({ directory }) => (directory.sessionsOf = failing), [['GET', seances]]],
    ['directory.trainers', ({ directory }) => (directory.trainers = failing), [['GET', `${root}/trainers`]]],
    [
      'directory.trainersAmong',
      ({ directory }) => (directory.trainersAmong = failing),
      [['POST', seances, seanceBody({ trainerIds: ['trainer1'] })]],
    ],
    [
      'directory.isTrainingManager',
      ({ directory }) => (directory.isTrainingManager = failing),
      [['POST', seances, seanceBody()]],
    ],
    ['locations.search', ({ locations }) => (locations.search = failing), [['GET', `${root}/locations`]]],
    [
      'locations.find',
      ({ locations }) => (locations.find = failing),
      [['POST', seances, seanceBody({ locationId: hostRoom.id })]],
    ],
  ];
  for (const [port, breakIt, requests] of failures) {
    it(`${port}: the answer is 503 with Retry-After, and says nothing of the failure`, async () => {
      const host = campus();
      breakIt(host);
      const api = await mounted(host);
      for (const [method, path, json] of requests) {
        const answer = await api.send(method, path, { json });

        refusedWith(answer, 503, 'unavailable');
        expect(answer.headers.get('retry-after')).to.match(/^\d+$/);
        expect(answer.text).to.not.include('secret');
      }
    });
  }

  it('keeps nobody from changing a place of the platform when it is that of the places', async () => {
    const host = campus();
    const api = await mounted(host);
    const as = 'admin';
    const { body } = await api.post<{ readonly id: string }>(
      '/api/v1/admin/locations',
      { name: 'A' },
      { as },
    );
    host.locations.find = failing;
    const edited = await api.patch(`/api/v1/admin/locations/${body.id}`, { name: 'B' }, { as });

    expect(edited.body).to.include({ name: 'B' });
    expect((await api.delete(`/api/v1/admin/locations/${body.id}`, { as })).status).to.equal(204);
  });

  it('is in the way of no edit that does not ask it', async () => {
    const host = campus();
    const api = await mounted(host);
    const manual = await api.created({ enrolmentMode: 'manual' });
    const automatic = await api.created({ enrolmentMode: 'automatic' });
    host.directory.learners = failing;
    host.directory.trainersAmong = failing;
    const edit = (id: string, json: object, scope = 'this') =>
      api.patch(`${seances}/${id}?scope=${scope}`, json);

    for (const [id, json] of [
      [automatic.id, { name: 'Autre nom' }],
      [manual.id, { trainerIds: [] }],
      [manual.id, { enrolmentMode: 'public' }],
      [manual.id, { enrolmentMode: 'automatic' }],
    ] as const)
      expect((await edit(id, json)).status, JSON.stringify(json)).to.equal(200);
    for (const [id, json, scope] of [
      [automatic.id, { enrolmentMode: 'manual' }, 'this'],
      [manual.id, { enrolmentMode: 'public' }, 'all'],
      [manual.id, { trainerIds: ['trainer1'] }, 'this'],
    ] as const)
      refusedWith(await edit(id, json, scope), 503, 'unavailable');
  });

  it('may be a session in a zone that nobody knows: a séance there has to name its own', async () => {
    const zones = ['Mars/Phobos'].map((timeZone) => ({
      id: 's',
      name: 's',
      startsOn: null,
      endsOn: null,
      timeZone,
    }));
    const api = await mounted(
      campus()
        .withSpace('far', zones)
        .withTrainer('s', person('trainer1', 'Zoé', 'É')),
    );
    const path = '/api/v1/spaces/far/seances';

    refusedWith(await api.post(path, seanceBody()), 503, 'unavailable');
    expect((await api.post(path, seanceBody({ timeZone: 'Asia/Tokyo' }))).status).to.equal(201);
  });

  it('makes a feed fail, which would otherwise be read as one with fewer séances', async () => {
    const host = campus();
    const api = await mounted(host);
    await api.created({ trainerIds: ['trainer1'] });
    const { body } = await api.post<{ readonly url: string }>('/api/v1/me/feed', undefined);
    const feed = `/api/v1/feeds/${body.url.split('/').at(-1) ?? ''}`;
    expect((await api.get(feed, { as: null })).text).to.include('BEGIN:VEVENT');
    host.permissions.inSpace = failing;
    refusedWith(await api.get(feed, { as: null }), 503, 'unavailable');

    host.permissions.inSpace = () => Promise.resolve({ open: false, edit: false, enrol: false });
    expect((await api.get(feed, { as: null })).text).to.not.include('BEGIN:VEVENT');
  });

  it('may be that it does not know where somebody learns: their feed has what they enrolled in', async () => {
    const host = campus();
    host.directory.learnsIn = undefined as never;
    const api = await mounted(host);
    const { id } = await api.created({ enrolmentMode: 'public', name: 'Inscrit' });
    await api.created({ enrolmentMode: 'automatic', name: 'Automatique' });
    await api.send('PUT', `${seances}/${id}/enrolments/me`, { as: 'learner1' });
    const { body } = await api.post<{ readonly url: string }>('/api/v1/me/feed', undefined, {
      as: 'learner1',
    });
    const { text } = await api.get(`/api/v1/feeds/${body.url.split('/').at(-1) ?? ''}`, { as: null });

    expect(text).to.include('SUMMARY:Inscrit').and.not.include('SUMMARY:Automatique');
  });

  it('a port that throws instead of rejecting is no different', async () => {
    const host = campus();
    host.directory.space = () => {
      throw new Error('secret');
    };

    refusedWith(await (await mounted(host)).get(root), 503, 'unavailable');
  });

  it('is logged with its reason', async () => {
    const logged: object[] = [];
    const keep = (values: object) => void logged.push(values);
    const host = campus();
    host.directory.space = failing;
    await (await mounted(host, { logger: { info: keep, warn: keep, error: keep } })).get(root);

    expect(JSON.stringify(logged)).to.include('directory.space').and.include('secret');
  });

  it('does not stop the health of the process', async () => {
    const host = campus();
    host.identity.identify = failing;
    const api = await mounted(host);

    expect((await api.get('/health/live', { as: null })).status).to.equal(200);
    expect((await api.get('/health/ready', { as: null })).body).to.deep.equal({ status: 'ok' });
  });

  describe('when it is the database', () => {
    it('is alive, not ready, and answers 503 when it is gone', async () => {
      const { knex } = openDatabase(database.address);
      await migrateToLatest(knex);
      const api = await mounted(campus(), { database: knex });
      expect((await api.get('/health/ready', { as: null })).status).to.equal(200);
      await knex.destroy();

      refusedWith(await api.get('/health/ready', { as: null }), 503, 'unavailable');
      expect((await api.get('/health/live', { as: null })).status).to.equal(200);
      refusedWith(await api.get(seances), 503, 'unavailable');
      refusedWith(await api.post(seances, seanceBody()), 503, 'unavailable');
      refusedWith(await api.delete(`${seances}/x`), 503, 'unavailable');
    });

    it('is not ready before its schema is up to date', async () => {
      const plugin = createSeancesPlugin({ ...campus(), database: 'sqlite::memory:' });
      plugins.push(plugin);
      const ready = () => plugin.fetch(new Request('http://campus.test/plugins/seances/health/ready'), {});

      expect((await ready()).status).to.equal(503);
      await plugin.start();
      expect((await ready()).status).to.equal(200);
    });
  });
});

function failing(): Promise<never> {
  return Promise.reject(new Error('secret reason'));
}
