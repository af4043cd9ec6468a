import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { eventually } from '../support/eventually.js';
import { picture } from './picture.js';
import { apiPath, asked, created, setStage, toolPath, type Visit, type SignedIn } from './stage.js';

interface Entry {
  readonly user: { readonly id: string; readonly name: string };
  readonly mark: string | null;
  readonly minutes?: number;
  readonly at: string | null;
  readonly signed: boolean;
}

interface Slot {
  readonly state: string;
  readonly checkIn: { readonly until: string } | null;
  readonly closed: { readonly signed: boolean } | null;
  readonly entries: readonly Entry[];
}

const minute = 60_000;
/** Loses requests that mark somebody, while the page says so: what a page sends when it is left, tools cannot stop. */
const cut = `(() => {
  const reach = window.fetch;
  window.fetch = (address, init) =>
    sessionStorage.getItem('cut') && String(address).endsWith('/marks')
      ? Promise.reject(new TypeError('No connection'))
      : reach(address, init);
})()`;
/** Of each séance. */
export const name = 'Atelier du jour';

/** What the clocks in Brussels show so many minutes from now. */
export const wallTime = (minutes: number): string =>
  new Date(Date.now() + minutes * minute)
    .toLocaleString('sv', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'short' })
    .replace(' ', 'T');

/** Somebody's row, which a tap marks. */
export const person = (page: Page, who: string): Locator =>
  page.locator('button.person').filter({ hasText: who });

export const button = (within: Page | Locator, label: string): Locator =>
  within.getByRole('button', { name: label, exact: true });

/** A stage on which presence is kept of what takes place now, and what trainers do there. For one `describe`. */
export function setAttendanceStage() {
  const stage = setStage(3);

  /** One half-day that has begun: too short to be parted. */
  async function begun(by: SignedIn, minutes: readonly [number, number] = [-40, 60], more: object = {}) {
    const [start, end] = minutes.map(wallTime);
    return (await created(by, { name, start, end, ...more })).id;
  }
  const pathOf = (id: string) => `${apiPath}/seances/${id}/attendance`;
  const slotsOf = async (by: SignedIn, id: string) =>
    (await asked<{ readonly slots: readonly Slot[] }>(by, 'GET', pathOf(id))).slots;
  /** How many have each mark. */
  async function marked(by: SignedIn, id: string, slot = 0): Promise<Readonly<Record<string, number>>> {
    const entries = (await slotsOf(by, id))[slot]?.entries ?? [];
    const counts: Record<string, number> = {};
    for (const { mark } of entries) counts[mark ?? 'none'] = (counts[mark ?? 'none'] ?? 0) + 1;
    return counts;
  }
  const expectMarked = (by: SignedIn, id: string, counts: Readonly<Record<string, number>>, slot?: number) =>
    eventually(async () => expect(await marked(by, id, slot)).to.deep.equal(counts));

  async function open(visit: Visit, id: string): Promise<Page> {
    const page = await stage.visit({ ...visit, path: `${toolPath}?seance=${id}&presences` });
    await page.locator('li[data-id]').first().waitFor();
    return page;
  }
  async function openNew(visit: Visit = {}): Promise<readonly [Page, string]> {
    const page = await stage.visit({ ...visit, path: '/' });
    const id = await begun(page);
    await page.goto(`${toolPath}?seance=${id}&presences`);
    await page.locator('li[data-id]').first().waitFor();
    return [page, id];
  }
  async function cutOff(page: Page): Promise<void> {
    await page.addInitScript(cut);
    await page.evaluate(`sessionStorage.setItem('cut', 'yes')`);
    await page.evaluate(cut);
  }
  async function choose(page: Page, who: string, entry: string): Promise<void> {
    await button(page, `Présence\u00a0: ${who}`).click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  }
  async function look(page: Page, state: string, width: number): Promise<void> {
    await picture(page, `fr-attendance-${state}-${width}`);
    await expectNoSidewaysScroll(page, state);
    await expectAccessible(page, state);
  }

  return { stage, begun, pathOf, slotsOf, marked, expectMarked, open, openNew, cutOff, choose, look };
}
