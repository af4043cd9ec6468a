import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { person } from '../../src/testing/index.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { apiPath, asked, created, setStage, type SignedIn } from './stage.js';

const session = 'demo-2026';
const name = 'Séance des homonymes';
const markup = '<img src=x onerror="document.title=1"> & Cie';
const long = 'Établissement'.repeat(9);
const arabic = 'شركة 12';

for (const width of [1280, 360]) {
  describe(`people of the same name, fr, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    let id: string;

    before(async () => {
      stage.directory
        .addTrainer(session, person('twin1', 'Ali', 'AMRANI', arabic))
        .addTrainer(session, person('twin2', 'Ali', 'AMRANI', long))
        .addLearner(session, person('same1', 'Lou', 'AARTS', '4711'))
        .addLearner(session, person('same2', 'Lou', 'AARTS', markup))
        .addLearner(session, person('same3', 'Lou', 'AARTS', long));
      const trainer = await stage.signedIn();
      ({ id } = await created(trainer, {
        ...{ name, start: '2031-03-03T09:00', end: '2031-03-03T10:00' },
        ...{ enrolmentMode: 'manual', capacity: 2, trainerIds: ['twin1', 'twin2'] },
      }));
    });

    const visit = (query = `?seance=${id}`): Promise<Page> =>
      stage.visit({ width, path: `/spaces/demo/tools/seances${query}` });
    const enrol = (by: SignedIn, userIds: readonly string[]) =>
      asked(by, 'POST', `${apiPath}/seances/${id}/enrolments`, { userIds });
    const texts = async (within: Locator): Promise<readonly string[]> =>
      (await within.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

    async function expectGood(page: Page, state: string): Promise<void> {
      await picture(page, `fr-homonyms-${state}-${width}`);
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
    }

    it('are told apart where learners are picked, and searched by their names alone', async () => {
      const page = await visit();
      await page.getByRole('button', { name: 'Inscrire des apprenants' }).click();
      const dialog = page.getByRole('dialog', { name: 'Inscrire des apprenants' });
      await dialog.getByRole('checkbox', { name: 'Lou AARTS 4711' }).check();
      await dialog.getByRole('checkbox', { name: `Lou AARTS ${markup}` }).check();
      expect(await dialog.locator('img').count()).to.equal(0);
      await expectGood(page, 'picker');
      await dialog.getByRole('searchbox').fill('4711');
      await dialog.getByText('Aucun apprenant à inscrire.').waitFor();
    });

    it('are told apart among the participants, where the buttons say whom they are about, and on the sheet', async () => {
      const page = await visit();
      await enrol(page, ['same1', 'same2', 'same3']);
      await page.reload();
      const rows = page.locator('participants-panel tbody tr');
      await rows.nth(2).waitFor();
      const shown = await texts(rows);
      [
        ['4711', 'Inscrit'],
        [markup, 'Inscrit'],
        [long, 'En attente'],
      ].forEach(([detail = '', state = ''], at) => {
        expect(shown[at]).to.contain(detail).and.to.contain(state);
      });
      await page.getByRole('button', { name: 'Désinscrire Lou AARTS (4711)', exact: true }).waitFor();
      await rows.nth(2).scrollIntoViewIfNeeded();
      await expectGood(page, 'participants');

      await page.getByRole('button', { name: 'Exporter' }).first().click();
      const [sheet] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByText("Feuille d'émargement").click(),
      ]);
      await sheet.getByRole('columnheader', { name: 'Précision' }).waitFor();
      expect((await texts(sheet.locator('.participants tbody tr'))).slice(0, 2)).to.deep.equal([
        'AARTS Lou 4711',
        `AARTS Lou ${markup}`,
      ]);
      await picture(sheet, `fr-homonyms-sheet-${width}`);
    });

    it('are told apart as trainers: on the page of a séance, in the list, in the form and in the filters', async () => {
      const page = await visit();
      const trainers = page.locator('seance-detail li');
      await trainers.first().waitFor();
      expect(await texts(trainers)).to.include.members([`Ali AMRANI ${arabic}`, `Ali AMRANI ${long}`]);
      await expectGood(page, 'page');

      await page.getByRole('button', { name: 'Éditer', exact: true }).first().click();
      const form = page.getByRole('dialog');
      expect(await form.getByRole('checkbox', { name: `Ali AMRANI ${arabic}` }).isChecked()).to.equal(true);
      await form.getByRole('checkbox', { name: `Ali AMRANI ${long}` }).scrollIntoViewIfNeeded();
      await expectGood(page, 'form');

      const list = await visit('?q=homonymes');
      const row = list.getByRole('row').filter({ hasText: name });
      await list.getByRole('button', { name: 'Colonnes' }).click();
      await list.getByRole('checkbox', { name: 'Formateurs' }).check();
      await list.keyboard.press('Escape');
      await row.getByTitle(`Ali AMRANI (\u2068${arabic}\u2069), Ali AMRANI (${long})`).waitFor();
      await expectGood(list, 'list');
      await list.getByRole('button', { name: 'Filtres' }).click();
      const filter = list.getByRole('combobox', { name: 'Formateur' });
      // They are asked for when the filters are opened.
      await filter.locator('option').filter({ hasText: arabic }).waitFor({ state: 'attached' });
      expect(await texts(filter.locator('option'))).to.include(`Ali AMRANI (\u2068${arabic}\u2069)`);
      await expectGood(list, 'filters');
    });
  });
}
