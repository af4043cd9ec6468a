import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { eventually } from '../support/eventually.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { setStage, toolPath, type Visit } from './stage.js';

const search = 'Rechercher dans la liste';
const help = 'Raccourcis clavier';
/** Of the reference host, the first of January 2027. */
const january = `${toolPath}?view=month&date=2027-01-01`;

describe('the shortcuts', function () {
  this.timeout(120_000);
  const stage = setStage();

  /** The list, with the focus in it. */
  async function open(visit: Visit = {}): Promise<Page> {
    const page = await stage.visit(visit);
    await page.locator('tbody tr[data-id]').first().waitFor();
    await page.locator('.today').click();
    return page;
  }

  async function openCalendar(): Promise<Page> {
    const page = await stage.visit({ path: january });
    await page.locator('seance-calendar a[data-id]').first().waitFor();
    await page.getByRole('button', { name: 'Mois', exact: true }).focus();
    return page;
  }

  const names = (page: Page): Promise<string[]> => page.locator('tbody .name a').allInnerTexts();
  const dialogs = (page: Page) => page.getByRole('dialog');
  const expectFocus = (page: Page, label: string): Promise<void> =>
    eventually(async () => expect(await focused(page)).to.equal(label));

  it('are those of the tool, and never of the page around it', async () => {
    const page = await stage.visit();
    await page.locator('tbody tr[data-id]').first().waitFor();
    await page.getByRole('link', { name: 'English' }).focus();
    for (const key of ['c', '?', '/', 'j']) await page.keyboard.press(key);
    await expectFocus(page, 'English');
    await page.locator('.today').click();
    await page.keyboard.press('j');
    await expectFocus(page, (await names(page))[0] ?? '');
    expect(await dialogs(page).count()).to.equal(0);
  });

  it('lead from séance to séance by j and k, also from what is beside their names', async () => {
    const page = await open();
    const [first = '', second = '', third = ''] = await names(page);
    for (const [key, name] of [
      ['j', first],
      ['j', second],
      ['j', third],
      ['k', second],
    ] as const) {
      await page.keyboard.press(key);
      await expectFocus(page, name);
    }
    await page.getByRole('checkbox', { name: `Sélectionner ${second}`, exact: true }).focus();
    await page.keyboard.press('j');
    await expectFocus(page, third);
    await page.getByRole('button', { name: `Actions\u00a0: ${third}`, exact: true }).focus();
    await page.keyboard.press('k');
    await expectFocus(page, second);
  });

  it('put the focus into the search, where they are letters', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await expectFocus(page, search);
    await page.keyboard.type('c/tjk?');
    expect(await page.getByRole('searchbox').inputValue()).to.equal('c/tjk?');
    await page.getByText('Aucun résultat', { exact: true }).waitFor();
    await expectFocus(page, search);
    expect(await dialogs(page).count()).to.equal(0);
  });

  it('come back from another page and another order to what is next', async () => {
    const page = await open();
    const [next = ''] = await names(page);
    await page.goto(`${toolPath}?sort=-name&page=2`);
    await page.locator('tbody tr[data-id] a').first().focus();
    await page.keyboard.press('t');
    await expectFocus(page, next);
    expect(new URL(page.url()).search).to.equal('');
    await page.keyboard.press('t');
    await expectFocus(page, next);
  });

  it('open the form for who may create, once however long the key is held', async () => {
    const page = await open();
    await page.keyboard.down('c');
    await page.keyboard.down('c');
    await page.keyboard.up('c');
    const form = page.getByRole('dialog', { name: "Création d'une séance" });
    await expectFocus(page, 'Nom');
    await page.keyboard.press('?');
    expect(await form.getByLabel('Nom', { exact: true }).inputValue()).to.equal('?');
    await form.getByRole('checkbox').first().focus();
    await page.keyboard.press('?');
    expect(await dialogs(page).count()).to.equal(1);
  });

  it('open one form for two presses, and for a double click, while it is still loading', async () => {
    const page = await open();
    let parts = 0;
    await page.route('**/seance-form-*.js', async (route) => {
      parts += 1;
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.keyboard.press('c');
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Créer une séance' }).first().dblclick();
    await dialogs(page).first().waitFor();
    await page.getByRole('textbox', { name: 'Nom' }).waitFor();
    expect(parts).to.equal(1);
    expect(await dialogs(page).count()).to.equal(1);
  });

  it('lead through the calendar, beside its own keys', async () => {
    const page = await openCalendar();
    const entries = page.locator('seance-calendar a[data-id]');
    const [first = '', second = ''] = (await entries.allTextContents()).map((text) => text.trim());
    for (const [key, name] of [
      ['j', first],
      ['j', second],
      ['k', first],
    ] as const) {
      await page.keyboard.press(key);
      await expectFocus(page, name);
    }
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('Entrée pour déplacer la séance').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await page.waitForURL((url) => url.searchParams.get('date') !== '2027-01-01');
    await expectFocus(page, "Aujourd'hui");
    const month = new Date().toLocaleDateString('fr', {
      ...{ month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' },
    });
    await page.getByRole('heading', { level: 2, name: month }).waitFor();
    await page.keyboard.press('/');
    await expectFocus(page, search);
  });

  it('follow what a key types, wherever it is on the keyboard, and no other keys', async () => {
    const page = await open();
    await page.keyboard.press('j');
    const [first = ''] = await names(page);
    const link = page.getByRole('link', { name: first, exact: true });
    await link.dispatchEvent('keydown', { key: 'c', ctrlKey: true });
    await link.dispatchEvent('keydown', { key: 'c', metaKey: true });
    await link.dispatchEvent('keydown', { key: 'c', altKey: true });
    await page.evaluate(
      "addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true })",
    );
    await page.keyboard.press('c');
    await page.keyboard.press('j');
    await expectFocus(page, (await names(page))[1] ?? '');
    // As on a French keyboard.
    await link.dispatchEvent('keydown', { key: '/', code: 'Period', shiftKey: true });
    await expectFocus(page, search);
    expect(await dialogs(page).count()).to.equal(0);
  });

  it('are nothing to an open menu', async () => {
    const page = await open();
    const [first = ''] = await names(page);
    await page.getByRole('button', { name: `Actions\u00a0: ${first}`, exact: true }).click();
    await expectFocus(page, 'Éditer');
    for (const key of ['c', 'j', '?', '/']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowDown');
    await expectFocus(page, 'Gestion des informations');
  });

  for (const width of [1280, 360]) {
    it(`are said, and switched off for good, ${width} px wide`, async () => {
      const page = await open({ width });
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: help });
      await dialog.waitFor();
      expect(await dialog.locator('kbd').allInnerTexts()).to.deep.equal(['/', 'c', 't', 'j', 'k', '?']);
      await picture(page, `fr-shortcuts-${width}`);
      await expectNoSidewaysScroll(page, 'the shortcuts');
      await expectAccessible(page, 'the shortcuts');
      await dialog.getByRole('checkbox', { name: 'Utiliser les raccourcis clavier' }).uncheck();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });

      await page.reload();
      const link = page.locator('tbody .name a').first();
      await link.focus();
      const name = await focused(page);
      for (const key of ['c', '?', '/', 'j', 't']) await page.keyboard.press(key);
      await expectFocus(page, name);
      await page.getByRole('button', { name: help, exact: true }).press('Enter');
      await dialog.getByRole('checkbox').check();
      expect(await dialogs(page).count()).to.equal(1);
      await dialog.getByRole('button', { name: 'Fermer' }).last().click();
      await link.focus();
      await page.keyboard.press('/');
      await expectFocus(page, search);
    });
  }

  it('leave out for a learner what a learner cannot do', async () => {
    const page = await open({ user: 'learner1' });
    await page.keyboard.press('c');
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: help });
    await dialog.waitFor();
    expect(await dialog.locator('kbd').allInnerTexts()).to.deep.equal(['/', 't', 'j', 'k', '?']);
    expect(await dialogs(page).count()).to.equal(1);
  });

  it('are not spoken of where nothing has keys', async () => {
    const page = await open({ width: 360, options: { hasTouch: true, isMobile: true } });
    expect(await page.getByRole('button', { name: help }).count()).to.equal(0);
  });
});
