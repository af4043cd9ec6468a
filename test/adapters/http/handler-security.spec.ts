import { expect } from 'chai';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';
import { onDatabase, onSqlite } from '../../support/databases.js';
import { accessMatrix } from './access-matrix.js';
import { invalid, refusedWith, seanceBody, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';
import { type PluginUnderTest, startPlugin, stopPlugins } from '../../support/plugin-under-test.js';

onHttp('The headers of answers', (scene) => {
  it('keep a browser from running, guessing or framing any of them, refused or not', async () => {
    for (const { method, path } of [...accessMatrix, { method: 'GET', path: '/web/none.js' }])
      for (const as of [null, 'trainer1']) {
        const { headers } = await scene.api.send(method, path.replaceAll(/\{\w+\}/g, 'x'), { as });

        expect(headers.get('x-content-type-options'), path).to.equal('nosniff');
        expect(headers.get('content-security-policy'), path)
          .to.contain("default-src 'none'")
          .and.contain('frame-ancestors');
        // What is shown under an address that is a secret sends it nowhere at all.
        const isSecretPage = path.includes('/unsubscribe/') && method === 'GET';
        expect(headers.get('referrer-policy'), path).to.equal(isSecretPage ? 'no-referrer' : 'same-origin');
      }
  });

  it('keep data out of caches', async () => {
    for (const path of [seances, '/api/v1/spaces/demo', '/api/v1/me/feed'])
      expect((await scene.api.get(path)).headers.get('cache-control')).to.equal('no-store');
  });
});

onHttp('What was sent', (scene) => {
  it('pollutes no prototype', async () => {
    for (const raw of ['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}']) {
      const headers = { 'content-type': 'application/json' };
      const { status } = await scene.api.send('POST', seances, { raw, headers });

      expect(status).to.equal(422);
      expect(({} as { polluted?: number }).polluted).to.equal(undefined);
    }
  });

  it('is refused when a parameter is given twice', async () => {
    invalid(await scene.api.get(`${seances}?page=1&page=2`), ['?page', 'wrong-type']);
  });
});

onDatabase('Logs', (database) => {
  let lines: unknown[];
  const keep = (...line: unknown[]) => void lines.push(line);
  const logger = { info: keep, warn: keep, error: keep };

  beforeEach(() => {
    lines = [];
  });
  after(stopPlugins);

  it('of a statement that failed have what the database says, and not what people typed', async () => {
    const { api } = await startPlugin(database.address, {}, { logger });
    await database.knex.schema.renameTable('seance_event', 'seance_elsewhere');
    const answer = await api.post(seances, seanceBody({ name: 'typed-secret - typed-secret' }), {
      documented: false,
    });
    await database.knex.schema.renameTable('seance_elsewhere', 'seance_event');
    const written = JSON.stringify(lines);

    refusedWith(answer, 500, 'internal');
    expect(answer.text).to.not.contain('seance_event');
    expect(written)
      .to.match(/request failed/)
      .and.match(/seance_event/);
    expect(written).to.not.contain('typed-secret');
  });
});

onSqlite('The address of a database', (database) => {
  let plugin: PluginUnderTest;

  before(async () => {
    plugin = await startPlugin(database.address);
  });
  after(stopPlugins);

  it('is never logged with its password, nor told to anybody', async () => {
    const lines: unknown[] = [];
    const keep = (...line: unknown[]) => void lines.push(line);
    const written: string[] = [];
    const { log, error, warn } = console;
    const print = (...parts: unknown[]) => void written.push(parts.map(String).join(' '));
    Object.assign(console, { log: print, error: print, warn: print });
    const nowhere = openDatabase('mysql://somebody:hunter2@127.0.0.1:9/seances');
    try {
      const logger = { info: keep, warn: keep, error: keep };
      const failure: unknown = await startPlugin(nowhere.knex, {}, { logger }).catch(
        (reason: unknown) => reason,
      );
      written.push(String(failure), (failure as Error).stack ?? '');
    } finally {
      Object.assign(console, { log, error, warn });
      await nowhere.knex.destroy();
    }

    expect(written.join('\n')).to.contain('ECONNREFUSED');
    expect(written.join('\n') + JSON.stringify(lines)).to.not.contain('hunter2');
    expect((await plugin.api.get('/health/ready')).text).to.not.contain('sqlite');
  });
});
