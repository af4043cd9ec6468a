import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { apiPath, asked, listed, screens, setStage, toolPath, type Language } from './stage.js';
import { words } from './words.js';

const french = {
  title: 'Informations',
  add: 'Ajouter une information',
  none: 'Aucune information',
  fresh: 'Nouvelle information',
  one: 'Information',
  editOf: /^Éditer l'information du /,
  deleteOf: /^Supprimer l'information du /,
  close: 'Fermer',
  required: 'Ce champ est obligatoire.',
  added: "L'information a été ajoutée.",
  edited: "L'information a été modifiée.",
  deleted: "L'information a été supprimée.",
  restored: "L'information a été restaurée.",
  count: (count: number, name: string) =>
    count === 1 ? `1 information\u00a0: ${name}` : `${count} informations\u00a0: ${name}`,
  newer: "Voici ce que l'autre personne a écrit. Ok le remplace par votre saisie.",
  stale: /^Quelqu'un d'autre a modifié cet élément/,
  discard: 'Abandonner',
  keep: 'Continuer la saisie',
};

const english: typeof french = {
  title: 'Notes',
  add: 'Add a note',
  none: 'No notes',
  fresh: 'New note',
  one: 'Note',
  editOf: /^Edit the note of /,
  deleteOf: /^Delete the note of /,
  close: 'Close',
  required: 'This field is required.',
  added: 'The note was added.',
  edited: 'The note was edited.',
  deleted: 'The note was deleted.',
  restored: 'The note was restored.',
  count: (count: number, name: string) => (count === 1 ? `1 note: ${name}` : `${count} notes: ${name}`),
  newer: 'This is what the other person wrote. Ok replaces it by what you typed.',
  stale: /^Somebody else has changed this/,
  discard: 'Discard',
  keep: 'Keep editing',
};

const labels: Readonly<Record<Language, typeof french>> = { fr: french, en: english };
const seance = 'Lunch';
const path = `${toolPath}?page=1`;
const late = 'Démarrage 15 minutes plus tard.';

for (const [language, width] of screens) walk(language, width);

