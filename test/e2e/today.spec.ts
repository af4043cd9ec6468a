import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { eventually } from '../support/eventually.js';
import { focused } from './focus.js';
import { apiPath, asked, created, setStage, toolPath, type Visit, type SignedIn } from './stage.js';

interface Found {
  readonly items: readonly { readonly id: string; readonly name: string; readonly state: string }[];
  readonly past: number;
  readonly page: number;
  readonly total: number;
}

const rows = 'tbody tr[data-id]';
const table = `document.querySelector('seance-tool').shadowRoot.querySelector('seance-list')
  .shadowRoot.querySelector('seance-table')`;

describe('the list, today first', function () {
  this.timeout(120_000);
  const stage = setStage();

  /** The list with séances that have ended, and some that have not whenever this runs. */
  async function open(visit: Visit = {}): Promise<Page> {
    const page = await stage.visit({ ...visit, user: 'trainer1' });
    for (const day of ['2020-03-02', '2020-03-03', '2040-03-05', '2040-03-06'])
      await created(page, { name: `Le ${day}`, start: `${day}T09:00`, end: `${day}T10:00` });
    await page.reload();
    await page.locator(rows).first().waitFor();
    return page;
  }

  const now = (by: SignedIn, query = ''): Promise<Found> =>
    asked(by, 'GET', `${apiPath}/seances?page=now${query}`);
  const fold = (page: Page) => page.getByRole('button', { name: /séances? passées?$/ });

  for (const width of [1280, 360]) {
    it(`begins where nothing has ended, ${width} px wide, and folds what has`, async () => {
      const page = await open({ width });
      const { items, past } = await now(page);
      await page.getByRole('button', { name: `${past} séances passées` }).waitFor();
      const weekday = new Date().toLocaleDateString('fr', { weekday: 'long', timeZone: 'Europe/Brussels' });
      await page.getByText(`Aujourd'hui, ${weekday}`).waitFor();
      const coming = items.filter(({ state }) => state !== 'past');
      expect(await page.locator(rows).count()).to.equal(coming.length);
      expect(await page.locator(rows).first().innerText()).to.contain(coming[0]?.name);
      expect(await page.evaluate('scrollY')).to.equal(0);
      expect(new URL(page.url()).search).to.equal('');
      await expectNoSidewaysScroll(page, 'the list');
      await expectAccessible(page, 'the list');
    });

    it(`opens and folds them in place by the keyboard, ${width} px wide`, async () => {
      const page = await open({ width });
      const { items } = await now(page);
      const coming = await page.locator(rows).count();
      await fold(page).focus();
      expect(await fold(page).getAttribute('aria-expanded')).to.equal('false');
      await page.keyboard.press('Enter');
      await eventually(async () => expect(await page.locator(rows).count()).to.equal(items.length));
      expect(await fold(page).getAttribute('aria-expanded')).to.equal('true');
      await expectAccessible(page, 'the list with what has ended');
      const [first] = items;
      await page.getByRole('checkbox', { name: `Sélectionner ${first?.name}`, exact: true }).check();
      await page.getByText('1 séance sélectionnée').waitFor();
      await fold(page).press('Space');
      await eventually(async () => expect(await page.locator(rows).count()).to.equal(coming));
      // Nobody deletes what they do not see.
      await page.getByText('1 séance sélectionnée').waitFor({ state: 'detached' });
    });
  }

  it('selects all that is shown, and nothing that is folded', async () => {
    const page = await open();
    await page.getByRole('checkbox', { name: 'Tout sélectionner sur cette page' }).check();
    await page.getByText(`${await page.locator(rows).count()} séances sélectionnées`).waitFor();
  });

  it('shows a page that is named as it is, and comes back to today without a name', async () => {
    const page = await open();
    await page.goto(`${toolPath}?page=1`);
    await page.locator(rows).first().waitFor();
    expect(await fold(page).count()).to.equal(0);
    expect(await page.locator(rows).first().innerText()).to.contain('Le 2020-03-02');
    await page.getByRole('searchbox').fill('Le 20');
    await fold(page).waitFor();
    expect(new URL(page.url()).searchParams.has('page')).to.equal(false);
    expect(await page.locator(rows).count()).to.equal(2);
    await page.goto(`${toolPath}?sort=-start`);
    await page.locator(rows).first().waitFor();
    expect(await fold(page).count()).to.equal(0);
  });

  it('leads to the page before when none of what has ended is on this one', async () => {
    const page = await open();
    const { past } = await now(page);
    const missing = (10 - (past % 10)) % 10;
    for (let index = 0; index < missing; index += 1)
      await created(page, { name: 'Avant', start: '2020-03-04T09:00', end: '2020-03-04T10:00' });
    await page.goto(`${toolPath}?size=10`);
    await fold(page).click();
    const before = String((past + missing) / 10);
    await page.waitForURL((url) => url.searchParams.get('page') === before);
    await fold(page).waitFor({ state: 'detached' });
  });

  it('reads the next page from its top, and says which rows are on it', async () => {
    const page = await open();
    const { total, page: current } = await now(page, '&size=10');
    await page.goto(`${toolPath}?size=10`);
    const range = (number: number): string =>
      `${(number - 1) * 10 + 1}–${Math.min(number * 10, total)} sur ${total}`;
    await page.getByText(range(current)).waitFor();
    const next = page.getByRole('button', { name: 'Page suivante' });
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await next.click();
    await page.getByText(range(current + 1)).waitFor();
    await eventually(async () => expect(await focused(page)).to.equal('Séances de la session'));
    expect(await page.evaluate(`${table}.getBoundingClientRect().top`)).to.be.within(0, 800);
    await page.goBack();
    await page.getByText(range(current)).waitFor();
    await fold(page).waitFor();
  });

  it('has a chip for each filter, that takes it away', async () => {
    const page = await open({ path: `${toolPath}?state=upcoming&enrolmentMode=automatic&from=2026-12-02` });
    const chips = page.getByRole('list', { name: 'Filtres actifs' }).getByRole('listitem');
    await eventually(async () =>
      expect((await chips.allInnerTexts()).map((text) => text.trim())).to.deep.equal([
        ...['État\u00a0: À venir', 'Inscription\u00a0: Automatique'],
        'Période du 2 décembre 2026',
      ]),
    );
    await expectAccessible(page, 'the list with filters');
    await page.getByRole('button', { name: 'Effacer le filtre État' }).click();
    await eventually(async () => expect(await chips.count()).to.equal(2));
    expect(new URL(page.url()).searchParams.has('state')).to.equal(false);
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await chips.count()).to.equal(1));
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await chips.count()).to.equal(0));
    expect(await focused(page)).to.equal('Filtres');
    expect(new URL(page.url()).search).to.equal('');
  });

  it('names in its chips what the server knows, and offers no sizes for ten results', async () => {
    const page = await open();
    await created(page, {
      ...{ name: 'Atelier', start: '2040-03-07T09:00', end: '2040-03-07T10:00' },
      ...{ enrolmentMode: 'public', groupName: 'Ateliers du lundi' },
    });
    const { items } = await asked<{ items: { id: string; name: string }[] }>(
      page,
      'GET',
      `${apiPath}/groups`,
    );
    await page.goto(`${toolPath}?group=${items.find(({ name }) => name === 'Ateliers du lundi')?.id}`);
    await page.getByText('Groupe\u00a0: Ateliers du lundi').waitFor();
    await page.getByText('1 résultat', { exact: true }).waitFor();
    expect(await page.getByText('Résultats par page').count()).to.equal(0);
  });

  it('says when in two columns where there is room, and in one line elsewhere', async () => {
    const page = await open({ path: `${toolPath}?q=Le+2040-03-05` });
    const row = page.locator(rows).first();
    expect(await row.getByRole('cell').allInnerTexts()).to.include.members([
      ...['lun. 05/03/2040 09:00', 'lun. 05/03/2040 10:00'],
    ]);
    for (const width of [900, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await eventually(async () => expect(await row.innerText()).to.contain('lun. 05/03/2040 09:00–10:00'));
      expect(await row.innerText()).not.to.contain('lun. 05/03/2040 10:00');
    }
  });

  it('has room for all its columns, the dates in one', async () => {
    const page = await stage.visit();
    const all = ['start', 'end', 'capacity', 'enrolmentMode', 'group', 'location', 'trainers'];
    await page.evaluate(`localStorage.setItem('seances.columns', '${JSON.stringify(all)}')`);
    await page.goto(`${toolPath}?page=1`);
    await page.getByRole('columnheader', { name: 'Formateurs' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Date', exact: true }).count()).to.equal(1);
    for (const width of [1440, 1280, 1100, 1000, 860]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSidewaysScroll(page, `the list with all columns, ${width} px wide`);
    }
  });

  for (const [width, height] of [
    [1280, 900],
    [360, 740],
  ] as const) {
    for (const user of ['trainer1', 'learner1']) {
      it(`moves nothing when it comes, ${width} px wide, for ${user}`, async () => {
        const page = await stage.visit({ width, user, path: '/' });
        await page.setViewportSize({ width, height });
        await page.addInitScript(`
          window.shifts = 0;
          new PerformanceObserver((list) => {
            for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts += value;
          }).observe({ type: 'layout-shift', buffered: true });
        `);
        // Slow enough for a browser to draw what is there in the meantime.
        await page.route('**/api/v1/spaces/demo/**', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 150));
          await route.continue();
        });
        await page.goto(toolPath);
        await page.locator(rows).first().waitFor();
        await page.waitForTimeout(200);
        expect(await page.evaluate('window.shifts')).to.be.at.most(0.05);
      });
    }
  }
});

