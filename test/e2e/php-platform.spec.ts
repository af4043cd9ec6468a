import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { AgendaEntry, PluginEvent } from '../../src/index.js';
import { createRemoteHost } from '../../src/remote/index.js';
import { brokenPromises, type HostSamples } from '../../src/testing/index.js';
import { run } from '../cli/command.js';
import { php, PhpPlatform } from '../support/php-platform.js';
import { describeWith } from '../support/requirement.js';
import { ServedProcess } from '../support/served-process.js';
import { freePorts } from '../support/server-program.js';
import { borrowBrowser, giveBack } from './browser.js';
import { eventually } from '../support/eventually.js';
import { picture } from './picture.js';

const allowed = { ALLOW_HTTP: '1' };

type Samples = Omit<HostSamples<undefined>, 'signedIn' | 'signedOut'> & {
  readonly signedIn: Readonly<Record<string, string>>;
};

/** As its README has it, but for the ports. */
describeWith(php, 'The platform in PHP, with the plugin beside it', function () {
  this.timeout(120_000);
  let browser: Browser;
  let platform: PhpPlatform;
  let served: ServedProcess;

  before(async () => {
    const [port = 0] = await freePorts(1);
    platform = await PhpPlatform.start(`http://127.0.0.1:${port}`);
    const folder = mkdtempSync(join(tmpdir(), 'seances-php-'));
    const args = ['--host-url', platform.hostUrl, '--host-secret', platform.secret];
    served = await ServedProcess.start([...args, '--database', `sqlite:${join(folder, 'seances.sqlite')}`], {
      ...allowed,
      PORT: String(port),
      SEANCE_URL: `${platform.origin}/spaces/{space}/tools/seances?seance={seance}`,
    });
    browser = await borrowBrowser();
  });

  after(async () => {
    await giveBack(browser);
    await served.end();
    await platform.stop();
  });

  async function signedIn(user: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'fr-BE' });
    const [name = '', value = ''] = (await platform.cookieOf(user)).split('=');
    await context.addCookies([{ name, value, url: platform.origin }]);
    return context.newPage();
  }

  it('keeps the whole contract, events and agenda too', async () => {
    const host = createRemoteHost({ hostUrl: platform.hostUrl, secret: platform.secret, allowHttp: true });
    const { signedIn: headers, ...samples } = JSON.parse(await platform.run('samples.php')) as Samples;
    const request = (sent: Readonly<Record<string, string>>) => ({
      request: new Request(platform.origin, { method: 'POST', body: '{}', headers: sent }),
      context: undefined,
    });

    expect(
      await brokenPromises(host, {
        ...samples,
        signedIn: () => request(headers),
        signedOut: () => request({}),
        eventsReceived: async () => Object.values(await platform.kept('events')) as PluginEvent[],
        agendaEntries: async () => Object.values(await platform.kept('agenda')) as AgendaEntry[],
      }),
    ).to.deep.equal([]);
  });

  it('is right, says seances check-host', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'seances-samples-')), 'samples.json');
    writeFileSync(file, await platform.run('samples.php'));
    const args = ['--host-url', platform.hostUrl, '--host-secret', platform.secret, '--samples', file];
    const { code, output, errors } = await run(['check-host', ...args], allowed);

    expect([code, errors]).to.deep.equal([0, '']);
    expect(output).to.match(/^Nothing is wrong: \d\d promises are kept\.\n$/);
  });

  for (const width of [1280, 360])
    it(`has the clock last in its menu, and a séance that a trainer creates, ${width} px wide`, async () => {
      const page = await signedIn('trainer1', width);
      await page.goto(`${platform.origin}/spaces/demo`);
      const menu = page.getByRole('navigation', { name: 'Outils de l’espace' }).getByRole('link');
      expect(await menu.last().getAttribute('title')).to.equal('Gestion des séances');
      await menu.last().click();
      await page.getByRole('button', { name: 'Créer une séance' }).first().click();
      await page.getByLabel('Nom', { exact: true }).fill(`Atelier ${width}`);
      await page.getByRole('dialog').getByRole('button', { name: 'Ok', exact: true }).click();
      await page.getByText(`Atelier ${width}`).first().waitFor();
      await picture(page, `php-${width}`);
      await page.reload();
      await page.getByText(`Atelier ${width}`).first().waitFor();
      await eventually(async () => {
        const events = Object.values(await platform.kept('events')) as PluginEvent[];
        expect(events.map(({ type }) => type)).to.include('seance.created');
      });
      await page.context().close();
    });

  it('leads from what a learner has before them to the séance', async () => {
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const body = {
      name: 'Cours commun',
      start: `${day}T09:00`,
      end: `${day}T11:00`,
      enrolmentMode: 'automatic',
    };
    const created = await fetch(`${platform.origin}/plugins/seances/api/v1/spaces/demo/seances`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: await platform.cookieOf('trainer1') },
      body: JSON.stringify(body),
    });
    expect(created.status).to.equal(201);
    const page = await signedIn('learner1');
    await page.goto(platform.origin);
    await page.locator('my-seances').getByRole('link', { name: 'Cours commun' }).click();
    await page.getByRole('heading', { name: 'Cours commun' }).waitFor();
    expect(new URL(page.url()).pathname).to.equal('/spaces/demo/tools/seances');
    await page.context().close();
  });
});
