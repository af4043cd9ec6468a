import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
/** The same browser without the parts that draw its own window: a page opens in it in a third less of processor time. */
const withoutWindow = ['chromium-headless-shell', ...names];

/** What Playwright switches off for steady tests: Chromium heeds the last list alone, which is the one below. */
const playwrights = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * What no page needs, and each window would start: what drops down below the address bar, which are two pages and a process
 * of their own, and a process in reserve. A page opens in 0.3 s of processor time instead of 0.7.
 */
const unseen = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess'];

/**
 * A browser without a window, and without the errands that it runs for its maker. Pages of one site share a process, each
 * of which takes half a second to begin, and draw in one thread.
 */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--renderer-process-limit=1',
  '--num-raster-threads=1',
  `--disable-features=${[...playwrights, ...unseen].join()}`,
];

/** Which Chromium is started, and how: the one that CHROMIUM names, else the first of these that is on the PATH. */
export function chromiumOptions(these = names): LaunchOptions & { readonly executablePath: string } {
  return { executablePath: process.env['CHROMIUM'] ?? onPath(these), args: flags };
}

/** Starts the system's Chromium. */
export function startChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions(withoutWindow));
}

function onPath(these: readonly string[]): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = these
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
  if (!found) throw new Error('No Chromium on the PATH: install it, or say where it is with CHROMIUM.');
  return found;
}
