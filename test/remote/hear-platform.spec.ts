import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { createSeancesPlugin, type HostEvent } from '../../src/index.js';
import { hearPlatform } from '../../src/remote/index.js';
import { campus } from '../support/campus.js';
import { secret } from './platform-server.js';

const address = 'http://campus.test/plugins/seances/api/v1/host/tell';
const gone: HostEvent = { type: 'user.gone', userId: 'l1' };

describe('What a platform tells over HTTP', () => {
  let heard: HostEvent[];
  let fails: boolean;

  const answer = hearPlatform(
    {
      tell: (event) => {
        heard.push(event);
        return fails ? Promise.reject(new Error('busy')) : Promise.resolve();
      },
    },
    { secret },
  );

  beforeEach(() => {
    heard = [];
    fails = false;
  });

  function told(text: string, changed: Readonly<Record<string, string>> = {}, at = new Date()): Request {
    const headers = {
      'webhook-id': 'tell-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign('tell-1', at, text),
      ...changed,
    };
    return new Request(address, { method: 'POST', body: text, headers });
  }

  it('reaches the plugin', async () => {
    expect((await answer(told(JSON.stringify(gone))))?.status).to.equal(204);
    expect(heard).to.deep.equal([gone]);
  });

  it('frees the places of who is gone', async () => {
    const host = campus();
    const plugin = createSeancesPlugin({ ...host.ports, database: 'sqlite::memory:' });
    await plugin.start();
    try {
      const hear = hearPlatform(plugin, { secret });
      for (let time = 1; time <= 2; time += 1)
        expect((await hear(told(JSON.stringify(gone))))?.status).to.equal(204);
    } finally {
      await plugin.stop();
    }
  });

  it('is not heard from who does not know the secret', async () => {
    const text = JSON.stringify(gone);
    for (const [what, request] of [
      ['unsigned', new Request(address, { method: 'POST', body: text })],
      ['forged', told(text, { 'webhook-signature': 'v1,AAAA' })],
      ['replayed', told(text, {}, new Date(Date.now() - 301_000))],
    ] as const) {
      const refused = await answer(request);
      expect(refused?.status, what).to.equal(401);
      expect(await refused?.json(), what).to.include({ code: 'unauthenticated', status: 401 });
    }
    expect(heard).to.deep.equal([]);
  });

  for (const [what, text, status, code, pointer] of [
    ['no JSON', '{', 400, 'invalid-json', undefined],
    ['no event', '{"type":"user.born"}', 422, 'validation', '/type'],
    ['null', 'null', 422, 'validation', '/type'],
    ['half an event', '{"type":"user.gone"}', 422, 'validation', '/userId'],
    [
      'an id that is none',
      JSON.stringify({ ...gone, userId: 'x'.repeat(129) }),
      422,
      'validation',
      '/userId',
    ],
    ['too much', JSON.stringify({ ...gone, more: 'x'.repeat(65_536) }), 413, 'payload-too-large', undefined],
  ] as const)
    it(`is refused when it is ${what}`, async () => {
      const refused = await answer(told(text));
      const problem = (await refused?.json()) as { code: string; errors?: readonly { pointer: string }[] };
      expect([refused?.status, problem.code, problem.errors?.[0]?.pointer]).to.deep.equal([
        status,
        code,
        pointer,
      ]);
      expect(refused?.headers.get('content-type')).to.match(/^application\/problem\+json/);
      expect(heard).to.deep.equal([]);
    });

  it('is to be told again when the plugin could not do it', async () => {
    fails = true;
    const refused = await answer(told(JSON.stringify(gone)));

    expect([refused?.status, refused?.headers.get('retry-after')]).to.deep.equal([503, '5']);
  });

  it('is nothing else that the plugin is asked', async () => {
    expect(await answer(new Request(address))).to.equal(undefined);
    expect(await answer(new Request(`${address}/more`, { method: 'POST' }))).to.equal(undefined);
  });
});
