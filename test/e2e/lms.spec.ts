import { expect } from 'chai';
import type { Frame, Page } from 'playwright-core';
import { Lms } from '../lti/lms/lms.js';
import type { ProfileName } from '../lti/lms/profiles.js';
import { TinyTool } from '../lti/lms/tiny-tool.js';
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

  async function opened(url: string): Promise<{ page: Page; frame: Frame }> {
    const page = await browser.context.newPage();
    await page.goto(url);
    return { page, frame: page.frame({ name: 'tool' })! };
  }

  const heardIn = (page: Page): Promise<Heard> =>
    page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard);
  const kept = async (frame: Frame): Promise<string | null> => {
    await frame.waitForURL('**/lti/launch');
    return (await frame.waitForSelector('body[data-kept]')).getAttribute('data-kept');
  };

  /** What `frame` is answered by the page around it. */
  const told = (frame: Frame, message: object): Promise<Record<string, unknown>> =>
    frame.evaluate((sent) => {
      // A test knows no types of browsers.
      const window = globalThis as unknown as {
        addEventListener(type: string, listener: (event: { data: unknown }) => void): void;
        readonly parent: { postMessage(message: object, origin: string): void };
      };
      return new Promise<Record<string, unknown>>((resolve) => {
        window.addEventListener('message', ({ data }) => {
          const answer = data as Record<string, unknown>;
          if (answer['subject'] === `${(sent as { subject: string }).subject}.response`) resolve(answer);
        });
        window.parent.postMessage(sent, '*');
      });
    }, message);

  const choices = { all: ['plain', 'parted'], 'first-party': ['parted'], none: [] } as const;

  for (const [cookies, names] of Object.entries(choices) as [CookieChoice, readonly string[]][]) {
    it(`launches in a frame, where a browser with cookies ${cookies} keeps ${names.join(' and ') || 'none'}`, async () => {
      await start('moodle', cookies);
      const { frame } = await opened(lms.courseUrl());

      await frame.waitForURL('**/lti/launch');
      expect(tool.taken[0]!.cookies.filter(Boolean)).to.have.members(names);
    });
  }

  it('launches in a window of its own, where the tool is the first party', async () => {
    await start('moodle', 'first-party');
    const { page } = await opened(lms.courseUrl({}, { place: 'window' }));
    const window = browser.context.waitForEvent('page');
    await page.click('#tool');

    await (await window).waitForURL('**/lti/launch');
    expect(tool.taken[0]!.cookies).to.have.members(['plain', 'parted']);
  });

  it('keeps the state in a frame beside the tool, as Canvas, whose page is at another host', async () => {
    await start('canvas', 'none');
    const { page, frame } = await opened(lms.courseUrl());

    expect(new URL(page.url()).hostname).to.equal('school.localhost');
    expect(await kept(frame)).to.equal('same');
    expect((await heardIn(page)).map(({ subject }) => subject)).to.deep.equal(['lti.frameResize']);
  });

  it('keeps the state in the page around the tool, as Sakai', async () => {
    await start('sakai', 'none');
    const { page, frame } = await opened(lms.courseUrl());

    expect(await kept(frame)).to.equal('same');
    const heard = await heardIn(page);
    expect(heard.map(({ origin }) => origin)).to.deep.equal(heard.map(() => tool.url));
  });

  it('keeps for each origin what that one puts, and answers what it does not know with a code', async () => {
    await start('sakai', 'none');
    const { page, frame } = await opened(lms.courseUrl());
    await kept(frame);
    const put = { subject: 'lti.put_data', message_id: '1', key: 'k', value: 'v' };
    const get = { subject: 'lti.get_data', message_id: '2', key: 'k' };

    expect(
      (await told(frame, { subject: 'lti.capabilities', message_id: '0' }))['supported_messages'],
    ).to.have.length(3);
    expect(await told(frame, put)).to.deep.equal({ ...put, subject: 'lti.put_data.response' });
    expect(await told(frame, get)).to.include({ message_id: '2', value: 'v' });
    const codes = [
      await told(page.mainFrame(), get),
      await told(frame, { ...put, key: '' }),
      await told(frame, { ...put, message_id: undefined }),
      await told(frame, { ...put, value: 'v'.repeat(5_000) }),
    ].map(({ error }) => (error as { readonly code: string }).code);
    expect(codes).to.deep.equal(['bad_request', 'bad_request', 'bad_request', 'storage_exhaustion']);
    expect(await told(frame, { ...put, value: undefined })).not.to.have.property('error');
    expect(await told(frame, get)).to.have.property('error');
  });

  it('says so when it has no room for the state', async () => {
    await start('sakai', 'none');
    lms.storage = 'full';
    const { frame } = await opened(lms.courseUrl());

    expect(await kept(frame)).to.equal('bad_request');
  });

  it('leaves the tool without an answer, when a test says so', async () => {
    await start('sakai', 'none');
    lms.storage = 'silent';
    const { page, frame } = await opened(lms.courseUrl());

    await page.waitForFunction(() => (globalThis as unknown as { heard: Heard }).heard.length > 0);
    expect(new URL(frame.url()).pathname).to.equal('/lti/login');
    expect(tool.taken).to.deep.equal([]);
  });

  it('gives the frame the height that the tool asks for', async () => {
    await start('moodle', 'first-party');
    const { page } = await opened(lms.courseUrl());

    await page.waitForSelector('iframe#tool[height="1234"]');
  });

  it('shows the tool in a sandbox, where it has no origin', async () => {
    await start('moodle', 'all');
    const { page } = await opened(
      lms.courseUrl({}, { place: 'frame', sandbox: 'allow-scripts allow-forms' }),
    );

    await page.waitForSelector('iframe#tool[height="1234"]');
    expect((await heardIn(page)).map(({ origin }) => origin)).to.deep.equal(['null']);
  });
});
