import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { FrameLocator, Page } from 'playwright-core';
import { firstOf } from '../lti/lms/course.js';
import { Lms } from '../lti/lms/lms.js';
import type { ProfileName } from '../lti/lms/profiles.js';
import { LtiTool } from '../lti/lti-tool.js';
import { picture } from './picture.js';
import { type CookieChoice, ProfiledChromium } from './profiled-chromium.js';

describe('The tool in a learning platform, by LTI', function () {
  this.timeout(120_000);
  let browser: ProfiledChromium;
  let lms: Lms;
  let tool: LtiTool;

  async function start(profile: ProfileName, cookies: CookieChoice): Promise<void> {
    lms = await Lms.start({ profile });
    tool = await LtiTool.start(
      lms,
      `sqlite:${join(mkdtempSync(join(tmpdir(), 'seances-lti-')), 'lti.sqlite')}`,
    );
    await tool.register(lms);
    browser = await ProfiledChromium.open(cookies);
    await browser.context.setExtraHTTPHeaders({ 'accept-language': 'fr' });
  }

  afterEach(async () => {
    await browser.close();
    await tool.stop();
    await lms.stop();
  });

  /** The course, as somebody sees it who opens the tool there. */
  async function course(role: 'instructor' | 'learner', width = 1280): Promise<Page> {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(lms.courseUrl({ member: firstOf(lms.course, role) }));
    return page;
  }

  const toolIn = (page: Page): FrameLocator => page.frameLocator('iframe#tool');

  async function create(page: Page, name: string): Promise<void> {
    const frame = toolIn(page);
    await frame.getByRole('button', { name: 'Créer une séance' }).first().click();
    const form = frame.getByRole('dialog');
    await form.getByLabel('Nom', { exact: true }).fill(name);
    await form.getByLabel('Inscription aux séances', { exact: true }).selectOption({ label: 'Publique' });
    await form.getByRole('button', { name: 'Ok', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await frame.getByRole('link', { name }).first().waitFor();
  }

  for (const [profile, cookies, by] of [
    ['moodle', 'first-party', 'by a cookie of this frame alone'],
    ['sakai', 'none', 'by what the page around it keeps'],
    ['canvas', 'none', 'by what a frame beside it keeps'],
  ] as const)
    it(`opens in the frame of ${profile}, ${by}, for a trainer and then for a learner on a phone`, async () => {
      await start(profile, cookies);
      await create(await course('instructor'), 'Atelier de conversation');
      const page = await course('learner', 360);
      const frame = toolIn(page);
      await frame.getByRole('link', { name: 'Atelier de conversation' }).click();
      await frame.getByRole('button', { name: "S'inscrire à la séance" }).click();
      await frame.getByText('Inscrit', { exact: true }).first().waitFor();
      await picture(page, `lti-${profile}-360`);
    });

  it('leaves nothing of the session in the address, and no cookie goes with what it asks', async () => {
    await start('sakai', 'none');
    const page = await course('instructor');
    const headers: Readonly<Record<string, string>>[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/v1/')) headers.push(request.headers());
    });
    await toolIn(page).getByRole('button', { name: 'Créer une séance' }).first().waitFor();
    const frame = page.frames().find((one) => one.url().includes('/lti/spaces/'));
    expect(frame?.url()).not.to.contain('session');
    expect(headers.length).to.be.greaterThan(0);
    for (const sent of headers) {
      expect(sent['authorization']).to.match(/^Bearer /);
      expect(sent).not.to.have.property('cookie');
    }
  });

  it('offers a window of its own where the browser keeps nothing and the platform neither', async () => {
    await start('moodle', 'none');
    const page = await course('learner');
    const link = toolIn(page).getByRole('link', { name: 'Ouvrir dans une nouvelle fenêtre' });
    await link.waitFor();
    await picture(page, 'lti-window');
    expect(await link.getAttribute('href')).to.match(/\/lti\/login\?/);
  });
});
