import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { chromiumOptions } from './chromium.js';

/** Whose cookies a browser keeps: everybody's, those of the site in the address bar, or nobody's. */
export type CookieChoice = 'all' | 'first-party' | 'none';

/**
 * What Chromium's settings write for each. `--test-third-party-cookie-phaseout` does nothing to a profile that has the first
 * one, and without either this Chromium keeps no third-party cookies (156; test/e2e/lms.spec.ts shows all three).
 */
const preferences: Readonly<Record<CookieChoice, object>> = {
  all: { profile: { cookie_controls_mode: 0 } },
  'first-party': { profile: { cookie_controls_mode: 1 } },
  none: { profile: { default_content_setting_values: { cookies: 2 } } },
};

/** A Chromium with a profile of its own, which goes with it. Only a profile has preferences: a context has not. */
export class ProfiledChromium {
  private constructor(
    readonly context: BrowserContext,
    private readonly folder: string,
  ) {}

  static async open(cookies: CookieChoice): Promise<ProfiledChromium> {
    const folder = mkdtempSync(join(tmpdir(), 'seances-chromium-'));
    mkdirSync(join(folder, 'Default'));
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences[cookies]));
    return new ProfiledChromium(await chromium.launchPersistentContext(folder, chromiumOptions()), folder);
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
