import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { apiPath, asked, created, listed, setStage } from './stage.js';

const series = 'Cycle de conférences';

for (const width of [1280, 360]) {
  describe(`places in a series, fr, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    let ids: readonly string[];

    beforeEach(async () => {
      const trainer = await stage.signedIn();
      const hours = { start: '2031-03-03T09:00', end: '2031-03-03T10:00' };
      const { id } = await created(trainer, {
        ...{ ...hours, name: series, enrolmentMode: 'public', capacity: 1 },
      });
      const repetition = { weekdays: ['MO'], weeks: 4, numbering: false };
      await asked(trainer, 'POST', `${apiPath}/seances/${id}/repetitions`, repetition);
      const found = await listed(trainer, `${apiPath}/seances?q=${series}&size=all`);
      ids = found.map((seance) => seance.id);
    });

    const openPage = async (page: Page, index: number): Promise<void> => {
      await page.goto(`${page.url().split('?')[0]}?seance=${ids[index]}`);
      await page.getByRole('heading', { name: series, exact: true }).waitFor();
    };
    const button = (within: Page | Locator, name: string): Locator =>
      within.getByRole('button', { name, exact: true });
    async function expectGood(page: Page, state: string): Promise<void> {
      await picture(page, `fr-series-${state}-${width}`);
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
    }

    it('are taken from a date on, and told date by date where somebody waits, and given up again', async () => {
      const other = await stage.signedIn('learner2');
      await asked(other, 'PUT', `${apiPath}/seances/${ids[3]}/enrolments/me`);
      const page = await stage.visit({ user: 'learner1', width });
      await openPage(page, 1);
      await expectGood(page, 'detail');
      await button(page, "S'inscrire à la série…").click();
      const dialog = page.getByRole('dialog', { name: "S'inscrire à une série" });
      await dialog.getByText('4 séances').waitFor();
      await expectGood(page, 'question');
      await button(dialog, "S'inscrire").click();
      const result = page.getByRole('dialog', { name: 'Résultat, séance par séance' });
      await result.getByText('3 inscriptions').waitFor();
      expect(await result.getByText('24/03').count()).to.equal(1);
      await expectGood(page, 'result');
      await button(result, 'Fermer').last().click();
      await page.getByText(`« ${series} » : inscrit à 3 séances, en attente pour 1.`).waitFor();
      await button(page, 'Se désinscrire de la série…').click();
      const leaving = page.getByRole('dialog', { name: "Se désinscrire d'une série" });
      await leaving.getByRole('radio', { name: 'Toute la série' }).check();
      await button(leaving, 'Se désinscrire').click();
      await page.getByText(`« ${series} » : désinscrit de 4 séances.`).waitFor();
      await button(page, "S'inscrire à la séance").waitFor();
    });

    it('are given by staff for the whole series, and told where somebody has none', async () => {
      const page = await stage.visit({ user: 'trainer1', width });
      await openPage(page, 0);
      await button(page, 'Inscrire des apprenants').first().click();
      const dialog = page.getByRole('dialog', { name: 'Inscrire des apprenants' });
      await dialog.getByRole('radio', { name: 'Toute la série' }).check();
      const people = dialog.getByRole('group', { name: 'Apprenants' }).getByRole('checkbox');
      await people.nth(0).check();
      await people.nth(1).check();
      await expectGood(page, 'picker');
      await button(dialog, 'Inscrire').click();
      const result = page.getByRole('dialog', { name: 'Résultat des inscriptions' });
      await result.getByText('5 inscriptions').waitFor();
      await result.getByText('5 en attente').waitFor();
      await expectGood(page, 'staff-result');
      await button(result, 'Fermer').last().click();
      await page.getByText(`5 inscriptions aux séances de la série « ${series} ».`).waitFor();
    });
  });
}
