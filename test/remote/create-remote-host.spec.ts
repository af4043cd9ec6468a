import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import { createSeancesPlugin, MailRefused, type SeancesPlugin } from '../../src/index.js';
import { MessageSigner } from '../../src/adapters/webhook/signed-message.js';
import { createRemoteHost } from '../../src/remote/index.js';
import { RemotePlatform } from '../../src/remote/remote-platform.js';
import { brokenPromises, type FakeHost, type HostSamples, RecordingMailer } from '../../src/testing/index.js';
import { completeHost, completeSamples } from '../testing/contract-hosts.js';
import { rejection } from '../support/rejections.js';
import { PlatformServer, secret } from './platform-server.js';

const search = { page: 1, size: 10 };

/** What a browser sends of somebody who is signed in. */
function requestOf(user: string): Request {
  return new Request('http://campus.test', {
    method: 'POST',
    body: '{}',
    headers: { cookie: `user=${user}` },
  });
}

function samplesOf(host: FakeHost): HostSamples<undefined> {
  const { menuEntries: _, ...samples } = completeSamples(host);
  return {
    ...samples,
    signedIn: () => ({ request: requestOf('t1'), context: undefined }),
    signedOut: () => ({ request: requestOf(''), context: undefined }),
  };
}

describe('A host that asks a platform over HTTP', () => {
  let fake: FakeHost;
  let platform: PlatformServer;

  beforeEach(async () => {
    fake = completeHost();
    platform = await PlatformServer.start(fake);
  });

  afterEach(() => platform.stop());

  const remote = () => createRemoteHost({ hostUrl: platform.url, secret, allowHttp: true });

  /** Answers the next calls of `method` in the place of the platform. */
  function answer(method: string, reply: (response: ServerResponse, id: string) => void): void {
    platform.instead = (call, response) => {
      if (call.method !== method) return false;
      reply(response, call.id);
      return true;
    };
  }

  it('keeps the whole contract', async () => {
    expect(await brokenPromises(remote(), samplesOf(fake))).to.deep.equal([]);
  });

  it('hands over who asks, and nothing else of the request', async () => {
    const { identity } = remote();
    const headers = { cookie: 'user=t1', authorization: 'Bearer x', 'x-forwarded-for': '192.0.2.1' };
    let params: unknown;
    platform.instead = (call) => {
      params = call.params;
      return false;
    };

    expect(await identity.identify(new Request('http://campus.test', { headers }), {})).to.include({
      id: 't1',
    });
    expect(params).to.deep.equal({ cookie: 'user=t1', authorization: 'Bearer x' });
    expect(await identity.identify(new Request('http://campus.test'), {})).to.equal(null);
    expect(params).to.deep.equal({ cookie: null, authorization: null });
  });

  it('takes null for whatever is not known', async () => {
    platform.instead = (call, response) => {
      platform.send(
        response,
        JSON.stringify({
          id: call.id,
          result: call.method === 'capabilities' ? platform.capabilities : null,
        }),
      );
      return true;
    };
    const { permissions, directory, locations, contacts } = remote();
    const actor = { id: 'a', name: 'A', locale: 'fr', timeZone: 'Europe/Brussels' };
    const page = { items: [], total: 0 };
    expect(await permissions.inSpace(actor, 's')).to.deep.equal({ open: false, edit: false, enrol: false });
    expect(await permissions.mayAdminister(actor)).to.equal(false);
    expect(await directory.space('s')).to.equal(undefined);
    expect(await directory.sessionsOf('s')).to.deep.equal([]);
    expect(await directory.learners('s', search)).to.deep.equal(page);
    expect(await directory.trainers('s', search)).to.deep.equal(page);
    expect(await directory.groups('s', search)).to.deep.equal(page);
    expect(await directory.learnersAmong('s', ['a'])).to.deep.equal([]);
    expect(await directory.trainersAmong('s', ['a'])).to.deep.equal([]);
    expect(await directory.learnerCount('s')).to.equal(0);
    expect(await directory.isTrainingManager('s', 'a')).to.equal(false);
    expect(await directory.learnsIn?.('a')).to.deep.equal([]);
    expect(await locations?.search(search)).to.deep.equal(page);
    expect(await locations?.find('p')).to.equal(undefined);
    expect(await contacts?.of(['a'])).to.deep.equal([]);
  });

  it('asks for nothing optional of a platform that does not have it', async () => {
    platform.capabilities = null;
    const { directory, locations, events, agenda, mailer, contacts } = remote();
    expect(await directory.learnsIn?.('l1')).to.deep.equal([]);
    expect(await locations?.find('p1')).to.equal(undefined);
    expect(await locations?.search(search)).to.deep.equal({ items: [], total: 0 });
    await events?.deliver({} as never);
    await agenda?.withdraw('x');
    await agenda?.publish({} as never);
    await mailer?.send({} as never);
    expect(await contacts?.of(['l1'])).to.deep.equal([]);

    expect(platform.asked).to.deep.equal(['capabilities']);
  });

  it('asks once for what is asked for at the same time, or again soon', async () => {
    const { directory } = remote();
    const asked = [1, 2, 3].map(() => directory.learnerCount('S1'));
    expect(new Set(await Promise.all(asked))).to.deep.equal(new Set([8]));
    expect(await directory.learnerCount('S1')).to.equal(8);
    expect(await directory.learnerCount('S2')).to.equal(0);

    expect(platform.asked).to.deep.equal(['directory.learnerCount', 'directory.learnerCount']);
  });

  it('asks each time who makes a request', async () => {
    const { identity } = remote();
    await identity.identify(requestOf('t1'), {});
    await identity.identify(requestOf('t1'), {});

    expect(platform.asked).to.have.length(2);
  });

  it('asks again for what could not be read, once', async () => {
    let refused = 0;
    answer('directory.learnerCount', (response) => {
      refused += 1;
      if (refused === 1) response.socket?.destroy();
      else platform.send(response, '{"result":8}');
    });
    expect(await remote().directory.learnerCount('S1')).to.equal(8);

    answer('directory.learnerCount', (response) => response.writeHead(502).end());
    expect(String(await rejection(remote().directory.learnerCount('S1')))).to.match(
      /127\.0\.0\.1:\d+ answered directory\.learnerCount with 502, and not 200/,
    );
    expect(platform.asked).to.have.length(4);
  });

  it('has mails sent for a platform that sends none, and not for one that does', async () => {
    const mailer = new RecordingMailer();
    const message = { toUserId: 'l1', subject: 'Été', text: 'Bonjour', html: '<p>Bonjour</p>' };
    const host = () => createRemoteHost({ hostUrl: platform.url, secret, allowHttp: true, mailer });
    await host().mailer?.send(message);
    expect([fake.mailer.messages, mailer.messages]).to.deep.equal([[message], []]);

    platform.capabilities = ['contacts.of'];
    await host().mailer?.send(message);
    expect([fake.mailer.messages, mailer.messages]).to.deep.equal([[message], [message]]);
    expect(await host().contacts?.of(['l1'])).to.have.nested.property('[0].address', 'l1@example.org');
  });

  it('tells a mail that the platform can never send from one that may be sent later', async () => {
    const failure = async (code: string): Promise<unknown> => {
      answer('mailer.send', (response) =>
        platform.send(response, JSON.stringify({ error: { code, message: 'no address' } })),
      );
      return rejection(Promise.resolve(remote().mailer?.send({} as never)));
    };
    expect(MailRefused.is(await failure('mail-refused'))).to.equal(true);
    expect(MailRefused.is(await failure('failed'))).to.equal(false);
    expect(String(await failure('mail-refused'))).to.match(
      /refused mailer\.send: "mail-refused" "no address"/,
    );
  });

  it('sends once what changes something, whatever is answered', async () => {
    answer('events.deliver', (response) => response.writeHead(503).end());
    await rejection(Promise.resolve(remote().events?.deliver({} as never)));

    expect(platform.asked).to.deep.equal(['capabilities', 'events.deliver']);
  });

  const old = new Date(Date.now() - 301_000);
  for (const [what, reply, says] of [
    [
      'is not signed',
      (response) => response.end('{"result":null}'),
      /the answer of .+ to directory\.space is not signed/,
    ],
    [
      'was signed too long ago',
      (response, id) => platform.send(response, '{"result":null}', id, old),
      /to directory\.space was signed more than five minutes ago/,
    ],
    [
      'was changed on its way',
      (response, id) => {
        const end = response.end.bind(response);
        response.end = () => end('{"result":{"id":"x","name":"X"}}');
        platform.send(response, '{"result":null}', id);
      },
      /to directory\.space is signed with another secret/,
    ],
    ['is of another call', (response) => platform.send(response, '{"id":"x","result":null}'), /another call/],
    ['is no JSON', (response) => platform.send(response, '<p>'), /no JSON object/],
    ['is no object', (response) => platform.send(response, '7'), /no JSON object/],
    [
      'is of another shape',
      (response) => platform.send(response, '{"result":{"id":"x"}}'),
      /answered directory\.space with what is none: \/name is missing/,
    ],
    [
      'is an error',
      (response) => platform.send(response, '{"error":{"code":"db","message":"too many\\nconnections"}}'),
      /refused directory\.space: "db" "too many\\nconnections"/,
    ],
    [
      'leads elsewhere',
      (response) => response.writeHead(302, { location: '/other' }).end(),
      /with 302, and not 200/,
    ],
    [
      'is endless',
      (response) => {
        const more = (): boolean => response.write('x'.repeat(65_536), () => response.destroyed || more());
        more();
      },
      /longer than 8388608 bytes/,
    ],
  ] satisfies readonly (readonly [string, (response: ServerResponse, id: string) => void, RegExp])[])
    it(`says what is wrong with an answer that ${what}`, async () => {
      answer('directory.space', reply);

      expect(String(await rejection(remote().directory.space('Course')))).to.match(says);
    });

  it('waits for no answer longer than it should, and keeps no failure', async () => {
    const impatient = new RemotePlatform(new URL(platform.url), new MessageSigner([secret]), 50);
    answer('directory.learnerCount', () => undefined);
    const failure = await rejection(impatient.ask('directory.learnerCount', { sessionId: 'S1' }));
    expect(String(failure)).to.match(/did not answer: it took more than 0\.05 s/);

    platform.instead = () => false;
    expect(
      await new RemotePlatform(new URL(platform.url), new MessageSigner([secret])).ask(
        'directory.learnerCount',
        { sessionId: 'S1' },
      ),
    ).to.equal(8);
  });

  it('is asked by https, or by http on loopback where that is allowed', () => {
    const refusal = (hostUrl: string, allowHttp: boolean) => () =>
      createRemoteHost({ hostUrl, secret, allowHttp });
    for (const hostUrl of ['https://campus.example/host', 'https://127.0.0.1/host'])
      expect(refusal(hostUrl, false)).not.to.throw();
    for (const hostUrl of ['http://localhost:8000/', 'http://127.9.9.9/', 'http://[::1]/'])
      expect(refusal(hostUrl, true)).not.to.throw();
    for (const [hostUrl, allowed] of [
      ['http://localhost:8000/', false],
      ['http://campus.example/', true],
      ['http://127.0.0.1.example/', true],
      ['http://192.168.0.1/', true],
      ['ftp://campus.example/', true],
      ['https://user:password@campus.example/', true],
      ['campus', true],
    ] as const)
      expect(refusal(hostUrl, allowed), hostUrl).to.throw(/^The platform's address/);
  });

  describe('under the plugin', () => {
    let plugin: SeancesPlugin<unknown>;

    beforeEach(async () => {
      plugin = createSeancesPlugin({ ...remote(), logger: fake.logger, database: 'sqlite::memory:' });
      await plugin.start();
    });

    afterEach(() => plugin.stop());

    const read = (path: string, user: string) =>
      plugin.fetch(
        new Request(`http://campus.test/plugins/seances${path}`, { headers: { cookie: `user=${user}` } }),
        {},
      );

    it('lets its people in', async () => {
      expect((await read('/api/v1/spaces/Course', 't1')).status).to.equal(200);
      expect((await read('/api/v1/spaces/Course', 'o1')).status).to.equal(404);
      expect((await read('/api/v1/spaces/Course', '')).status).to.equal(401);
    });

    it('is unavailable while the platform is, and the log says why', async () => {
      answer('identity.identify', (response) => response.end('{}'));
      const { status } = await read('/api/v1/spaces/Course', 't1');

      expect(status).to.equal(503);
      expect(JSON.stringify(fake.logger.complaints)).to.match(/identity\.identify failed: .+ is not signed/);
    });
  });
});