describe('the list of a learner on a phone', function () {
  this.timeout(120_000);
  const stage = setStage();

  it('has cards of at most 120 px for a séance with one thing to do', async () => {
    const staff = await stage.signedIn();
    const hours = (day: number) => ({ start: `2040-03-0${day}T09:00`, end: `2040-03-0${day}T12:00` });
    const full = await created(staff, {
      ...{ name: 'Atelier complet', ...hours(5), enrolmentMode: 'public', capacity: 1 },
    });
    await asked(staff, 'POST', `${apiPath}/seances/${full.id}/enrolments`, { userIds: ['learner2'] });
    await created(staff, {
      ...{ name: 'Atelier libre', ...hours(6), enrolmentMode: 'public', capacity: 12 },
      groupName: 'Ateliers du matin',
    });
    await created(staff, {
      ...{ name: 'Atelier à Montréal', ...hours(7), enrolmentMode: 'public', timeZone: 'America/Montreal' },
    });
    const long =
      `Atelier dont le nom dit tout le programme, ${'de la théorie et de la pratique, '.repeat(5)}`.trim();
    await created(staff, {
      ...{ name: long, ...hours(8), enrolmentMode: 'public', capacity: 12, timeZone: 'America/Montreal' },
      groupName: 'Ateliers du matin',
    });
    const page = await stage.visit({
      user: 'learner1',
      width: 360,
      path: `${toolPath}?page=1&from=2040-01-01`,
    });
    await page.getByRole('button', { name: "S'inscrire sur la liste d'attente" }).waitFor();
    expect(await page.getByText('Publique').count()).to.equal(0);
    const cards = await page.locator(rows).all();
    expect(cards).to.have.length(4);
    for (const card of cards) {
      expect(await card.getByRole('button').count()).to.equal(1);
      expect((await card.boundingBox())?.height, await card.innerText()).to.be.at.most(120);
    }
    // Whoever listens, or points at it, is told all of it.
    await page.getByRole('link', { name: long, exact: true }).getByTitle(long).waitFor();
  });
});
