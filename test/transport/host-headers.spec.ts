import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { fastify } from 'fastify';
import { expressHandler } from '../../src/hosts/express.js';
import { fastifyPlugin } from '../../src/hosts/fastify.js';
import type { SeancesPlugin } from '../../src/index.js';
import { seanceBody, seances } from '../support/api.js';
import { onDatabase } from '../support/databases.js';
import { startPlugin, stopPlugins } from '../support/plugin-under-test.js';

const path = '/plugins/seances';

/** As modules do that set headers for all that a platform answers: CORS, cookies, what a proxy shall know. */
const set = { 'access-control-allow-origin': 'https://campus.example', vary: 'Origin', 'x-host': 'campus' };

interface Served {
  readonly origin: string;
  close(): Promise<unknown>;
}

async function onFastify(plugin: SeancesPlugin<unknown>): Promise<Served> {
  const app = fastify();
  app.addHook('onRequest', async (_request, reply) => void reply.headers(set));
  app.addHook('onSend', async (_request, reply) => void reply.header('set-cookie', 'rolled=1'));
  await app.register(fastifyPlugin(plugin), { prefix: path });
  return { origin: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
}

async function onExpress(plugin: SeancesPlugin<unknown>): Promise<Served> {
  const app = express();
  app.use((_request, response, next) => {
    response.set(set).set('set-cookie', 'rolled=1');
    next();
  });
  app.use(path, expressHandler(plugin));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => Promise.resolve(server.close()) };
}

for (const [title, serve] of [
  ['Fastify', onFastify],
  ['Express', onExpress],
] as const) {
  onDatabase(`What a host sets on its answers with ${title}`, (database) => {
    let served: Served;

    before(async () => {
      served = await serve((await startPlugin(database.knex)).plugin);
    });
    after(async () => {
      await served.close();
      await stopPlugins();
    });

    async function answer(method: string, below: string, json?: object): Promise<Response> {
      const headers = { 'x-actor': 'trainer1', ...(json && { 'content-type': 'application/json' }) };
      const response = await fetch(`${served.origin}${path}${below}`, {
        method,
        headers,
        ...(json && { body: JSON.stringify(json) }),
      });
      expect(response.headers.get('access-control-allow-origin'), below).to.equal(
        set['access-control-allow-origin'],
      );
      expect(response.headers.get('x-host')).to.equal('campus');
      expect(response.headers.get('set-cookie')).to.equal('rolled=1');
      expect(response.headers.get('vary')).to.match(/^Origin/);
      return response;
    }

    it('stays on what was created, deleted, refused and not there', async () => {
      const created = await answer('POST', seances, seanceBody());
      const { id } = (await created.json()) as { id: string };
      expect(created.status).to.equal(201);
      expect(created.headers.get('content-type')).to.equal('application/json; charset=utf-8');
      expect((await answer('DELETE', `${seances}/${id}`)).status).to.equal(204);
      const refused = await answer('POST', seances, {});
      expect([refused.status, refused.headers.get('content-type')]).to.deep.equal([
        422,
        'application/problem+json; charset=utf-8',
      ]);
      expect((await answer('GET', '/nothing')).status).to.equal(404);
      expect((await answer('HEAD', `${seances}/${id}`)).status).to.equal(404);
    });

    it('joins what the plugin says that an answer depends on', async () => {
      const asset = await answer('GET', '/web/seance-tool.js');
      expect(asset.status).to.equal(200);
      expect(asset.headers.get('vary')).to.equal('Origin, accept-encoding');
    });
  });
}
