import { mkdtempSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { type FakeHost, person } from '../../src/testing/index.js';
import { PlatformServer, secret } from '../remote/platform-server.js';
import { completeHost } from '../testing/contract-hosts.js';
import { run } from './command.js';
import { ServedProcess } from '../support/served-process.js';

const allowed = { ALLOW_HTTP: '1' };

/** Has Node look for nodemailer in vain. */
const withoutNodemailer = (() => {
  const module = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const hooks = module(`export const resolve = (name, context, next) =>
    name === 'nodemailer' ? next('nodemailer-that-is-not-there', context) : next(name, context);`);
  return `--import=${module(`import { register } from 'node:module'; register(${JSON.stringify(hooks)});`)}`;
})();

interface Asking extends RequestInit {
  readonly headers?: Readonly<Record<string, string>>;
  readonly user?: string;
}

describe('seances serve', function () {
  this.timeout(60_000);
  let host: FakeHost;
  let platform: PlatformServer;
  let served: ServedProcess;

  before(async () => {
    host = completeHost();
    host.withLearner('S1', person('l99', 'Zoé', 'PARTIE'));
    platform = await PlatformServer.start(host);
    const file = join(mkdtempSync(join(tmpdir(), 'seances-serve-')), 'served.sqlite');
    served = await ServedProcess.start(
      ['--host-url', platform.url, '--host-secret', secret, '--database', `sqlite:${file}`],
      {
        ...allowed,
        PUBLIC_URL: 'https://campus.example/',
        SEANCE_URL: 'https://campus.example/rooms/{space}?seance={seance}',
      },
    );
  });

  after(() => platform.stop());

  const ask = (path: string, init: Asking = {}): Promise<Response> =>
    fetch(`${served.address}${path}`, {
      ...init,
      headers: { cookie: `user=${init.user ?? 't1'}`, 'content-type': 'application/json', ...init.headers },
    });

  const space = '/api/v1/spaces/Course';
  const body = JSON.stringify({
    ...{ name: 'Atelier', start: '2998-07-01T09:00', end: '2998-07-01T11:00' },
    ...{ enrolmentMode: 'public', capacity: 5 },
  });

  async function created(): Promise<string> {
    const answer = await ask(`${space}/seances`, { method: 'POST', body });
    expect(answer.status).to.equal(201);
    return ((await answer.json()) as { id: string }).id;
  }

  it('lets the people of the platform in, and knows its own address', async () => {
    expect((await ask(space)).status).to.equal(200);
    const { servers } = (await (await ask('/api/v1/openapi.json')).json()) as { servers: readonly object[] };
    expect(servers).to.deep.include({ url: 'https://campus.example/plugins/seances' });
    expect((await ask(space, { user: 'nobody' })).status).to.equal(401);
    expect((await ask('/web/seance-tool.js')).status).to.be.oneOf([200, 404]);
    expect((await fetch(new URL('/', served.address))).status).to.equal(404);
  });

  it('compresses, and leaves a tag that names a version', async () => {
    const seance = `${space}/seances/${await created()}`;
    for (const path of [`${space}/seances`, '/api/v1/openapi.json'])
      expect((await answeredTo(`${served.address}${path}`)).encoding, path).to.equal('gzip');
    const { tag } = await answeredTo(`${served.address}${seance}`);
    const patch = { method: 'PATCH', body: JSON.stringify({ name: 'Atelier 2' }) };
    expect((await ask(seance, { ...patch, headers: { 'if-match': tag } })).status).to.equal(200);
    expect((await ask(seance, { ...patch, headers: { 'if-match': tag } })).status).to.equal(412);
  });

  it('hears what the platform tells', async () => {
    const seance = `${space}/seances/${await created()}`;
    expect((await ask(`${seance}/enrolments/me`, { method: 'PUT', user: 'l99' })).status).to.equal(201);
    const text = JSON.stringify({ type: 'user.gone', userId: 'l99' });
    const at = new Date();
    const tell = (signature: string) =>
      fetch(`${served.address}/api/v1/host/tell`, {
        method: 'POST',
        body: text,
        headers: {
          'webhook-id': 'gone-1',
          'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
          'webhook-signature': signature,
        },
      });

    expect((await tell('v1,AAAA')).status).to.equal(401);
    expect((await tell(new Webhook(secret).sign('gone-1', at, text))).status).to.equal(204);
    expect((await (await ask(seance)).json()) as object).to.include({ enrolledCount: 0 });
  });

  it('ends when it is told to', async () => {
    expect(await served.end()).to.equal(0);
  });

  for (const [what, args, environment, says] of [
    [
      'no address',
      [],
      {},
      /^Say where browsers and platforms find this tool, by --public-url URL or PUBLIC_URL\./,
    ],
    [
      'both a platform and what is for LTI',
      ['--host-url', 'https://campus.example', '--host-secret', secret],
      { SESSION_SECRET: 'x'.repeat(32) },
      /^It is served either for the platform of HOST_URL or as a tool of LTI, and SESSION_SECRET is for the other\./,
    ],
    ['no secret', ['--host-url', 'https://campus.example'], {}, /^Name the secret /],
    [
      'a short secret',
      ['--host-url', 'https://campus.example', '--host-secret', 'short'],
      {},
      /^A secret is "whsec_"/,
    ],
    [
      'http',
      ['--host-url', 'http://localhost/', '--host-secret', secret],
      {},
      /^The platform's address is https/,
    ],
    [
      'a port that is none',
      ['--host-url', 'https://campus.example', '--host-secret', secret, '--port', 'x'],
      {},
      /^PORT is "x"/,
    ],
    [
      'a mail server without a sender',
      ['--host-url', 'https://campus.example', '--host-secret', secret],
      { SMTP_URL: 'smtp://mail.example' },
      /^Mails want two things said: by which server, SMTP_URL, and from whom, MAIL_FROM\./,
    ],
    [
      'a mail server that is none',
      ['--host-url', 'https://campus.example', '--host-secret', secret],
      { SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.example' },
      /^The mail server is named as smtp:/,
    ],
    [
      'a sender that is none, as a tool of LTI',
      ['--public-url', 'https://seances.example', '--database', 'sqlite::memory:'],
      { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Séances' },
      /^Mails are from an address such as/,
    ],
    [
      'a mail server, where nodemailer is not there',
      ['--host-url', 'https://campus.example', '--host-secret', secret],
      { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example', NODE_OPTIONS: withoutNodemailer },
      /^SMTP_URL needs nodemailer beside the package: npm install nodemailer@10\./,
    ],
    [
      'a level that is none',
      ['--host-url', 'https://campus.example', '--host-secret', secret],
      { LOG_LEVEL: 'loud' },
      /^LOG_LEVEL is "loud"/,
    ],
  ] as const)
    it(`says so and ends with 2 when it is given ${what}`, async () => {
      const { code, errors } = await run(['serve', ...args], environment);

      expect(code).to.equal(2);
      expect(errors.slice('seances: '.length)).to.match(says);
    });
});

/** What is said of an answer that may be compressed, which `fetch` would hide. */
function answeredTo(address: string): Promise<{ encoding: string | undefined; tag: string }> {
  const headers = { cookie: 'user=t1', 'accept-encoding': 'gzip' };
  return new Promise((resolve, reject) => {
    get(address, { headers }, (response) => {
      response.resume();
      resolve({ encoding: response.headers['content-encoding'], tag: response.headers.etag ?? '' });
    }).on('error', reject);
  });
}
