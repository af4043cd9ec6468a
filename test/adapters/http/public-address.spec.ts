import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { nodeHandler } from '../../../src/hosts/node.js';
import { createSeancesPlugin, type SeancesPlugin } from '../../../src/index.js';
import { Api, refusedWith, seanceBody, seances } from '../../support/api.js';
import { campus } from '../../support/campus.js';
import { onDatabase } from '../../support/databases.js';

const prefix = '/tools/seances';

/** Hands on what is below the prefix, without it and under the name of the inner server, as many a proxy does. */
function proxyTo(port: () => number): Server {
  return createServer((incoming, outgoing) => {
    const { method, url = '', headers } = incoming;
    if (!url.startsWith(`${prefix}/`)) return void outgoing.writeHead(404).end();
    const onward = httpRequest(
      { port: port(), method, path: url.slice(prefix.length), headers: { ...headers, host: 'inner:8080' } },
      (answer) => void answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers)),
    );
    incoming.pipe(onward);
  });
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

onDatabase('Behind a proxy that takes a prefix off the path', (database) => {
  const servers: Server[] = [];
  let plugin: SeancesPlugin<unknown>;
  let origin: string;
  let api: Api;

  before(async () => {
    let inner = 0;
    const proxy = proxyTo(() => inner);
    origin = `http://127.0.0.1:${await listening(proxy)}`;
    const options = { basePath: '/', publicUrl: `${origin}${prefix}/` };
    plugin = createSeancesPlugin({ ...campus().ports, database: database.knex }, options);
    await plugin.start();
    const handler = nodeHandler(plugin);
    const server = createServer((incoming, outgoing) => void handler(incoming, outgoing));
    inner = await listening(server);
    servers.push(proxy, server);
    const mounted = { origin, send: (request: Request) => fetch(request), close: () => Promise.resolve() };
    api = new Api(mounted, prefix, undefined);
  });
  after(async () => {
    for (const server of servers) server.close().closeAllConnections();
    await plugin.stop();
  });

  it('what was created is where Location says', async () => {
    const { status, headers, body } = await api.post<{ id: string }>(seances, seanceBody());
    const location = headers.get('location') ?? '';

    expect([status, location]).to.deep.equal([201, `${prefix}${seances}/${body.id}`]);
    expect((await fetch(new URL(location, origin), { headers: { 'x-actor': 'trainer1' } })).status).to.equal(
      200,
    );
  });

  it('a feed is at the address that was given for it', async () => {
    const { url } = (await api.post<{ url: string }>('/api/v1/me/feed', undefined)).body;

    expect(url.startsWith(`${origin}${prefix}/api/v1/feeds/`), url).to.equal(true);
    expect(await (await fetch(url)).text()).to.match(/^BEGIN:VCALENDAR/);
  });

  it('the description of the API names the server that clients are to ask', async () => {
    const { body } = await api.get<{ servers: readonly object[] }>('/api/v1/openapi.json', { as: null });
    expect(body.servers).to.deep.equal([{ url: `${origin}${prefix}` }]);
  });

  it("the host's own pages write, although requests arrive under another name, and nobody else's do", async () => {
    const writing = (from: string, site?: string) => {
      const headers = { origin: from, ...(site !== undefined && { 'sec-fetch-site': site }) };
      return api.post(seances, seanceBody(), { headers });
    };
    expect((await writing(origin)).status).to.equal(201);
    expect((await writing(origin, 'same-site')).status).to.equal(201);
    refusedWith(await writing('https://evil.example'), 403, 'cross-site');
    refusedWith(await writing('https://evil.example', 'same-site'), 403, 'cross-site');
  });
});

describe('publicUrl', () => {
  const made = (publicUrl: string) =>
    createSeancesPlugin({ ...campus().ports, database: 'sqlite::memory:' }, { publicUrl });

  for (const wrong of ['/seances', 'campus.example', 'ftp://campus.example/', 'https://a:b@campus.example/'])
    it(`is refused when it is ${wrong}`, () => {
      expect(() => made(wrong)).to.throw('publicUrl is an absolute address');
    });

  it('is refused with a query or a fragment, behind which no path can be written', () => {
    for (const end of ['?a=b', '#a'])
      expect(() => made(`https://campus.example/seances${end}`)).to.throw('publicUrl');
  });
});
