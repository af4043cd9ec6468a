import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { php, PhpPlatform, signed } from '../support/php-platform.js';
import { describeWith } from '../support/requirement.js';

type Handle = (request: IncomingMessage, response: ServerResponse, body: string) => Promise<void> | void;

describeWith(php, 'A platform in PHP', function () {
  this.timeout(20_000);
  let platform: PhpPlatform;
  /** Where the plugin's server would be: each test says what it answers. */
  let plugin: Server;
  let handle: Handle;

  before(async () => {
    plugin = createServer((request, response) => {
      void text(request).then((body) => handle(request, response, body));
    }).listen(0, '127.0.0.1');
    await once(plugin, 'listening');
    platform = await PhpPlatform.start(`http://127.0.0.1:${(plugin.address() as AddressInfo).port}`);
  });

  after(async () => {
    plugin.close();
    plugin.closeAllConnections();
    await platform.stop();
  });

  const shown = async (path: string, user?: string): Promise<string> => {
    const response = await platform.page(path, user && (await platform.cookieOf(user)));
    return response.status === 200 ? response.text() : `${response.status}`;
  };

  describe('shows', () => {
    it('whom to be, to who is not signed in', async () => {
      for (const path of ['/', '/spaces/demo', '/administration/users', '/unknown'])
        expect(await shown(path), path).to.contain(
          '<option value="trainer1">Charles Montgomery BURNS</option>',
        );
    });

    it('the home page with what is somebody’s own, and the spaces that are open to them', async () => {
      const page = await shown('/', 'learner30');
      expect(page).to.contain('<script type="module" src="/plugins/seances/web/my-seances.js"></script>');
      expect(page).to.contain('<my-seances base-url="/plugins/seances" locale="fr">');
      expect(page).to.contain('href="/spaces/workshop"').and.not.contain('href="/spaces/empty"');
      expect(page).to.not.contain('/administration/');
      expect(await shown('/', 'outsider')).to.contain('Aucun espace d’activités ne vous est ouvert.');
      expect(await shown('/', 'admin')).to.contain('href="/administration/seances"');
    });

    it('the tool of a space, which the clock leads to, last in its menu', async () => {
      const page = await shown('/spaces/demo/tools/seances', 'learner1');
      expect(page).to.contain('<seance-tool base-url="/plugins/seances" locale="fr" space="demo">');
      const [, menu = ''] = /<nav class="rail".*?<ul>(.*?)<\/ul>/s.exec(page) ?? [];
      expect([...menu.matchAll(/href="([^"]+)"/g)].at(-1)?.[1]).to.equal('/spaces/demo/tools/seances');
    });

    it('the clock to staff in a space without a session as well', async () => {
      expect(await shown('/spaces/empty', 'trainer1')).to.contain('/spaces/empty/tools/seances');
    });

    it('the administration to administrators alone', async () => {
      const element = '<seance-admin base-url="/plugins/seances" locale="fr">';
      expect(await shown('/administration/seances', 'admin')).to.contain(element);
      for (const path of ['/administration/seances', '/administration/users'])
        for (const user of ['manager', 'learner1']) expect(await shown(path, user)).to.equal('404');
    });

    it('nothing of what is not there, or not open', async () => {
      for (const path of ['/spaces/unknown', '/spaces/empty', '/spaces/demo/tools/other', '/spaces/', '//x'])
        expect(await shown(path, 'learner1'), path).to.equal('404');
    });

    it('pages that load nothing from elsewhere, may be framed by nobody, and are kept by nobody', async () => {
      const { headers } = await platform.page('/', await platform.cookieOf('admin'));
      const policy = headers.get('content-security-policy')?.split('; ');
      expect(policy).to.include.members([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
      ]);
      expect(headers.get('cache-control')).to.equal('private, no-cache');
      expect(headers.get('x-powered-by')).to.equal(null);
      expect((await platform.page('/platform.css')).headers.get('content-type')).to.match(/^text\/css/);
    });
  });

  describe('signs in', () => {
    it('with a cookie that scripts cannot read, and out', async () => {
      const answer = await platform.submit('/sign-in', { user: 'learner1' });
      expect(answer.status).to.equal(303);
      expect(answer.headers.get('set-cookie')).to.match(/; HttpOnly; SameSite=Lax$/);
      const out = await platform.submit('/sign-out', {}, await platform.cookieOf('learner1'));
      expect(out.headers.get('set-cookie')).to.contain('Max-Age=0');
    });

    it('nobody whom it does not know, and nobody for another site', async () => {
      expect((await platform.submit('/sign-in', { user: 'unknown' })).status).to.equal(404);
      const body = new URLSearchParams({ user: 'learner1' });
      for (const site of ['cross-site', 'same-site']) {
        const headers = { 'sec-fetch-site': site };
        const answer = await platform.page('/sign-in', '', { method: 'POST', headers, body });
        expect([answer.status, answer.headers.get('set-cookie')], site).to.deep.equal([403, null]);
      }
    });

    it('for its programs: what is written for check-host has a cookie of staff', async () => {
      const samples = JSON.parse(await platform.run('samples.php')) as {
        readonly signedIn: { readonly cookie: string };
        readonly staff: object;
      };
      const params = { cookie: samples.signedIn.cookie, authorization: null };
      expect(await platform.result('identity.identify', params)).to.deep.equal(samples.staff);
    });
  });

  describe('passes on to the plugin', () => {
    it('a request as it came, to a server that asks back meanwhile', async () => {
      const cookie = await platform.cookieOf('trainer1');
      let seen: Partial<IncomingMessage> & { readonly body?: string; readonly actor?: unknown } = {};
      handle = async (request, response, body) => {
        const params = { cookie: request.headers.cookie ?? null, authorization: null };
        seen = { method: request.method, url: request.url, headers: request.headers, body };
        seen = { ...seen, actor: await platform.result('identity.identify', params) };
        response.writeHead(201, {
          'content-type': 'application/json',
          etag: '"2"',
          location: '/there',
          'set-cookie': ['a=1', 'b=2'],
        });
        response.end('{"name":"été"}');
      };
      const headers = { 'content-type': 'application/json', 'if-match': '"1"', 'idempotency-key': 'k' };
      const path = '/plugins/seances/api/v1/spaces/demo%2F?q=%C3%A9';
      const answer = await platform.page(path, cookie, { method: 'PATCH', headers, body: '{"é":1}' });

      expect(seen).to.deep.include({ method: 'PATCH', url: path, body: '{"é":1}' });
      expect(seen.headers).to.include({ ...headers, cookie, host: new URL(platform.origin).host });
      expect(seen.actor).to.have.property('id', 'trainer1');
      expect(answer.status).to.equal(201);
      expect(answer.headers.get('content-type')).to.equal('application/json');
      expect([answer.headers.get('etag'), answer.headers.get('location')]).to.deep.equal(['"2"', '/there']);
      expect(answer.headers.getSetCookie()).to.deep.equal(['a=1', 'b=2']);
      expect(answer.headers.get('content-security-policy')).to.equal(null);
      expect(await answer.text()).to.equal('{"name":"été"}');
    });

    it('and gives back an answer without a body, and one that is refused, as they are', async () => {
      handle = (request, response) => {
        response.writeHead(request.headers['if-none-match'] ? 304 : 404, { etag: '"3"' }).end();
      };
      const headers = { 'if-none-match': '"3"' };
      const unchanged = await platform.page('/plugins/seances/web/x.js', '', { headers });
      expect([unchanged.status, unchanged.headers.get('content-type')]).to.deep.equal([304, null]);
      expect((await platform.page('/plugins/seances/web/x.js')).status).to.equal(404);
    });
  });

  describe('tells the plugin who is gone', () => {
    const remove = async (user: string, by: string): Promise<number> =>
      (await platform.submit('/administration/users', { user }, await platform.cookieOf(by))).status;

    it('signed, once somebody was taken off, and knows them no longer', async () => {
      const told: (readonly [string | undefined, string, boolean])[] = [];
      handle = ({ url, headers }, response, body) => {
        const id = String(headers['webhook-id']);
        const timestamp = Number(headers['webhook-timestamp']);
        const { 'webhook-signature': expected } = signed(platform.secret, body, { id, timestamp });
        told.push([url, body, headers['webhook-signature'] === expected]);
        response.writeHead(204).end();
      };
      const cookie = await platform.cookieOf('learner2');
      expect(await remove('learner2', 'admin')).to.equal(303);
      await platform.run('tell.php');

      const event = '{"type":"user.gone","userId":"learner2"}';
      expect(told).to.deep.equal([['/plugins/seances/api/v1/host/tell', event, true]]);
      expect(await platform.result('identity.identify', { cookie, authorization: null })).to.equal(null);
      const params = { sessionId: 'session-2026', userIds: ['learner2'] };
      expect(await platform.result('directory.learnersAmong', params)).to.deep.equal([]);
    });

    it('and again when the plugin has not taken it', async () => {
      let status = 503;
      const told: string[] = [];
      handle = (_, response, body) => {
        told.push(body);
        response.writeHead(status).end();
      };
      expect(await remove('learner3', 'admin')).to.equal(303);
      status = 204;
      for (let time = 1; time <= 2; time += 1) await platform.run('tell.php');
      expect(told).to.deep.equal(Array(2).fill('{"type":"user.gone","userId":"learner3"}'));
    });

    it('when an administrator says so, who stays', async () => {
      for (const by of ['manager', 'learner1']) expect(await remove('learner4', by)).to.equal(404);
      expect(await remove('admin', 'admin')).to.equal(404);
      expect(await platform.kept('gone')).to.not.have.any.keys('learner4', 'admin');
    });
  });
});
