import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { created, setStage, toolPath } from './stage.js';

for (const width of [1280, 360]) walk(width);

/** A third language, as somebody sees it whose browser is in Belgium: docs/languages.md. */
function walk(width: number): void {
  describe(`the tool in Dutch, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const visit = (user: string, path?: string): Promise<Page> =>
      stage.visit({ user, language: 'nl', width, ...(path !== undefined && { path }) });

    async function expectGood(page: Page, state: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
    }

    /** The séance that the form creates, for what is done with it afterwards. */
    const prepare = async () =>
      created(await stage.signedIn(), {
        ...{ name: 'Atelier Nederlands', enrolmentMode: 'public', capacity: 1 },
        ...{ start: '2031-03-03T09:00', end: '2031-03-03T10:00' },
      });

    it('is found in the menu of the host, and counts in the singular and the plural', async () => {
      const page = await visit('trainer1', '/spaces/demo');
      await page
        .getByRole('navigation')
        .last()
        .getByRole('link', { name: 'Beheer van bijeenkomsten' })
        .click();
      await page.getByText('52 resultaten', { exact: true }).waitFor();
      const rows = (await page.getByRole('row').allInnerTexts()).join(' ');
      expect(rows).to.match(/\d{2}\/\d{2}\/\d{4},? \d{2}:\d{2}/);
      await expectGood(page, 'the list');
      await page.getByRole('searchbox', { name: 'Zoeken in de lijst' }).fill('pedagogiques');
      await page.getByText('1 resultaat', { exact: true }).waitFor();
    });

    it('creates a séance, with what browser and server object to, and deletes and restores it', async () => {
      const page = await visit('trainer1');
      await page.getByRole('button', { name: 'Bijeenkomst aanmaken', exact: true }).first().click();
      const form = page.getByRole('dialog', { name: 'Nieuwe bijeenkomst' });
      const ok = form.getByRole('button', { name: 'Ok', exact: true });
      await form.getByRole('checkbox', { name: 'Anh Thao PHAM' }).waitFor();
      await ok.click();
      await form.getByText('Dit veld is verplicht.').first().waitFor();
      await form.getByLabel('Naam', { exact: true }).fill('Atelier Nederlands');
      await form.getByLabel('Begindatum', { exact: true }).fill('2031-03-03T09:00');
      await form.getByLabel('Einddatum', { exact: true }).fill('2031-03-03T08:00');
      await ok.click();
      await form.getByText('Het einde moet na het begin liggen.').waitFor();
      await expectGood(page, 'the form');
      await form.getByLabel('Einddatum', { exact: true }).fill('2031-03-03T10:00');
      await form.getByLabel('Inschrijving voor bijeenkomsten').selectOption({ label: 'Openbaar' });
      await form.getByLabel('Maximumaantal gebruikers', { exact: true }).fill('1');
      await ok.click();
      await page.getByText('De bijeenkomst “Atelier Nederlands” is aangemaakt.').waitFor();
      await page.getByRole('searchbox').fill('Atelier Nederlands');
      await page.getByRole('button', { name: 'Acties: Atelier Nederlands' }).click();
      await page.getByRole('menuitem', { name: 'Verwijderen' }).click();
      const question = page.getByRole('dialog', { name: 'Bijeenkomst verwijderen' });
      await question.getByText('Je kunt dit 30 dagen lang ongedaan maken.').waitFor();
      await question.getByRole('button', { name: 'Verwijderen' }).click();
      await page.getByText('1 bijeenkomst verwijderd').waitFor();
      await page.getByRole('button', { name: 'Ongedaan maken', exact: true }).click();
      await page.getByText('1 bijeenkomst hersteld').waitFor();
    });

    it('repeats a séance, with the names of the days and of the dates', async () => {
      await prepare();
      const page = await visit('trainer1', `${toolPath}?q=Atelier+Nederlands`);
      await page.getByRole('button', { name: 'Acties: Atelier Nederlands' }).click();
      await page.getByRole('menuitem', { name: 'Bijeenkomst herhalen' }).click();
      const form = page.getByRole('dialog', { name: 'Bijeenkomst herhalen' });
      expect(await form.getByLabel('Maandag', { exact: true }).isChecked()).to.equal(true);
      await form.getByLabel('Duur', { exact: true }).fill('2');
      await form.getByText('Er worden 2 bijeenkomsten aangemaakt').waitFor();
      await form.getByText('maandag 10 maart 2031').waitFor();
      await expectGood(page, 'the repetition');
    });

    it('lets learners enrol and wait', async () => {
      await prepare();
      for (const [user, button, said] of [
        [
          'learner1',
          'Inschrijven voor de bijeenkomst',
          'Je inschrijving voor de bijeenkomst “Atelier Nederlands” is opgeslagen.',
        ],
        ['learner2', 'Inschrijven op de wachtlijst', 'je staat op de wachtlijst, op plaats 1.'],
      ] as const) {
        const page = await visit(user, `${toolPath}?q=Atelier+Nederlands`);
        await page.getByRole('button', { name: button }).click();
        await page.getByText(said).waitFor();
        await expectGood(page, `the list of ${user}`);
      }
    });

    it('shows the calendar, and the administration', async () => {
      const page = await visit('admin', `${toolPath}?view=month&date=2031-03-01`);
      await page.getByRole('heading', { level: 2, name: 'maart 2031' }).waitFor();
      await page.locator('seance-calendar .view[aria-busy="false"]').waitFor();
      await expectGood(page, 'the calendar');
      await page.goto('/administration/seances');
      await page.getByLabel('Bewaartijd van verwijderde bijeenkomsten (dagen)', { exact: true }).waitFor();
      await expectGood(page, 'the settings');
    });
  });
}
