import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { ProfileName } from '../lti/lms/profiles.js';
import { FramedTool, toolIn } from './framed-tool.js';
import { picture } from './picture.js';
import type { CookieChoice } from './profiled-chromium.js';

/** What is on the screens in the languages of the platforms. */
const words = {
  fr: {
    ...{ create: 'Créer une séance', name: 'Nom', mode: 'Inscription aux séances', open: 'Publique' },
    ...{ enrol: "S'inscrire à la séance", enrolled: 'Inscrit' },
  },
  en: {
    ...{ create: 'Create a séance', name: 'Name', mode: 'Enrolment in séances', open: 'Public' },
    ...{ enrol: 'Enrol in the séance', enrolled: 'Enrolled' },
  },
} as const;

describe('The tool in a learning platform, by LTI', function () {
  this.timeout(120_000);
  let framed: FramedTool;

  const start = async (profile: ProfileName, cookies: CookieChoice): Promise<void> => {
    framed = await FramedTool.start(profile, cookies);
  };

  afterEach(() => framed.stop());

  async function create(page: Page, text: (typeof words)['fr' | 'en'], name: string): Promise<void> {
    const frame = toolIn(page);
    await frame.getByRole('button', { name: text.create }).first().click();
    const form = frame.getByRole('dialog');
    await form.getByLabel(text.name, { exact: true }).fill(name);
    await form.getByLabel(text.mode, { exact: true }).selectOption({ label: text.open });
    await form.getByRole('button', { name: 'Ok', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await frame.getByRole('link', { name }).first().waitFor();
  }

  for (const [profile, language, cookies, by] of [
    ['moodle', 'fr', 'first-party', 'by a cookie of this frame alone'],
    ['sakai', 'en', 'none', 'by what the page around it keeps'],
    ['canvas', 'fr', 'none', 'by what a frame beside it keeps'],
  ] as const)
    it(`opens in the frame of ${profile}, ${by}, for a trainer and then for a learner on a phone`, async () => {
      await start(profile, cookies);
      const text = words[language];
      await create(await framed.course('instructor'), text, 'Atelier de conversation');
      const page = await framed.course('learner', 360);
      const frame = toolIn(page);
      await frame.getByRole('link', { name: 'Atelier de conversation' }).click();
      await frame.getByRole('heading', { name: 'Atelier de conversation' }).waitFor();
      await frame.getByRole('button', { name: text.enrol }).first().click();
      await frame
        .locator('.state.enrolled')
        .filter({ visible: true })
        .getByText(text.enrolled)
        .first()
        .waitFor();
      await picture(page, `lti-${profile}-360`);
    });

  it('leaves nothing of the session in the address, and no cookie goes with what it asks', async () => {
    await start('sakai', 'none');
    const headers: Readonly<Record<string, string>>[] = [];
    framed.browser.context.on('request', (request) => {
      if (request.url().includes('/api/v1/')) headers.push(request.headers());
    });
    const page = await framed.course('instructor');
    await toolIn(page).getByRole('button', { name: words.en.create }).first().waitFor();
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
    const page = await framed.course('learner');
    const link = toolIn(page).getByRole('link', { name: 'Ouvrir dans une nouvelle fenêtre' });
    await link.waitFor();
    await picture(page, 'lti-window');
    expect(await link.getAttribute('href')).to.match(/\/lti\/login\?/);
  });
});
