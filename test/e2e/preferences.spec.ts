import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { expectContrastInUse } from './contrast.js';
import { eventually } from '../support/eventually.js';
import { apiPath, asked, setStage, toolPath } from './stage.js';
import { words } from './words.js';

const text = words.fr;
const webhooks = '/plugins/seances/api/v1/admin/webhooks';

interface Screen {
  readonly name: string;
  readonly path: string;
  readonly user?: string;
  /** What it takes to come to it from its path; waits until it is there. */
  readonly open: (page: Page) => Promise<unknown>;
}

/** What is asked of an element of the page, whose own types are not those of the tests. */
interface Measured {
  readonly scrollWidth: number;
  readonly clientWidth: number;
  /** The width of the upper border. */
  readonly clientTop: number;
}

const rowsAreThere = (page: Page): Promise<void> => page.locator('tbody tr[data-id]').first().waitFor();

async function choose(page: Page, action: string): Promise<void> {
  await page.getByRole('button', { name: text.actionsOf('Lunch'), exact: true }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
  await page.getByRole('dialog').waitFor();
}

const screens: readonly Screen[] = [
  { name: 'the list', path: toolPath, open: rowsAreThere },
  { name: "a learner's list", path: toolPath, user: 'learner1', open: rowsAreThere },
  {
    name: 'the list with its filters and a selection',
    path: `${toolPath}?page=1`,
    open: async (page) => {
      await page.getByRole('button', { name: 'Filtres' }).click();
      await page.getByRole('checkbox', { name: 'Sélectionner Lunch' }).check();
    },
  },
  {
    name: 'the menu',
    path: `${toolPath}?page=1`,
    open: async (page) => {
      await page.getByRole('button', { name: text.actionsOf('Lunch'), exact: true }).click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'the page of a séance',
    path: `${toolPath}?q=Travail`,
    open: async (page) => {
      await page.getByRole('link', { name: 'Travail de groupe 1' }).click();
      await page.getByRole('heading', { name: 'Participants' }).waitFor();
    },
  },
  { name: 'the form', path: `${toolPath}?page=1`, open: (page) => choose(page, text.edit) },
  { name: 'the repetition', path: `${toolPath}?page=1`, open: (page) => choose(page, text.repeat) },
  { name: 'the informations', path: `${toolPath}?page=1`, open: (page) => choose(page, text.informations) },
  { name: 'the deletion', path: `${toolPath}?page=1`, open: (page) => choose(page, text.remove) },
  {
    name: 'the picker',
    path: `${toolPath}?q=Travail`,
    open: async (page) => {
      await page.getByRole('link', { name: 'Travail de groupe 1' }).click();
      await page.getByRole('button', { name: 'Inscrire des apprenants' }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    },
  },
  ...['month', 'week', 'day'].map((view) => ({
    name: `the calendar, by ${view}`,
    path: `${toolPath}?view=${view}&date=2026-09-17`,
    open: (page: Page) => page.locator('seance-calendar .view[aria-busy="false"]').waitFor(),
  })),
  {
    name: 'the bin',
    path: toolPath,
    open: async (page) => {
      await page.getByRole('button', { name: 'Corbeille' }).click();
      await page.getByText('La corbeille est vide.').waitFor();
    },
  },
  {
    name: 'the home page',
    path: '/',
    user: 'learner1',
    open: (page) => page.locator('my-seances').getByRole('listitem').first().waitFor(),
  },
  ...['settings', 'locations', 'closed-days'].map((tab) => ({
    name: `the administration, ${tab}`,
    path: `/administration/seances?tab=${tab}`,
    user: 'admin',
    open: (page: Page) => page.locator('seance-admin').getByRole('navigation').waitFor(),
  })),
  {
    name: 'the messages of a webhook',
    path: '/administration/seances?tab=webhooks',
    user: 'admin',
    open: async (page) => {
      const webhook = { url: 'http://localhost:9/', types: ['seance.created'] };
      const { id } = await asked<{ id: string }>(page, 'POST', webhooks, webhook);
      await asked(page, 'POST', `${webhooks}/${id}/trial`);
      await page.reload();
      await page.getByRole('button', { name: 'Messages envoyés à' }).first().click();
      await page.getByRole('button', { name: 'Réessayer', exact: true }).first().waitFor();
    },
  },
];

/** Whether what has the focus shows it, and what it is. */
const focusRing = `(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  return {
    is: element.outerHTML.slice(0, 100),
    isBody: element === document.body,
    // The parts of a date, and of a time, have their own sign, which is the browser's.
    shows: /^(date|time)/.test(element.type) || outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\\)$/.test(outlineColor),
  };
})()`;

/** How many things move on the page. */
const moving = `(() => {
  const roots = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(
    (element) => (element.shadowRoot ? roots(element.shadowRoot) : []))];
  return new Set(roots(document).flatMap((root) => root.getAnimations())).size;
})()`;

/** Nothing is wider than the window, and a dialog is in it. */
async function expectToFit(page: Page, state: string): Promise<void> {
  await expectNoSidewaysScroll(page, state);
  const dialog = page.getByRole('dialog');
  if ((await dialog.count()) === 0) return;
  const [box, size] = [await dialog.boundingBox(), page.viewportSize()];
  expect(box?.x).to.be.at.least(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).to.be.at.most(size?.width ?? 0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).to.be.at.most(size?.height ?? 0);
  const excess = await dialog
    .locator('.body')
    .evaluate((body: Measured) => body.scrollWidth - body.clientWidth);
  expect(excess, `pixels that the dialog of ${state} hides`).to.equal(0);
}

describe('what readers prefer', function () {
  this.timeout(180_000);
  const stage = setStage();

  async function show({ path, user, open }: Screen, options: BrowserContextOptions): Promise<Page> {
    const page = await stage.visit({ path, options, ...(user !== undefined && { user }) });
    await open(page);
    return page;
  }

  /** Windows at 200 % and 400 % of 1280 px, in CSS pixels (WCAG 1.4.4 and 1.4.10). */
  const zooms = [
    { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
    { width: 320, height: 512 },
  ] as const;

  for (const screen of screens) {
    describe(screen.name, () => {
      it('fits in a window of 640 px, and in one of 320 px', async () => {
        const [double, narrow] = zooms;
        const page = await show(screen, double);
        await expectToFit(page, screen.name);
        await page.setViewportSize(narrow);
        await expectToFit(page, screen.name);
      });

      it('has enough contrast, dark and light, while its controls are used; shows the focus in forced colours', async () => {
        const page = await show(screen, { colorScheme: 'dark' });
        await expectAccessible(page, `${screen.name} in the dark`);
        await expectContrastInUse(page, `${screen.name}, dark`);
        await page.emulateMedia({ colorScheme: 'light' });
        await expectContrastInUse(page, `${screen.name}, light`);
        await page.emulateMedia({ forcedColors: 'active' });
        const seen = new Set<string>();
        for (let presses = 0; presses < 40; presses += 1) {
          await page.keyboard.press('Tab');
          const ring = await page.evaluate<{ is: string; isBody: boolean; shows: boolean }>(focusRing);
          if (!ring.isBody) expect(ring.shows, ring.is).to.equal(true);
          seen.add(ring.is);
        }
        expect(seen.size).to.be.above(3);
      });
    });
  }

  it('is told apart by more than a colour, in forced colours: the page, the size, the view', async () => {
    const page = await show(screens[0] as Screen, { forcedColors: 'active' });
    for (const [chosen, other] of [
      ['Page 1', 'Page 2'],
      ['20', '50'],
      ['Liste', 'Calendrier'],
    ] as const) {
      const widths = await Promise.all(
        [chosen, other].map((name) =>
          page.getByRole('button', { name, exact: true }).evaluate((button: Measured) => button.clientTop),
        ),
      );
      expect(widths[0], `width of the border of ${chosen}`).to.be.above(widths[1] ?? 0);
    }
  });

  for (const [reducedMotion, moves] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    it(`${moves ? 'moves' : 'moves nothing'} for who asks for ${reducedMotion}`, async () => {
      const page = await show(screens[0] as Screen, { reducedMotion });
      await page.route(`**${apiPath}/seances?*`, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.continue();
      });
      await page.getByRole('button', { name: '50', exact: true }).click();
      await eventually(async () =>
        expect(await page.locator('seance-list [aria-busy="true"]').count()).to.equal(1),
      );
      const counts = [await page.evaluate<number>(moving)];
      await page.getByRole('button', { name: text.create, exact: true }).first().click();
      const form = page.getByRole('dialog', { name: text.createTitle });
      await form.getByLabel(text.name, { exact: true }).fill(`Souple ${reducedMotion}`);
      await form.getByLabel(text.start, { exact: true }).fill('2026-09-02T08:00');
      await form.getByLabel(text.end, { exact: true }).fill('2026-09-02T09:00');
      counts.push(await page.evaluate<number>(moving));
      await form.getByRole('button', { name: 'Ok', exact: true }).click();
      await page.locator('tr.highlighted').waitFor();
      counts.push(await page.evaluate<number>(moving));
      if (moves) expect(Math.min(counts[0] ?? 0, counts[2] ?? 0)).to.be.above(0);
      else expect(counts).to.deep.equal([0, 0, 0]);
    });
  }
});
