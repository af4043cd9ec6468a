import { expect } from 'chai';
import type { MetricLabels } from '../../../src/index.js';
import { onSqlite } from '../../support/databases.js';
import { latch } from '../../support/latch.js';
import { refusedWith, seanceBody, seances } from '../../support/api.js';
import { startPlugin, stopPlugins } from '../../support/plugin-under-test.js';

type Line = Readonly<Record<string, unknown>>;

function recorder() {
  const lines: Line[] = [];
  const keep = (values: Line, message: string) => void lines.push({ ...values, message });
  return { lines, logger: { info: keep, warn: keep, error: keep } };
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
      message: 'request answered',
      requestId: 'proxy-1.a:b',
      operation: 'listSeances',
      method: 'GET',
      status: 200,
      milliseconds: 0,
    });
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
