import { type Browser, firefox, webkit } from 'playwright-core';
import { startChromium } from './chromium.js';

/** Browsers that Playwright installs: `npx playwright-core install firefox`. */
const installed = { firefox, webkit } as const;
/** How long a browser is kept that nobody has, in milliseconds: who comes next takes it over, without a second to start one. */
const kept = 3_000;

let lent: { readonly browser: Browser; users: number; end?: NodeJS.Timeout } | undefined;

/** The browser of this process: contexts part what its users do. Each gives it back. */
export async function borrowBrowser(): Promise<Browser> {
  if (!lent?.browser.isConnected()) lent = { browser: await startBrowser(), users: 0 };
  clearTimeout(lent.end);
  lent.users += 1;
  return lent.browser;
}

/** @param browser the one that was borrowed; what is open in it is closed. */
export async function giveBack(browser: Browser): Promise<void> {
  if (lent?.browser !== browser) return;
  lent.users -= 1;
  if (lent.users > 0) return;
  await Promise.all(browser.contexts().map((context) => context.close()));
  lent.end = setTimeout(() => {
    lent = undefined;
    void browser.close();
  }, kept);
}

/** Starts the browser that TEST_BROWSER names, `firefox` or `webkit`; without it, the system's Chromium. */
function startBrowser(): Promise<Browser> {
  const name = process.env['TEST_BROWSER'];
  if (name === undefined || name === 'chromium') return startChromium();
  if (name === 'firefox' || name === 'webkit') return installed[name].launch();
  throw new Error(`TEST_BROWSER is firefox, webkit or chromium, and not "${name}".`);
}
