import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { judgedFetch, judgedUrl, mayAsk, NotAsked } from '../../../src/adapters/webhook/judged-fetch.js';
import { rejection } from '../../support/rejections.js';

const trying = { allowHttp: true, allowPrivate: false };
const strict = { allowHttp: false, allowPrivate: false };

describe('A request to an address that somebody else named', () => {
  let server: Server | undefined;

  async function serve(listener: RequestListener): Promise<string> {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://localhost:${(server.address() as AddressInfo).port}/`;
  }

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  it('brings what is answered', async () => {
    const url = await serve((request, response) => {
      response.writeHead(201, { link: ['<a>; rel="next"', '<b>; rel="last"'] });
      request.pipe(response);
    });
    const { status, headers, text } = await judgedFetch(url, { method: 'POST', body: 'été' }, trying);

    expect([status, headers.get('link'), text]).to.deep.equal([
      201,
      '<a>; rel="next", <b>; rel="last"',
      'été',
    ]);
  });

  it('follows nobody elsewhere', async () => {
    const url = await serve((_, response) =>
      response.writeHead(302, { location: 'https://example.org/' }).end(),
    );

    expect((await judgedFetch(url, {}, trying)).status).to.equal(302);
  });

  it('ends when the answer is too long, or too late', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/long') response.end('x'.repeat(2_000));
    });
    const ask = (path: string) => judgedFetch(`${url}${path}`, {}, trying, { lasts: 200, bytes: 1_000 });
    expect(String(await rejection(ask('long')))).to.match(/more than 1000 bytes/);
    expect(String(await rejection(ask('late')))).to.match(/did not answer/);
  });

  it('says that nobody answers', async () => {
    expect(await rejection(judgedFetch('http://127.0.0.1:9/', {}, trying))).to.be.instanceOf(NotAsked);
  });

  for (const [url, judgement] of [
    ['http://localhost/', strict],
    ['https://127.0.0.1/', strict],
    ['https://[::1]/', strict],
    ['https://[::ffff:127.0.0.1]/', strict],
    ['https://169.254.169.254/', trying],
    ['http://10.0.0.1/', { allowHttp: true, allowPrivate: true }],
    ['https://192.168.1.1/', trying],
    ['https://user:password@example.org/', trying],
    ['ftp://example.org/', trying],
    ['nowhere', trying],
  ] as const)
    it(`is not made to ${url}`, () => {
      expect(() => judgedUrl(url, judgement)).to.throw(NotAsked);
    });

  it('is not made to a name that leads to this machine', async () => {
    const url = (await serve((_, response) => response.end('secret'))).replace('http:', 'https:');

    expect(String(await rejection(judgedFetch(url, {}, strict)))).to.match(
      /leads to an address that is not to be asked/,
    );
  });

  it('is judged by each address alone', () => {
    const may = (address: string, judgement: object = {}, protocol = 'https:') =>
      mayAsk(address, { ...strict, ...judgement }, protocol);
    expect(may('203.0.113.7')).to.equal(true);
    expect(may('2001:db8::1')).to.equal(true);
    for (const address of ['10.1.2.3', '172.31.0.1', '192.168.0.1', '100.64.0.1', 'fd00::1']) {
      expect(may(address), address).to.equal(false);
      expect(may(address, { allowPrivate: true }), address).to.equal(true);
      expect(may(address, { allowPrivate: true, allowHttp: true }, 'http:'), address).to.equal(false);
    }
    for (const address of [
      '0.0.0.0',
      '169.254.1.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      'fe80::1',
      'ff02::1',
    ])
      expect(may(address, { allowPrivate: true, allowHttp: true }), address).to.equal(false);
    expect(may('127.1.2.3', { allowHttp: true }, 'http:')).to.equal(true);
  });
});
