import { type Browser, firefox, webkit } from 'playwright-core';
import { startChromium } from './chromium.js';

/** Browsers that Playwright installs: `npx playwright-core install firefox`. */
const installed = { firefox, webkit } as const;

/** Starts the browser that TEST_BROWSER names, `firefox` or `webkit`; without it, the system's Chromium. */
export function startBrowser(): Promise<Browser> {
  const name = process.env['TEST_BROWSER'];
  if (name === undefined || name === 'chromium') return startChromium();
  if (name === 'firefox' || name === 'webkit') return installed[name].launch();
  throw new Error(`TEST_BROWSER is firefox, webkit or chromium, and not "${name}".`);
}
