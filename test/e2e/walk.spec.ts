import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { eventually } from '../support/eventually.js';
import { picture } from './picture.js';
import { apiPath, created, listed, setStage, toolPath, type Language } from './stage.js';
import { words } from './words.js';

const name = 'Atelier "Théâtre"';

for (const language of ['fr', 'en'] as const) {
  for (const width of [1280, 360]) walk(language, width);
}

/** The walk through the tool, from the clock in the menu to a deletion that is undone. */
function walk(language: Language, width: number): void {
  describe(`the tool in its host, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const text = words[language];
    const visit = (): Promise<Page> => stage.visit({ language, width });

    /** The séance that the form creates, for what is done with it afterwards. */
    async function visitWithSeance(): Promise<Page> {
      const page = await visit();
      const [place] = await listed(page, `${apiPath}/locations?q=Agora`);
      const trainer = (await listed(page, `${apiPath}/trainers`)).find(
        (each) => each.name === 'Anh Thao PHAM',
      );
      await created(page, {
        ...{
          name,
          start: '2026-12-07T14:00',
          end: '2026-12-07T16:30',
          description: '<p>On joue une pièce.</p>',
        },
        ...{ enrolmentMode: 'public', capacity: 12, locationId: place?.id, extraInfo: '<p>Porte 3</p>' },
        ...{ trainerIds: [trainer?.id], groupName: 'Ateliers du matin', inAgenda: true },
      });
      return page;
    }

    async function expectGood(page: Page, state: string, pictureName?: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      if (pictureName) await picture(page, `${language}-${pictureName}-${width}`);
    }

    it('is opened by the clock, the last icon of the space’s menu, and lists the 52 séances', async () => {
      const page = await stage.visit({ language, width, path: '/spaces/demo' });
      const clock = page.getByRole('navigation').last().getByRole('link').last();
      expect(await clock.textContent()).to.contain(text.tool);
      await clock.click();
      await page.getByText(text.results(52), { exact: true }).waitFor();
      await page.getByRole('heading', { name: text.tool, exact: true }).waitFor();
      await expectGood(page, 'the list', 'list');
    });

    it('has the columns that everybody starts with', async function () {
      if (width < 600) this.skip();
      const page = await visit();
      const headers = page.getByRole('columnheader').getByRole('button');
      await headers.first().waitFor();
      expect(await headers.allInnerTexts()).to.deep.equal(text.columns);
    });

    it('filters the séances by the search field, whatever the case and the accents', async () => {
      const page = await visit();
      await page.getByRole('searchbox', { name: text.search }).fill('PEDAGOGIQUES');
      await page.getByText(text.results(1), { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Conférence "Aspects pédagogiques"' }).waitFor();
      await expectGood(page, 'the search');
    });

    it('opens a menu with a pencil, a stack of sheets and, apart and last, a bin', async () => {
      const page = await stage.visit({ language, width, path: `${toolPath}?page=1` });
      await page.getByRole('button', { name: text.actionsOf('Lunch'), exact: true }).click();
      const items = page.getByRole('menuitem');
      await items.first().waitFor();
      expect((await items.allInnerTexts()).map((item) => item.trim())).to.deep.equal([
        text.edit,
        text.informations,
        text.repeat,
        text.duplicate,
        text.cancelSeance,
        text.remove,
      ]);
      await expectGood(page, 'the menu', 'menu');
    });

    it('creates a séance with everything that the form has', async () => {
      const page = await visit();
      await page.getByRole('button', { name: text.create, exact: true }).first().click();
      const form = page.getByRole('dialog', { name: text.createTitle });
      await form.getByRole('checkbox', { name: 'Anh Thao PHAM' }).waitFor();
      await expectGood(page, 'the empty form', 'form');
      await form.getByLabel(text.name, { exact: true }).fill(name);
      await form.getByLabel(text.description, { exact: true }).fill('On joue une pièce.');
      await form.getByLabel(text.start, { exact: true }).fill('2026-12-07T14:00');
      await form.getByLabel(text.end, { exact: true }).fill('2026-12-07T16:30');
      await form.getByLabel(text.mode, { exact: true }).selectOption({ label: text.publicMode });
      await form.getByLabel(text.capacity, { exact: true }).fill('12');
      await form.getByLabel(text.place, { exact: true }).selectOption({ label: 'Auditoire Agora' });
      await form.getByLabel(text.extraInfo, { exact: true }).fill('Porte 3');
      await form.getByRole('group', { name: text.trainers }).getByLabel('Anh Thao PHAM').check();
      await form.getByLabel(text.group, { exact: true }).fill('Ateliers du matin');
      await form.getByLabel(text.agenda, { exact: true }).check();
      await expectGood(page, 'the filled form');
      await form.getByRole('button', { name: 'Ok', exact: true }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByText(text.results(53), { exact: true }).waitFor();
      await expectGood(page, 'the list after a creation');
    });

    it('shows the séance’s page', async () => {
      const page = await visitWithSeance();
      await page.getByRole('searchbox').fill('theatre');
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { name: text.detail }).waitFor();
      await page.getByRole('heading', { name, exact: true }).waitFor();
      const content = await page.getByRole('region', { name: text.detail }).innerText();
      expect(content).to.match(text.date);
      const said = ['12', text.publicMode, 'On joue une pièce.', 'Auditoire Agora', 'Porte 3'];
      for (const part of [...text.facts, ...said, 'Anh Thao PHAM', 'Ateliers du matin'])
        expect(content).to.contain(part);
      expect(content).not.to.match(/\d{4}-\d{2}-\d{2}/);
      await expectGood(page, 'the page of a séance', 'detail');
    });

    it('says what a séance has not', async () => {
      const page = await visit();
      await page.getByRole('searchbox').fill('Présentation du programme');
      await page.getByRole('link', { name: 'Présentation du programme' }).click();
      for (const notice of text.nothing) await page.getByText(notice, { exact: true }).waitFor();
      await expectGood(page, 'the page of an empty séance');
    });

    it('edits a séance in the same form', async () => {
      const page = await visitWithSeance();
      await page.getByRole('searchbox').fill('theatre');
      await page.getByRole('button', { name: text.actionsOf(name), exact: true }).click();
      await page.getByRole('menuitem', { name: text.edit }).click();
      const form = page.getByRole('dialog', { name: text.editTitle });
      expect(await form.getByLabel(text.name, { exact: true }).inputValue()).to.equal(name);
      expect(await form.getByLabel(text.start, { exact: true }).inputValue()).to.equal('2026-12-07T14:00');
      expect(await form.getByLabel(text.description, { exact: true }).innerText()).to.equal(
        'On joue une pièce.',
      );
      expect(await form.getByLabel(text.group, { exact: true }).inputValue()).to.equal('Ateliers du matin');
      await form.getByLabel(text.capacity, { exact: true }).fill('14');
      await form.getByRole('button', { name: 'Ok', exact: true }).click();
      await form.waitFor({ state: 'detached' });
      await eventually(async () => {
        expect(await page.getByRole('row').filter({ hasText: name }).innerText()).to.contain('14');
      });
    });

    it('deletes a séance after having asked, and undoes it', async () => {
      const page = await visitWithSeance();
      await page.getByRole('searchbox').fill('theatre');
      await page.getByRole('button', { name: text.actionsOf(name), exact: true }).click();
      await page.getByRole('menuitem', { name: text.remove }).click();
      const question = page.getByRole('dialog', { name: text.confirmTitle });
      for (const line of [name, ...text.confirmLines]) await question.getByText(line).first().waitFor();
      await expectGood(page, 'the question before a deletion', 'deletion');
      await question.getByRole('button', { name: text.remove }).click();
      await page.getByText(text.deleted).waitFor();
      await page.getByText(text.results(0), { exact: true }).waitFor();
      await expectGood(page, 'the list after a deletion');
      await page.getByRole('button', { name: text.undo, exact: true }).click();
      await page.getByText(text.restored).waitFor();
      await page.getByRole('link', { name, exact: true }).waitFor();
    });
  });
}
