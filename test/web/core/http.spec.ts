import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { Attempt } from '../../../src/web/core/attempt.js';
import type { Authorized } from '../../../src/web/core/authorize.js';
import { Http } from '../../../src/web/core/http.js';
import { type RequestFailure } from '../../../src/web/core/request-failure.js';
import { rejection } from '../../support/rejections.js';

interface Heard {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly key: string | string[] | undefined;
  readonly body: string;
}

describe('Requests of the browser part, on a page that says who asks', () => {
  let server: Server;
  let url: string;
  let heard: Heard[];
  let known: readonly (string | undefined)[];

  before(async () => {
    server = createServer((request, response) => {
      void hear(request).then(() => {
        const isKnown = known.includes(request.headers.authorization);
        response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
        response.end('{"url":"there"}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plugins/seances`;
  });
  after(() => server.close());
  beforeEach(() => {
    heard = [];
    known = ['Bearer new'];
  });

  async function hear(request: IncomingMessage): Promise<void> {
    const { method, url: path, headers } = request;
    const body = await text(request);
    heard.push({ method, path, authorization: headers.authorization, key: headers['idempotency-key'], body });
  }

  /** A page that gives these one after the other, and the last one from then on. */
  const giving = (...tokens: (string | undefined)[]): Authorized => ({
    authorize: () => Promise.resolve(tokens.length > 1 ? tokens.shift() : tokens[0]),
  });
  const http = (by: Authorized) => new Http(url, 'fr', by);
  const failure = async (sent: Promise<unknown>) => (await rejection(sent)) as RequestFailure;

  it('carry what the page gives, asked anew before each', async () => {
    known = ['Bearer one', 'Bearer two'];
    const client = http(giving('one', 'two'));
    await client.get('/spaces/a');
    await client.file('/spaces/a/seances.csv', new URLSearchParams());

    expect(heard.map(({ authorization }) => authorization)).to.deep.equal(['Bearer one', 'Bearer two']);
  });

  it('carry nothing when it gives undefined, and none when nothing is set, as ever', async () => {
    known = [undefined];
    await http(giving(undefined)).get('/spaces/a');
    await http({}).get('/spaces/a');

    expect(heard.map(({ authorization }) => authorization)).to.deep.equal([undefined, undefined]);
  });

  it('are sent once more after a 401 with what is given then: the same body, under the same key', async () => {
    const attempt = new Attempt();
    const { key } = attempt;
    await http(giving('old', 'new')).postOnce('/spaces/a/seances', { body: { name: 'é' } }, attempt);
    await http(giving('old', 'new')).send('POST', '/admin/import', { body: new Blob(['BEGIN']) });

    const seance = { method: 'POST', path: '/plugins/seances/api/v1/spaces/a/seances', key };
    const calendar = { method: 'POST', path: '/plugins/seances/api/v1/admin/import', key: undefined };
    expect(heard).to.deep.equal([
      { ...seance, authorization: 'Bearer old', body: '{"name":"é"}' },
      { ...seance, authorization: 'Bearer new', body: '{"name":"é"}' },
      { ...calendar, authorization: 'Bearer old', body: 'BEGIN' },
      { ...calendar, authorization: 'Bearer new', body: 'BEGIN' },
    ]);
  });

  it('are refused when a second 401 follows, and at once where there is nobody to ask', async () => {
    expect(await failure(http(giving('old')).get('/spaces/a'))).to.include({ kind: 'refused', status: 401 });
    expect(heard).to.have.length(2);
    expect(await failure(http({}).get('/spaces/a'))).to.include({ kind: 'refused', status: 401 });
    expect(heard).to.have.length(3);
  });

  it('fail as without a network when the page cannot say who asks', async () => {
    const rejects = { authorize: () => Promise.reject(new Error('gone')) };
    const throws = {
      authorize: () => {
        throw new Error('broken');
      },
    };
    for (const by of [rejects, throws])
      expect(await failure(http(by).get('/spaces/a'))).to.include({ kind: 'offline', status: undefined });
    expect(heard).to.deep.equal([]);
  });

  it('end for the reason of who gave them up, while the page is asked, too', async () => {
    const giveUp = new AbortController();
    const by: Authorized = {
      authorize: () => {
        giveUp.abort(new Error('left'));
        return Promise.resolve('new');
      },
    };

    expect(await rejection(http(by).get('/spaces/a', { signal: giveUp.signal }))).to.include({
      message: 'left',
    });
  });

  it('have addresses for links where a cookie says who follows them, and addresses for one click otherwise', async () => {
    expect(http({}).addressOf('/spaces/a/seances/b.ics')).to.equal(`${url}/api/v1/spaces/a/seances/b.ics`);
    const client = http(giving('new'));
    expect(client.addressOf('/spaces/a/seances/b.ics')).to.equal(undefined);
    expect(await client.oneTimeAddressOf('/spaces/a/seances/b.ics')).to.equal('there');
    expect(heard[0]).to.include({
      path: '/plugins/seances/api/v1/downloads',
      body: '{"path":"/api/v1/spaces/a/seances/b.ics"}',
    });
  });
});
