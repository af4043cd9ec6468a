import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { apiPath, asked, created, listed, setStage, toolPath } from './stage.js';

const adminPath = '/plugins/seances/api/v1/admin';
/** A place and a trainer of the demo; both are taken by the meeting, on a day without other séances. */
const agora = { id: 'agora', name: 'Auditoire Agora' };
const meeting = {
  ...{ name: 'Réunion', start: '2026-12-09T10:00', end: '2026-12-09T12:00' },
  ...{ locationId: agora.id, trainerIds: ['trainer2'] },
};
const placeTaken = `Lieu déjà occupé : ${agora.name}, « Réunion »`;
const trainerTaken = 'Formateur déjà occupé : Anh Thao PHAM, « Réunion »';
const closed = 'Jour de fermeture : Noël';

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

for (const width of [1280, 360]) {
  describe(`who chooses dates, places and trainers, fr, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();

    before(async () => {
      const trainer = await stage.signedIn();
      await created(trainer, meeting);
      const admin = await stage.signedIn('admin');
      const closedDay = { name: 'Noël', startsOn: '2026-12-25', endsOn: '2026-12-26' };
      await asked(admin, 'POST', `${adminPath}/closed-days`, closedDay);
    });

    async function refuseClashes(): Promise<void> {
      await asked(await stage.signedIn('admin'), 'PUT', `${adminPath}/settings`, {
        clashes: 'refuse',
      });
    }

    async function openForm(page: Page): Promise<Locator> {
      await button(page, 'Créer une séance').first().click();
      const form = page.getByRole('dialog', { name: "Création d'une séance" });
      await form.waitFor();
      return form;
    }

    const at = (form: Locator, label: string): Locator => form.getByLabel(label, { exact: true });

    async function fill(form: Locator, start: string, end: string): Promise<void> {
      await at(form, 'Date de début').fill(start);
      await at(form, 'Date de fin').fill(end);
    }

    async function expectGood(page: Page, state: string): Promise<void> {
      await picture(page, `fr-warned-${state}-${width}`);
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
    }

    it('is warned while typing of what is taken, closed, outside the session, past or skipped, and bars nothing', async () => {
      const page = await stage.visit({ user: 'trainer2', width });
      const form = await openForm(page);
      // Those who create it are proposed once it is known that they are trainers of the session.
      await form.getByRole('checkbox', { name: 'Anh Thao PHAM', checked: true }).waitFor();
      await fill(form, '2026-12-09T11:00', '2026-12-09T13:00');
      await form.getByText(trainerTaken).waitFor();
      await at(form, 'Lieu').selectOption(agora.id);
      await form.getByText(placeTaken).waitFor();
      await expectGood(page, 'form');
      await form.getByRole('checkbox', { name: 'Anh Thao PHAM' }).uncheck();
      await form.getByText(trainerTaken).waitFor({ state: 'detached' });
      await fill(form, '2026-12-25T11:00', '2026-12-25T13:00');
      await form.getByText(closed, { exact: true }).waitFor();
      expect(await form.getByText(placeTaken).count()).to.equal(0);
      await fill(form, '2027-07-01T11:00', '2027-07-01T13:00');
      await form
        .getByText(/en dehors de la période de la session \(1.* septembre 2026 – 30 juin 2027\)/)
        .waitFor();
      await fill(form, '2026-09-15T11:00', '2026-09-15T13:00');
      await form.getByText('Cette date est dans le passé.').waitFor();
      await fill(form, '2027-03-28T02:30', '2027-03-28T04:00');
      await form.getByText("Changement d'heure : 02:30 n'existe pas ce jour-là.").waitFor();
      await fill(form, '2026-12-09T11:00', '2026-12-09T13:00');
      await at(form, 'Nom').fill('En double');
      await button(form, 'Ok').click();
      await page.getByText('La séance « En double » a été créée.').waitFor();
    });

    it('is told of an end before the start, and of a text that is too long, before saving', async () => {
      const page = await stage.visit({ width });
      const form = await openForm(page);
      await fill(form, '2026-12-09T11:00', '2026-12-09T10:00');
      const backwards = form.getByText('La fin doit être après le début.');
      await backwards.waitFor();
      await at(form, 'Nom').fill('x'.repeat(304));
      await form.getByText('255 caractères au plus').waitFor();
      await form.getByText('304 caractères sur 255').waitFor();
      expect(await at(form, 'Nom').inputValue()).to.have.length(304);
      await expectGood(page, 'errors');
      await button(form, 'Ok').click();
      await form.getByText('255 caractères au plus').waitFor();
      await at(form, 'Nom').fill('Assez court');
      await at(form, 'Date de fin').fill('2026-12-09T12:00');
      await backwards.waitFor({ state: 'detached' });
      await button(form, 'Ok').click();
      await form.waitFor({ state: 'detached' });
    });

    it('sees what is required at once, and saves once the choices are there', async () => {
      const page = await stage.visit({ user: 'trainer2', width });
      let letGo!: () => void;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      await page.route(/\/(trainers|locations|groups)\?|openapi\.json|\/groups/, async (route) => {
        await held;
        await route.continue();
      });
      const form = await openForm(page);
      await form.locator('.label.required').first().waitFor();
      expect(await form.locator('.label.required').count()).to.equal(3);
      await form.locator('trainers-field').getByText('Chargement…').waitFor();
      expect(await form.getByText("La session n'a aucun formateur.").count()).to.equal(0);
      await expectGood(page, 'loading');
      await at(form, 'Nom').fill('Vite');
      await button(form, 'Ok').click();
      await form.locator('footer').getByText('Chargement…').waitFor();
      letGo();
      await form.waitFor({ state: 'detached' });
      const [quick] = await listed<{ readonly trainers: readonly { readonly id: string }[] }>(
        page,
        `${apiPath}/seances?q=Vite`,
      );
      expect(quick?.trainers.map(({ id }) => id)).to.deep.equal(['trainer2']);
    });

    it('is refused in the same words, at the field, where the platform refuses clashes', async () => {
      await refuseClashes();
      const page = await stage.visit({ user: 'trainer2', width });
      const form = await openForm(page);
      await at(form, 'Nom').fill('En double');
      await fill(form, '2026-12-09T11:00', '2026-12-09T13:00');
      await at(form, 'Lieu').selectOption(agora.id);
      await form.getByText(placeTaken).waitFor();
      await button(form, 'Ok').click();
      await form.locator('.error').getByText(placeTaken, { exact: true }).waitFor();
      await form.locator('.error').getByText(trainerTaken).waitFor();
      expect(await at(form, 'Nom').inputValue()).to.equal('En double');
      expect(await form.locator('.warning').count()).to.equal(0);
      await expectGood(page, 'refused');
      await fill(form, '2026-12-09T14:00', '2026-12-09T15:00');
      await button(form, 'Ok').click();
      await form.waitFor({ state: 'detached' });
    });

    it('is warned in the question before a move', async () => {
      const page = await stage.visit({ width, path: `${toolPath}?view=week&date=2026-12-07` });
      await created(page, {
        ...{ name: 'Consultation', start: '2026-12-08T10:30', end: '2026-12-08T11:30' },
        ...{ locationId: agora.id },
      });
      await page.reload();
      const link = page.getByRole('link', { name: 'Consultation' });
      await link.press('Shift+ArrowRight');
      await link.press('Enter');
      const question = page.getByRole('dialog', { name: 'Déplacer la séance' });
      await question.getByText(placeTaken).waitFor();
      expect(await question.getByText(placeTaken).innerText()).to.match(/10:00.*12:00/);
      await expectGood(page, 'move');
    });

    it('unticks at once the dates of a repetition that run into something', async () => {
      const page = await stage.visit({ width });
      await created(page, {
        ...{ name: 'Cours du mercredi', start: '2026-12-02T10:30', end: '2026-12-02T11:30' },
        ...{ locationId: agora.id },
      });
      await page.reload();
      await page.getByRole('searchbox').fill('Cours du mercredi');
      await button(page, 'Actions : Cours du mercredi').click();
      await page.getByRole('menuitem', { name: 'Répéter la séance' }).click();
      const form = page.getByRole('dialog', { name: 'Répéter la séance' });
      await at(form, "Jusqu'au").fill('2027-07-07');
      await form.getByText('1 date en dehors de la session').waitFor();
      await form.getByText(placeTaken).waitFor();
      await button(form, 'Décocher les 2 dates').click();
      await form.getByText('2 dates laissées de côté').waitFor();
      await form.getByText('29 séances seront créées').waitFor();
      await expectGood(page, 'repetition');
    });

    it('is told what a restored séance runs into', async () => {
      const page = await stage.visit({ width });
      await page.getByRole('searchbox').fill('Réunion');
      await button(page, 'Actions : Réunion').click();
      await page.getByRole('menuitem', { name: 'Supprimer' }).click();
      await button(page.getByRole('dialog'), 'Supprimer').click();
      await page.getByText('1 séance supprimée').waitFor();
      await created(await stage.signedIn(), { ...meeting, name: 'Remplaçante' });
      await button(page, 'Annuler').click();
      await page.getByText(`À vérifier : Formateur déjà occupé : Anh Thao PHAM, « Remplaçante »`).waitFor();
      await expectGood(page, 'restored');
    });

    it('deletes those that are left when a colleague has deleted one of them, which is named', async () => {
      const page = await stage.visit({ width });
      await page.getByRole('searchbox').fill('Travail de groupe');
      await page.getByText('4 résultats', { exact: true }).waitFor();
      for (const number of [1, 2])
        await page.getByRole('checkbox', { name: `Sélectionner Travail de groupe ${number}` }).check();
      const [gone] = await listed(page, `${apiPath}/seances?q=Travail+de+groupe+1`);
      await page.request.delete(`${apiPath}/seances/${gone?.id ?? ''}`);
      await button(page, 'Supprimer').click();
      const question = page.getByRole('dialog');
      await button(question, 'Supprimer').click();
      await question.getByRole('alert').getByText('Travail de groupe 1').waitFor();
      await question.getByText('Voulez-vous supprimer la séance « Travail de groupe 2 » ?').waitFor();
      await expectGood(page, 'gone');
      await button(question, 'Supprimer').click();
      await page.getByText('2 résultats', { exact: true }).waitFor();
    });

    it('is told by name what a colleague has deleted, and has the list loaded again', async () => {
      const page = await stage.visit({ width });
      await page.getByRole('searchbox').fill('Travail de groupe');
      await page.getByText('4 résultats', { exact: true }).waitFor();
      const [gone] = await listed(page, `${apiPath}/seances?q=Travail+de+groupe+3`);
      await page.request.delete(`${apiPath}/seances/${gone?.id ?? ''}`);
      await button(page, 'Actions : Travail de groupe 3').click();
      await page.getByRole('menuitem', { name: 'Éditer' }).click();
      await page.getByText("La séance « Travail de groupe 3 » n'existe plus").waitFor();
      await page.getByText('3 résultats', { exact: true }).waitFor();
    });
  });
}