/** Comments: staff write, and learners read. */
function walk(language: Language, width: number): void {
  describe(`the comments of a séance, ${language}, ${width} px wide`, function () {
    this.timeout(180_000);
    const stage = setStage();
    const [text, label] = [words[language], labels[language]];

    async function look(page: Page, state: string, pictureName: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await picture(page, `${language}-${pictureName}-${width}`);
    }

    it('are added, edited, deleted and brought back by staff', async () => {
      const page = await stage.visit({ language, width, path });
      await page.getByRole('button', { name: text.actionsOf(seance), exact: true }).click();
      await page.getByRole('menuitem', { name: text.informations, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: text.informations });
      await dialog.getByText(label.none, { exact: true }).waitFor();
      await look(page, 'the dialog without comments', 'informations-none');

      // Who finds none has come to write one.
      const field = dialog.getByRole('textbox', { name: label.fresh });
      await field.waitFor();
      await page.keyboard.type('Avant');
      expect(await field.innerText()).to.equal('Avant');
      await field.fill('');
      const ok = dialog.getByRole('button', { name: 'Ok', exact: true });
      await ok.click();
      await dialog.getByText(label.required).waitFor();
      await field.pressSequentially(late);
      expect(await dialog.getByText(label.required).count()).to.equal(0);
      await look(page, 'the dialog while a comment is written', 'informations-writing');
      await expectAccessible(page, 'the dialog while a comment is written');
      await ok.click();
      await dialog.getByText(label.added).waitFor();
      await dialog.getByText(late, { exact: true }).waitFor();
      expect(await focused(page)).to.equal(label.add);
      await dialog.getByRole('button', { name: label.add }).click();
      await field.fill('Apportez un ordinateur.');
      await ok.click();
      const items = dialog.getByRole('listitem');
      await items.filter({ hasText: 'Apportez un ordinateur.' }).waitFor();
      expect((await items.allInnerTexts()).map((item) => item.split('\n')[0])).to.deep.equal([
        'Apportez un ordinateur.',
        late,
      ]);
      expect(await items.last().innerText()).not.to.match(/\d{4}-\d{2}-\d{2}/);

      await items.first().getByRole('button', { name: label.editOf }).click();
      const edited = dialog.getByRole('textbox', { name: label.one, exact: true });
      await edited.fill('Apportez un ordinateur chargé.');
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: label.keep }).click();
      await ok.click();
      await dialog.getByText(label.edited).waitFor();
      await dialog.getByText('Apportez un ordinateur chargé.').waitFor();

      await items.first().getByRole('button', { name: label.deleteOf }).click();
      await dialog.getByText(label.deleted).waitFor();
      expect(await items.count()).to.equal(1);
      await look(page, 'the dialog after a deletion', 'informations-deleted');
      await expectAccessible(page, 'the dialog after a deletion');
      await dialog.getByRole('button', { name: text.undo, exact: true }).click();
      await dialog.getByText(label.restored).waitFor();
      await dialog.getByText('Apportez un ordinateur chargé.').waitFor();
      await look(page, 'the dialog with comments', 'informations');

      await dialog.getByRole('button', { name: label.close }).last().click();
      await page.getByRole('button', { name: label.count(2, seance), exact: true }).waitFor();
      await look(page, 'the list with a séance that has comments', 'list-informations');
    });

    it('are not overwritten unseen when somebody else has edited one meanwhile', async () => {
      const page = await stage.visit({ language, width, path });
      const [lunch] = await listed(page, `${apiPath}/seances?q=${seance}`);
      const comments = `${apiPath}/seances/${lunch?.id ?? ''}/comments`;
      const { id } = await asked<{ id: string }>(page, 'POST', comments, { content: '<p>Salle 4.</p>' });
      await page.getByRole('button', { name: text.actionsOf(seance), exact: true }).click();
      await page.getByRole('menuitem', { name: text.informations, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: text.informations });
      const item = dialog.getByRole('listitem').first();
      await item.getByRole('button', { name: label.editOf }).click();
      const field = item.getByRole('textbox', { name: label.one, exact: true });
      await field.fill('Salle 5.');
      await asked(page, 'PATCH', `${comments}/${id}`, { content: '<p>Salle 6.</p>' });

      const ok = dialog.getByRole('button', { name: 'Ok', exact: true });
      await ok.click();
      await item.getByText('Salle 6.', { exact: true }).waitFor();
      await item.getByText(label.newer).waitFor();
      await item.getByText(label.stale).waitFor();
      expect(await field.innerText()).to.equal('Salle 5.');
      await look(page, 'the dialog with what somebody else wrote', 'informations-stale');
      await expectAccessible(page, 'the dialog with what somebody else wrote');
      await ok.click();
      await dialog.getByText(label.edited).waitFor();
      await item.getByText('Salle 5.', { exact: true }).waitFor();
      expect(await dialog.getByText(label.newer).count()).to.equal(0);
      expect((await page.request.delete(`${comments}/${id}`)).status()).to.equal(204);
    });

    it('are told to learners in the list, and read there and on the page of the séance', async () => {
      const staff = await stage.signedIn();
      const [lunch] = await listed(staff, `${apiPath}/seances?q=${seance}`);
      for (const content of ['<p>Apportez un ordinateur chargé.</p>', `<p>${late}</p>`])
        await asked(staff, 'POST', `${apiPath}/seances/${lunch?.id ?? ''}/comments`, { content });
      const page = await stage.visit({ language, width, user: 'learner1', path });
      await page.getByRole('button', { name: label.count(2, seance), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: label.title });
      await dialog.getByText(late, { exact: true }).waitFor();
      expect(await dialog.getByRole('button', { name: label.add }).count()).to.equal(0);
      expect(await dialog.getByRole('button', { name: label.deleteOf }).count()).to.equal(0);
      await look(page, 'the dialog of a learner', 'informations-learner');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await focused(page)).to.equal(label.count(2, seance));
      await expectAccessible(page, 'the list with a séance that has comments');

      await page.getByRole('link', { name: seance, exact: true }).click();
      const section = page.getByRole('region', { name: label.title });
      await section.getByText(late, { exact: true }).waitFor();
      await section.scrollIntoViewIfNeeded();
      await look(page, 'the page of a séance with comments', 'detail-informations');
      await expectAccessible(page, 'the page of a séance with comments');
    });
  });
}
