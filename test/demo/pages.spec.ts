import { expect } from 'chai';
import { onSqlite } from '../support/databases.js';
import { demoUnderTest, type DemoUnderTest } from './demo-under-test.js';

const tool = '/spaces/demo/tools/seances';

onSqlite('the pages of the reference host', (database) => {
  let demo: DemoUnderTest;
  before(() => {
    demo = demoUnderTest(database.address);
  });
  after(() => demo.plugin.stop());

  async function page(path: string, user?: string, headers = {}): Promise<string> {
    return (await demo.get(path, user, headers)).text();
  }

  /** Ids of the tools in the left-hand menu, from top to bottom. */
  async function menu(path: string, user: string): Promise<readonly string[]> {
    return [...(await page(path, user)).matchAll(/data-tool="([^"]+)"/g)].map(([, id]) => id ?? '');
  }

  for (const path of ['/', '/spaces/demo', tool, '/host.css', '/nowhere', '/plugins/seances/health/live']) {
    it(`answers ${path} with a policy that allows nothing inline`, async () => {
      const { headers } = await demo.get(path, 'trainer1');
      expect(headers.get('content-security-policy')).to.equal(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
          "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('referrer-policy')).to.equal('same-origin');
    });
  }

  it('writes neither scripts nor styles into its pages', async () => {
    for (const path of ['/', '/spaces/demo', tool]) {
      const text = await page(path, 'trainer1');
      expect(text).not.to.match(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    }
  });

  it('asks who is there before it shows a space, and then leads on to it', async () => {
    const response = await demo.get(`${tool}?q=a%26b`);
    expect(response.status).to.equal(303);
    const start = await page(response.headers.get('location') ?? '');
    expect(start).to.contain('value="/spaces/demo/tools/seances?q=a%26b"');
  });

  it("shows the host's own tools and the clock, last", async () => {
    for (const user of ['admin', 'manager', 'trainer2', 'learner40']) {
      const tools = await menu('/spaces/demo', user);
      expect(tools, user).to.have.length(13);
      expect(tools.at(-1), user).to.equal('seances');
    }
  });

  it('shows the clock of a space without a session to staff only', async () => {
    for (const user of ['admin', 'manager', 'trainer3'])
      expect(await menu('/spaces/empty', user)).to.include('seances');
    expect(await menu('/spaces/empty', 'learner1'))
      .to.have.length(12)
      .and.not.to.include('seances');
    expect((await demo.get('/spaces/empty/tools/seances', 'learner1')).status).to.equal(404);
    expect((await demo.get('/spaces/empty/tools/seances', 'trainer1')).status).to.equal(200);
  });

  it('hides the spaces from an outsider', async () => {
    expect(await page('/', 'outsider')).not.to.contain('href="/spaces/');
    for (const path of ['/spaces/demo', '/spaces/empty', tool, '/spaces/demo/tools/home']) {
      expect((await demo.get(path, 'outsider')).status, path).to.equal(404);
    }
  });

  it('has no page for what does not exist', async () => {
    for (const path of ['/spaces/nowhere', '/spaces/demo/tools/nothing', '/spaces/demo/', '/x', '/host.ts']) {
      expect((await demo.get(path, 'admin')).status, path).to.equal(404);
    }
  });

  it("says of the host's own tools that they are its own", async () => {
    expect(await page('/spaces/demo/tools/groups', 'learner1')).to.contain('appartient à la plateforme');
  });

  it('hosts the element that plugin.json names, from the module that it names', async () => {
    const { web } = demo.plugin.manifest;
    const text = await page(tool, 'trainer1', { 'accept-language': 'en-GB,fr;q=0.5' });
    expect(text).to.contain(`<script type="module" src="/plugins/seances/${web.module}"></script>`);
    expect(text).to.contain(
      `<${web.element} base-url="/plugins/seances" space="demo" locale="en">Loading…</${web.element}>`,
    );
  });

  it("shows on the home page what is the reader's own, to who is signed in", async () => {
    const { home } = demo.plugin.manifest.web;
    const text = await page('/', 'learner1', { 'accept-language': 'en' });

    expect(text).to.contain(`<script type="module" src="/plugins/seances/${home?.module ?? ''}"></script>`);
    expect(text).to.contain('<my-seances base-url="/plugins/seances" locale="en">Loading…</my-seances>');
    expect(await page('/')).not.to.contain('my-seances');
  });

  it('hosts the element of the administration for who administers, and for nobody else', async () => {
    const { web, menu: entries } = demo.plugin.manifest;
    const path = `/${entries.administration?.path ?? ''}`;
    const text = await page(path, 'admin', { 'accept-language': 'en' });

    expect(await page('/', 'admin')).to.contain(`href="${path}"`);
    expect(await page('/', 'manager')).not.to.contain(`href="${path}"`);
    expect(text).to.contain(`src="/plugins/seances/${web.administration?.module ?? ''}"`);
    expect(text).to.contain('<seance-admin base-url="/plugins/seances" locale="en">Loading…</seance-admin>');
    for (const user of ['manager', 'trainer1', 'learner1', 'outsider'])
      expect((await demo.get(path, user)).status, user).to.equal(404);
    expect((await demo.get('/administration/nothing', 'admin')).status).to.equal(404);
    expect((await demo.get(path)).headers.get('location')).to.equal(`/?to=${encodeURIComponent(path)}`);
  });

  it('speaks the language of the address, else of the cookie, else of the browser, else French', async () => {
    const english = { 'accept-language': 'de, en;q=0.8, fr;q=0.5' };
    expect(await page('/', 'admin')).to.contain('<html lang="fr">');
    expect(await page('/', 'admin', english)).to.contain('<html lang="en">');
    expect(await page('/', undefined, { ...english, cookie: 'lang=fr' })).to.contain('<html lang="fr">');
    const chosen = await demo.get('/?lang=en', undefined, { cookie: 'lang=fr' });
    expect(await chosen.text()).to.contain('<html lang="en">');
    expect(chosen.headers.get('set-cookie')).to.match(/^lang=en;/);
    expect(await page('/?lang=xx', 'admin')).to.contain('<html lang="fr">');
  });

  it('writes what it is asked for without taking it for markup', async () => {
    expect(await page('/?lang=fr&x="><b>', 'admin')).not.to.contain('<b>');
    expect(await page('/?to=/"><b>')).not.to.contain('<b>');
  });

  it('passes the signed-in user on to the plugin', async () => {
    const space = '/plugins/seances/api/v1/spaces/demo';
    expect((await demo.get(space)).status).to.equal(401);
    expect((await demo.get(space, 'outsider')).status).to.equal(404);
    const response = await demo.get(space, 'learner1');
    expect(await response.json()).to.deep.include({
      id: 'demo',
      permissions: { open: true, edit: false, enrol: false, administer: false },
    });
  });

  it('has complained of nothing', () => {
    expect(demo.complaints).to.deep.equal([]);
  });
});
