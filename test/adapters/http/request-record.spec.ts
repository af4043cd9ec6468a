import { expect } from 'chai';
import sinon from 'sinon';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';
import { createSeancesPlugin, type MetricLabels } from '../../../src/index.js';
import { campus } from '../../support/campus.js';
import { onSqlite } from '../../support/databases.js';
import { latch } from '../../support/latch.js';
import { refusedWith, seanceBody, seances } from '../../support/api.js';
import { startPlugin, stopPlugins } from '../../support/plugin-under-test.js';

type Line = Readonly<Record<string, unknown>>;

function recorder() {
  const lines: Line[] = [];
  const keep = (level: string) => (values: Line, message: string) =>
    void lines.push({ level, ...values, message });
  return {
    lines,
    logger: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') },
  };
}

onSqlite('Operators', (database) => {
  after(stopPlugins);

  it('read one line per request, with its id, its operation and its status', async () => {
    const { lines, logger } = recorder();
    const { api } = await startPlugin(database.knex, {}, { logger });
    lines.length = 0;
    const { headers } = await api.get(seances, { headers: { 'x-request-id': 'proxy-1.a:b' } });

    expect(headers.get('x-request-id')).to.equal('proxy-1.a:b');
    expect(lines).to.have.length(1);
    expect({ ...lines[0], milliseconds: 0 }).to.deep.equal({
      level: 'info',
      message: 'request answered',
      requestId: 'proxy-1.a:b',
      operation: 'listSeances',
      method: 'GET',
      status: 200,
      milliseconds: 0,
    });
  });

  it('read one line at the start: which version, on which engine, and what was migrated', async () => {
    const { lines, logger } = recorder();
    const { plugin } = await startPlugin('sqlite::memory:', {}, { logger });
    const [started, ...rest] = lines;

    expect(rest.filter(({ message }) => message !== 'request answered')).to.deep.equal([]);
    expect(started).to.include({
      level: 'info',
      message: 'the plugin has started',
      version: plugin.manifest.version,
    });
    expect(started?.['engine']).to.match(/^SQLite \d/);
    expect(started?.['migrations']).to.be.an('array').that.is.not.empty;
  });

  it('are not told of probes and of files of the browser part, but at level debug, where there is one', async () => {
    const { lines, logger } = recorder();
    const { api } = await startPlugin(database.knex, {}, { logger });
    lines.length = 0;
    const paths = ['/health/live', '/health/ready', '/web/nothing.js'];
    for (const path of paths) await api.get(path, { as: null });
    const { info, warn, error } = logger;
    const without = await startPlugin(database.knex, {}, { logger: { info, warn, error } });
    const before = lines.length;
    for (const path of paths) expect((await without.api.get(path, { as: null })).status).to.be.below(500);

    expect(lines.slice(0, 3).map(({ level, operation }) => [level, operation])).to.deep.equal([
      ['debug', 'live'],
      ['debug', 'ready'],
      ['debug', 'webAsset'],
    ]);
    expect(lines.length).to.equal(before);
  });

  it('read why the process is not ready, in one line at level error: the reason of the database', async () => {
    const { lines, logger } = recorder();
    const { knex } = openDatabase('mysql://somebody:hunter2@127.0.0.1:9/seances');
    const plugin = createSeancesPlugin({ ...campus(), logger, database: knex });
    for (const path of ['health/ready', 'api/v1/spaces/demo/seances'])
      await plugin.fetch(
        new Request(`http://campus.test/plugins/seances/${path}`, { headers: { 'x-actor': 'trainer1' } }),
        {},
      );
    await plugin.stop();
    await knex.destroy();

    expect(
      lines.map(({ level, message, operation, status }) => [level, message, operation, status]),
    ).to.deep.equal([
      ['error', 'request failed', 'ready', 503],
      ['error', 'request failed', 'listSeances', 503],
    ]);
    for (const line of lines) {
      expect(line['error']).to.equal(
        'The database at 127.0.0.1:9 does not answer: connect ECONNREFUSED 127.0.0.1:9',
      );
      expect(line).to.have.property('milliseconds');
      expect(line).to.not.have.property('stack');
    }
  });

  it('read where it was thrown when nobody has foreseen what failed', async () => {
    const { lines, logger } = recorder();
    const { api, host } = await startPlugin(database.knex, {}, { logger });
    host.directory.space = () => Promise.resolve('nonsense' as never);
    host.directory.sessionsOf = () => Promise.resolve(undefined as never);
    lines.length = 0;
    expect((await api.get(seances, { documented: false })).status).to.equal(500);

    expect(lines).to.have.length(1);
    expect(lines[0]).to.include({ level: 'error', message: 'request failed', status: 500 });
    expect(lines[0]?.['stack']).to.match(/^TypeError: .*\n +at /);
  });

  it('hear on the console of a host whose port fails, when there is no log', async () => {
    const printed = sinon.stub(console, 'error');
    try {
      const { api, host } = await startPlugin(database.knex, {}, { logger: undefined });
      host.identity.identify = (request) =>
        Promise.resolve((request as { user?: { actor: never } }).user!.actor);
      expect((await api.get(seances)).status).to.equal(503);
      await api.get('/nothing');

      expect(printed.args).to.have.length(1);
      expect(printed.args[0]?.[0]).to.match(
        /^seances: request failed: \{.*"status":503.*The host's identity.identify failed: TypeError: [^\n]*\}$/,
      );
    } finally {
      printed.restore();
    }
  });

  it('get a new id for a request that has none, or one that no log should hold', async () => {
    const { api } = await startPlugin(database.knex);
    const ids = [];
    for (const given of [undefined, 'a b', '"', 'x'.repeat(129)]) {
      const { headers } = await api.get('/nothing', { headers: given ? { 'x-request-id': given } : {} });
      ids.push(headers.get('x-request-id'));
    }

    for (const id of ids) expect(id).to.match(/^[\da-f-]{36}$/);
    expect(new Set(ids).size).to.equal(4);
  });

  it('never read a secret, nor what people typed, whatever comes of the request', async () => {
    const { lines, logger } = recorder();
    const { api, host } = await startPlugin(database.knex, {}, { logger });
    const { body } = await api.send<{ url: string }>('POST', '/api/v1/me/feed');
    const feed = new URL(body.url).pathname.replace('/plugins/seances', '');
    const headers = { cookie: 'session=cookie-secret', authorization: 'Bearer bearer-secret' };
    await api.get(feed, { as: null, headers });
    await api.post(seances, seanceBody({ name: 'typed-secret' }), { headers });
    await api.post(seances, { name: ['typed-secret'] }, { headers });
    await api.get(`${seances}?q=typed-secret`, { headers });
    host.directory.space = () => Promise.reject(new Error('down'));
    await api.get(`${seances}?q=typed-secret`, { headers });
    const written = JSON.stringify(lines);

    expect(lines.some(({ message }) => message === 'request failed')).to.equal(true);
    for (const secret of ['cookie-secret', 'bearer-secret', 'typed-secret', feed.split('/').at(-1) ?? '']) {
      expect(written).to.not.include(secret.replace('.ics', ''));
    }
  });

  it('get the figures of every request', async () => {
    const counted: [string, number, MetricLabels][] = [];
    const observed: [string, number, MetricLabels][] = [];
    const metrics = {
      count: (...values: [string, number, MetricLabels]) => void counted.push(values),
      observe: (...values: [string, number, MetricLabels]) => void observed.push(values),
    };
    const { api } = await startPlugin(database.knex, {}, { metrics });
    counted.length = observed.length = 0;
    await api.get(`${seances}/nothing`);
    const labels = { operation: 'getSeance', method: 'GET', status: '404' };

    const requests = ([name]: [string, ...unknown[]]) => name.startsWith('seances_request');
    expect(counted.filter(requests)).to.deep.equal([['seances_requests_total', 1, labels]]);
    expect(observed.map(([name, , about]) => [name, about])).to.deep.equal([
      ['seances_request_seconds', labels],
    ]);
    expect(observed[0]?.[1]).to.be.at.least(0);
  });

  it('end a process without losing the request that it answers', async () => {
    // SQLite lets one connection write: another of this process would have to end first, and could not while it waits.
    await stopPlugins();
    const { api, host, plugin } = await startPlugin(database.address);
    const [begun, gate] = [latch(), latch()];
    const answerOf = host.directory.space.bind(host.directory);
    host.directory.space = async (id) => {
      begun.open();
      await gate.opened;
      return answerOf(id);
    };
    const created = api.post(seances, seanceBody());
    await begun.opened;
    const stopped = plugin.stop();

    refusedWith(await api.get('/health/ready', { as: null }), 503, 'unavailable');
    gate.open();
    expect((await created).status).to.equal(201);
    await stopped;
  });
});
