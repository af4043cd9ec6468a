import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { firstLoadSizes, laterSizes } from '../../.config/web-chunks.mjs';
import { startDemo } from '../../demo/start-demo.js';
import { startChromium } from '../e2e/chromium.js';
import { toolPath } from '../e2e/stage.js';
import { atMost, type Figure, median } from './bench.js';

const seances = 5_000;
const rounds = 5;
/** The browser's clock of interactions has no finer reading, and tells of none that is faster, in milliseconds. */
const finest = 16;
/** How long after an interaction the page is quiet again, in milliseconds. */
const quiet = 400;
const longest = 100;
const largest = 60_000;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What one does with the list, by name: each is one interaction, or several of the same kind. */
const interactions: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'select one': (page) => page.locator('tbody input').first().click(),
  'select all': (page) => page.locator('thead input').click(),
  'unselect all': (page) => page.locator('thead input').click(),
  'open the menu': (page) =>
    page
      .getByRole('button', { name: /^Actions/ })
      .first()
      .click(),
  'close the menu': (page) => page.keyboard.press('Escape'),
  'focus a name': (page) => page.keyboard.press('Shift+Tab'),
  'next row': (page) => page.keyboard.press('ArrowDown'),
  'last row': (page) => page.keyboard.press('End'),
  'row before': (page) => page.keyboard.press('ArrowUp'),
  'first row': (page) => page.keyboard.press('Home'),
  'a page down': (page) => page.keyboard.press('PageDown'),
  'sort by name': (page) => page.getByRole('button', { name: 'Nom', exact: true }).click(),
  'sort by date': (page) => page.getByRole('button', { name: 'Date de début', exact: true }).click(),
  'open the filters': (page) => page.getByRole('button', { name: /^Filtres/ }).click(),
  'close the filters': (page) => page.getByRole('button', { name: /^Filtres/ }).click(),
  'write in the search': (page) => page.getByRole('searchbox').press('t'),
  'empty the search': (page) => page.getByRole('searchbox').press('Backspace'),
};

/**
 * The browser part: how long an interaction with 5,000 séances on one page takes to its next paint, on the reference
 * host with an embedded database; and what the first load and the calendar weigh.
 */
export async function screens(): Promise<readonly Figure[]> {
  await build();
  const times = await measured();
  const all = [...times].flatMap(([name, each]) => each.map((time) => ({ name, time })));
  const slowest = all.sort((a, b) => b.time - a.time);
  // As the Web Vitals count it: of fifty interactions the slowest is left out.
  const worst = slowest[Math.floor(slowest.length / 50)] ?? { name: 'none', time: Number.NaN };
  const middle = median(slowest.map(({ time }) => time));
  return [
    {
      name: 'screens',
      ratio: worst.time / longest,
      goal: atMost(1),
      detail: `${seances} rows, ${slowest.length} interactions: next paint after ${worst.time} ms (${worst.name}), median at most ${middle} ms; goal ${longest} ms`,
    },
    size('first-load', firstLoadSizes()),
    size('calendar', laterSizes('calendar/seance-calendar.ts')),
  ];
}

function size(name: string, sizes: ReadonlyMap<string, number>): Figure {
  const bytes = [...sizes.values()].reduce((sum, one) => sum + one, 0);
  const detail = `${(bytes / 1000).toFixed(1)} kB gzipped in ${sizes.size} files; goal ${largest / 1000} kB`;
  return { name, ratio: bytes / largest, goal: atMost(1), detail };
}

/** As `npm start` does it: nothing when it is up to date. */
async function build(): Promise<void> {
  const child = fork(new URL('../../demo/build-web.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error('The browser part cannot be built.');
}

async function measured(): Promise<ReadonlyMap<string, readonly number[]>> {
  // What may be lacking comes first: nothing else has to be stopped then.
  const browser = await startChromium();
  const folder = mkdtempSync(join(tmpdir(), 'seances-bench-'));
  const databaseUrl = `sqlite:${join(folder, 'demo.sqlite')}`;
  const demo = await startDemo({ port: 0, databaseUrl, seedSize: seances }, silent);
  try {
    const context = await browser.newContext({ baseURL: demo.url, viewport: { width: 1280, height: 900 } });
    await context.addCookies([{ name: 'lang', value: 'fr', url: demo.url }]);
    await context.request.post('/sign-in', { data: { user: 'trainer1' } });
    return await timesOf(await context.newPage());
  } finally {
    await browser.close();
    await demo.stop();
    rmSync(folder, { recursive: true });
  }
}

async function timesOf(page: Page): Promise<ReadonlyMap<string, readonly number[]>> {
  await page.goto(`${toolPath}?size=all`);
  await page.locator('tbody tr[data-id]').first().waitFor();
  await page.evaluate(`
    window.slowest = 0;
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries())
        if (interactionId > 0) window.slowest = Math.max(window.slowest, duration);
    }).observe({ type: 'event', durationThreshold: ${finest} });
  `);
  const times = new Map<string, number[]>(Object.keys(interactions).map((name) => [name, []]));
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, act] of Object.entries(interactions)) {
      const time = await timeOf(page, act);
      if (round > 0) times.get(name)?.push(time);
    }
  }
  return times;
}

/** From the interaction to the next paint, in milliseconds. */
async function timeOf(page: Page, act: (page: Page) => Promise<unknown>): Promise<number> {
  await page.evaluate('window.slowest = 0');
  await act(page);
  await page.locator('seance-list [aria-busy="false"]').waitFor();
  await page.waitForTimeout(quiet);
  return Math.max(finest, await page.evaluate<number>('window.slowest'));
}
