import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { type CourseRole, firstOf } from '../lti/lms/course.js';
import { Lms } from '../lti/lms/lms.js';
import type { Launch } from '../lti/lms/platform.js';
import type { ProfileName } from '../lti/lms/profiles.js';
import { LtiTool } from '../lti/lti-tool.js';
import { type CookieChoice, ProfiledChromium } from './profiled-chromium.js';

/** A learning platform, this tool on another site, and a browser that shows the tool in a frame of the platform's course. */
export class FramedTool {
  private constructor(
    readonly lms: Lms,
    readonly tool: LtiTool,
    readonly browser: ProfiledChromium,
    /** Of the database. */
    readonly address: string,
  ) {}

  static async start(profile: ProfileName, cookies: CookieChoice): Promise<FramedTool> {
    const lms = await Lms.start({ profile });
    const address = `sqlite:${join(mkdtempSync(join(tmpdir(), 'seances-lti-')), 'lti.sqlite')}`;
    const tool = await LtiTool.start(lms, address);
    await tool.register(lms);
    const browser = await ProfiledChromium.open(cookies);
    await browser.context.setExtraHTTPHeaders({ 'accept-language': 'fr' });
    return new FramedTool(lms, tool, browser, address);
  }

  /** The course, as somebody sees it who opens the tool there. */
  async course(role: CourseRole, width = 1280, more: Partial<Launch> = {}): Promise<Page> {
    const page = await this.browser.context.newPage();
    await page.setViewportSize({ width, height: 800 });
    const address = this.lms.courseUrl({ member: firstOf(this.lms.course, role), ...more });
    for (let attempt = 1; ; attempt += 1) {
      await page.goto(address);
      // As wide as its page has room for, as platforms have it on a phone.
      await page.evaluate("document.querySelector('iframe#tool').width = '100%'");
      if ((await this.isReached(page)) || attempt === 3) return page;
    }
  }

  /**
   * Whether the driver of the browser sees the frame at the tool, and for a while. Where a frame goes from site to site and
   * back in a moment, as in a launch, it takes it at times for one that has stayed at the platform, whatever it shows.
   */
  private async isReached(page: Page): Promise<boolean> {
    const deadline = Date.now() + 10_000;
    let [since, last] = [Date.now(), ''];
    while (Date.now() < deadline) {
      await pause(100);
      const url =
        page
          .frames()
          .find((frame) => frame.name() === 'tool')
          ?.url() ?? '';
      if (url !== last) [since, last] = [Date.now(), url];
      else if (url.startsWith(this.tool.url) && Date.now() - since > 600) return true;
    }
    return false;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.tool.stop();
    await this.lms.stop();
  }
}

export function toolIn(page: Page): FrameLocator {
  return page.frameLocator('iframe#tool');
}
