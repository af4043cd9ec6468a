import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { Lms } from '../lti/lms/lms.js';
import type { ProfileName } from '../lti/lms/profiles.js';
import { TinyTool } from '../lti/lms/tiny-tool.js';
import { eventually } from '../support/eventually.js';
import { type CookieChoice, ProfiledChromium } from './profiled-chromium.js';

/** What the page of a course was told. */
type Heard = readonly { readonly origin: string; readonly subject: string }[];

describe('The platform of the tests, in a browser', function () {
  this.timeout(60_000);
  let browser: ProfiledChromium;
  let lms: Lms;
  let tool: TinyTool;

  async function start(profile: ProfileName, cookies: CookieChoice): Promise<void> {
    lms = await Lms.start({ profile });
    tool = await TinyTool.start(lms);
    browser = await ProfiledChromium.open(cookies);
  }

  afterEach(async () => {
    await browser.close();
    await tool.stop();
    await lms.stop();
  });

  async function opened(url: string): Promise<Page> {
    const page = await browser.context.newPage();
    await page.goto(url);
    return page;
  }

  const heardIn = (page: Page): Promise<Heard> =>
    page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard);
  // What the tool has got is asked of the tool: a frame that changes its process twice may be lost to Playwright.
  const launched = () => eventually(() => Promise.resolve(expect(tool.taken).to.have.length(1)));
  const kept = (what: () => unknown) => eventually(() => Promise.resolve(expect(tool.kept).to.equal(what())));
  const state = () => tool.taken[0]!.fields.get('state');

  /** What the page is answered by itself, where it keeps what tools put. */
  const told = (page: Page, message: object): Promise<Record<string, unknown>> =>
    page.evaluate((sent) => {
      // A test knows no types of browsers.
      const window = globalThis as unknown as {
        addEventListener(type: string, listener: (event: { data: unknown }) => void): void;
        postMessage(message: object, origin: string): void;
      };
      return new Promise<Record<string, unknown>>((resolve) => {
        window.addEventListener('message', ({ data }) => {
          const answer = data as Record<string, unknown>;
          if (answer['subject'] === `${(sent as { subject: string }).subject}.response`) resolve(answer);
        });
        window.postMessage(sent, '*');
      });
    }, message);

  const choices = { all: ['plain', 'parted'], 'first-party': ['parted'], none: [] } as const;

  for (const [cookies, names] of Object.entries(choices) as [CookieChoice, readonly string[]][]) {
    it(`launches in a frame, where a browser with cookies ${cookies} keeps ${names.join(' and ') || 'none'}`, async () => {
      await start('moodle', cookies);
      await opened(lms.courseUrl());

      await launched();
      expect(tool.taken[0]!.cookies.filter(Boolean)).to.have.members(names);
    });
  }

  it('launches in a window of its own, where the tool is the first party', async () => {
    await start('moodle', 'first-party');
    const page = await opened(lms.courseUrl({}, { place: 'window' }));
    const window = browser.context.waitForEvent('page');
    await page.click('#tool');

    await (await window).waitForURL('**/lti/launch');
    expect(tool.taken[0]!.cookies).to.have.members(['plain', 'parted']);
  });

  it('keeps the state in a frame beside the tool, as Canvas, whose page is at another host', async () => {
    await start('canvas', 'none');
    const page = await opened(lms.courseUrl());

    await kept(state);
    await page.waitForFunction('heard.length > 0');
    expect(new URL(page.url()).hostname).to.equal('school.localhost');
    expect((await heardIn(page)).map(({ subject }) => subject)).to.deep.equal(['lti.frameResize']);
  });

  it('keeps the state in the page around the tool, as Sakai', async () => {
    await start('sakai', 'none');
    const page = await opened(lms.courseUrl());

    await kept(state);
    const heard = await heardIn(page);
    expect(heard.map(({ origin }) => origin)).to.deep.equal(heard.map(() => tool.url));
  });

  it('keeps for each origin what that one puts, and answers what it does not know with a code', async () => {
    await start('sakai', 'none');
    const page = await opened(lms.courseUrl());
    await kept(state);
    const put = { subject: 'lti.put_data', message_id: '1', key: 'k', value: 'v' };
    const get = { subject: 'lti.get_data', message_id: '2', key: 'k' };
    const capabilities = await told(page, { subject: 'lti.capabilities', message_id: '0' });

    expect(capabilities['supported_messages']).to.have.length(3);
    expect(await told(page, put)).to.deep.equal({ ...put, subject: 'lti.put_data.response' });
    expect(await told(page, get)).to.include({ message_id: '2', value: 'v' });
    const codes = [
      await told(page, { ...get, key: `state_${state()}` }),
      await told(page, { ...put, key: '' }),
      await told(page, { ...put, message_id: undefined }),
      await told(page, { ...put, value: 'v'.repeat(5_000) }),
    ].map(({ error }) => (error as { readonly code: string }).code);
    expect(codes).to.deep.equal(['bad_request', 'bad_request', 'bad_request', 'storage_exhaustion']);
    expect(await told(page, { ...put, value: undefined })).not.to.have.property('error');
    expect(await told(page, get)).to.have.property('error');
  });

  it('says so when it has no room for the state', async () => {
    await start('sakai', 'none');
    lms.storage = 'full';
    await opened(lms.courseUrl());

    await kept(() => 'bad_request');
  });

  it('leaves the tool without an answer, when a test says so', async () => {
    await start('sakai', 'none');
    lms.storage = 'silent';
    const page = await opened(lms.courseUrl());

    await page.waitForFunction('heard.length > 0');
    expect((await heardIn(page)).map(({ subject }) => subject)).to.deep.equal(['lti.put_data']);
    expect(lms.asked).not.to.include(`GET ${lms.profile.paths.authorization}`);
  });

  it('gives the frame the height that the tool asks for', async () => {
    await start('moodle', 'first-party');
    const page = await opened(lms.courseUrl());

    await page.waitForSelector('iframe#tool[height="1234"]');
  });

  it('opens the tool to be registered, and hears when it is done', async () => {
    await start('moodle', 'first-party');
    const page = await opened(lms.registrationPageUrl(`${tool.url}/lti/register?invitation=i`));

    await page.waitForFunction('heard.length > 0');
    expect(await heardIn(page)).to.deep.equal([{ origin: tool.url, subject: 'org.imsglobal.lti.close' }]);
    expect([...tool.registering!.keys()]).to.deep.equal([
      'invitation',
      'openid_configuration',
      'registration_token',
    ]);
  });

  it('shows the tool in a sandbox, where it has no origin', async () => {
    await start('moodle', 'all');
    const page = await opened(lms.courseUrl({}, { place: 'frame', sandbox: 'allow-scripts allow-forms' }));

    await page.waitForSelector('iframe#tool[height="1234"]');
    expect((await heardIn(page)).map(({ origin }) => origin)).to.deep.equal(['null']);
  });
});
