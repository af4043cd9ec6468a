import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { screens, apiPath, setStage, toolPath, type Language, listed, type SignedIn } from './stage.js';
import { words } from './words.js';

const french = {
  theirs: "Modifié par l'autre personne, et repris :",
  other: "L'autre version",
  mine: 'Votre saisie',
  save: 'Fusionner et enregistrer',
  review: 'Continuer la saisie',
};
const english: typeof french = {
  theirs: 'Changed by the other person, and taken over:',
  other: 'The other version',
  mine: 'What you typed',
  save: 'Merge and save',
  review: 'Keep editing',
};
const labels: Readonly<Record<Language, typeof french>> = { fr: french, en: english };

interface StoredSeance {
  readonly id: string;
  readonly name: string;
}

for (const [language, width] of screens) {
  describe(`two people who edit a séance at once, ${language}, ${width} px wide`, function () {
    this.timeout(180_000);
    const stage = setStage();
    const [text, label] = [words[language], labels[language]];

    async function stored(by: SignedIn, name: string): Promise<StoredSeance> {
      const found = await listed<StoredSeance>(by, `${apiPath}/seances?q=${name}&size=all`);
      return found.find((one) => one.name === name) as StoredSeance;
    }

    /** Somebody else's change of the séance that the form is open for. */
    async function changedElsewhere(by: SignedIn, name: string, changes: object): Promise<void> {
      const { id } = await stored(by, name);
      const answer = await by.request.patch(`${apiPath}/seances/${id}`, { data: changes });
      expect(answer.status(), await answer.text()).to.equal(200);
    }

    async function openForm(page: Page, name: string): Promise<Locator> {
      await page.getByRole('button', { name: text.actionsOf(name), exact: true }).click();
      await page.getByRole('menuitem', { name: text.edit, exact: true }).click();
      const form = page.getByRole('dialog', { name: text.editTitle });
      await form.getByRole('checkbox', { name: 'Anh Thao PHAM' }).waitFor();
      return form;
    }

    it('are shown what the other changed, choose where both did, and lose nothing', async () => {
      const page = await stage.visit({ language, width, path: `${toolPath}?page=1` });
      const form = await openForm(page, 'Lunch');
      await form.getByLabel(text.capacity, { exact: true }).fill('14');
      await form.getByLabel(text.description, { exact: true }).fill('Ma description');
      await form.getByLabel(text.extraInfo, { exact: true }).fill('Mes infos');
      await changedElsewhere(page, 'Lunch', {
        capacity: 20,
        description: '<p>Leur description</p>',
        start: '2026-09-17T11:30',
        trainerIds: ['trainer1'],
      });
      await form.getByRole('button', { name: 'Ok', exact: true }).click();

      const question = form.getByRole('alert').filter({ hasText: label.theirs });
      await question.getByText('Leur description').waitFor();
      expect(await question.innerText())
        .to.contain('11:30')
        .and.to.contain('Charles Montgomery BURNS');
      expect(await question.getByRole('radio', { checked: true }).count()).to.equal(2);
      await expectNoSidewaysScroll(page, 'the question what to keep');
      await expectAccessible(page, 'the question what to keep');
      await picture(page, `${language}-merge-${width}`);

      const capacity = question.getByRole('group', { name: text.capacity });
      await capacity.getByRole('radio', { name: label.other }).check();
      await question.getByRole('button', { name: label.review }).click();
      expect(await form.getByLabel(text.capacity, { exact: true }).inputValue()).to.equal('20');
      expect(await form.getByLabel(text.start, { exact: true }).inputValue()).to.equal('2026-09-17T11:30');
      expect(await form.getByLabel(text.description, { exact: true }).innerText()).to.equal('Ma description');
      await form.getByRole('button', { name: 'Ok', exact: true }).click();
      await form.waitFor({ state: 'detached' });

      expect(await stored(page, 'Lunch')).to.deep.include({
        capacity: 20,
        start: '2026-09-17T11:30',
        description: 'Ma description',
        extraInfo: 'Mes infos',
        trainers: [{ id: 'trainer1', name: 'Charles Montgomery BURNS' }],
      });
    });

    it('are not asked when the other changed nothing that the form shows', async () => {
      const page = await stage.visit({ language, width, path: `${toolPath}?page=1` });
      const form = await openForm(page, 'Workshop 1');
      await form.getByLabel(text.capacity, { exact: true }).fill('7');
      await changedElsewhere(page, 'Workshop 1', { capacity: null });
      await form.getByRole('button', { name: 'Ok', exact: true }).click();
      await form.waitFor({ state: 'detached' });
      expect(await stored(page, 'Workshop 1')).to.include({ capacity: 7, version: 3 });
    });
  });
}
