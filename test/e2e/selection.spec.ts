import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { apiPath, asked, created, listed, setStage, toolPath, type SignedIn } from './stage.js';

interface Stored {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly capacity: number | null;
  readonly cancelled: { readonly reason: string } | null;
  readonly location: { readonly name: string } | null;
}

const names = ['Atelier lundi', 'Atelier mardi', 'Atelier mercredi'] as const;

for (const width of [1280, 360]) {
  describe(`several séances at once, fr, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    let ids: readonly string[];
    let places: readonly { readonly id: string; readonly name: string }[];

    beforeEach(async () => {
      const trainer = await stage.signedIn();
      places = await listed(trainer, `${apiPath}/locations?size=all`);
      const made = [];
      for (const [index, name] of names.entries()) {
        const day = `2031-03-0${index + 3}`;
        const hours = { start: `${day}T09:00`, end: `${day}T10:30` };
        const locationId = places[index % 2]!.id;
        made.push(
          await created(trainer, { ...hours, name, locationId, enrolmentMode: 'public', capacity: 12 }),
        );
      }
      ids = made.map(({ id }) => id);
    });

    const stored = (by: SignedIn): Promise<readonly Stored[]> =>
      Promise.all(ids.map((id) => asked<Stored>(by, 'GET', `${apiPath}/seances/${id}`)));
    const button = (within: Page | Locator, name: string): Locator =>
      within.getByRole('button', { name, exact: true });
    async function expectGood(page: Page, state: string): Promise<void> {
      await picture(page, `fr-selection-${state}-${width}`);
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
    }

    async function openSelection(
      command = 'Modifier',
    ): Promise<{ readonly page: Page; readonly dialog: Locator }> {
      const page = await stage.visit({ width, path: `${toolPath}?q=atelier&size=all` });
      for (const name of names) await page.getByRole('checkbox', { name: `Sélectionner ${name}` }).check();
      await page.getByText('3 séances sélectionnées').waitFor();
      await expectGood(page, 'bar');
      await button(page, command).click();
      const dialog = page.getByRole('dialog', { name: /^(Modifier|Annuler) 3 séances$/ });
      await dialog.waitFor();
      return { page, dialog };
    }
    const tick = (dialog: Locator, name: string): Promise<void> =>
      dialog.getByRole('checkbox', { name, exact: true }).check();
    const save = (dialog: Locator): Locator => button(dialog, 'Enregistrer les modifications (3)');

    it('change place and hours, shown before they are saved', async () => {
      const { page, dialog } = await openSelection();
      await dialog.getByText('Rien ne change encore.').waitFor();
      expect(await save(dialog).getAttribute('aria-disabled')).to.equal('true');
      await dialog.getByText(`Inchangé, selon la séance\u00a0: ${places[0]!.name}`).waitFor();
      await dialog.getByText('Inchangé\u00a0: 12').waitFor();
      await expectGood(page, 'empty');
      await tick(dialog, 'Changer le lieu');
      await dialog.getByLabel('Lieu', { exact: true }).selectOption(places[1]!.id);
      await tick(dialog, "Changer l'heure de début");
      expect(await dialog.getByLabel('Heure de début', { exact: true }).inputValue()).to.equal('09:00');
      await dialog.getByLabel('Heure de début', { exact: true }).fill('13:00');
      await dialog.locator('.error').getByText('La fin doit être après le début.').first().waitFor();
      await expectGood(page, 'wrong');
      await tick(dialog, "Changer l'heure de fin");
      await dialog.getByLabel('Heure de fin', { exact: true }).fill('15:00');
      await dialog.getByText('3 séances seront modifiées').waitFor();
      await dialog.getByText('Champs modifiés\u00a0: Lieu, Heure de début et Heure de fin').waitFor();
      await dialog.getByText('13:00').first().scrollIntoViewIfNeeded();
      await expectGood(page, 'preview');
      await save(dialog).click();
      await page.getByText('3 séances modifiées').waitFor();
      expect(await page.getByText('3 séances sélectionnées').count()).to.equal(0);
      await expectGood(page, 'done');
      expect(
        (await stored(page)).map(({ start, end, location }) => [start, end, location?.name]),
      ).to.deep.equal(
        [3, 4, 5].map((day) => [`2031-03-0${day}T13:00`, `2031-03-0${day}T15:00`, places[1]!.name]),
      );
    });

    it('are refused together where one has more learners than places, and nothing typed is lost', async () => {
      for (const user of ['learner1', 'learner2'])
        await asked(await stage.signedIn(user), 'PUT', `${apiPath}/seances/${ids[1]}/enrolments/me`);
      const { page, dialog } = await openSelection();
      await tick(dialog, "Changer le nombre maximum d'utilisateurs");
      const capacity = dialog.getByLabel("Nombre maximum d'utilisateurs", { exact: true });
      expect(await capacity.inputValue()).to.equal('12');
      await capacity.fill('1');
      await save(dialog).click();
      await dialog
        .locator('.error')
        .getByText(/Atelier mardi.*2 personnes sont inscrites/)
        .waitFor();
      expect(await capacity.getAttribute('aria-invalid')).to.equal('true');
      await expectGood(page, 'refused');
      expect((await stored(page)).map((one) => one.capacity)).to.deep.equal([12, 12, 12]);
      await page.keyboard.press('Escape');
      await button(dialog, 'Continuer la saisie').click();
      await capacity.fill('2');
      await save(dialog).click();
      await page.getByText('3 séances modifiées').waitFor();
      expect((await stored(page)).map((one) => one.capacity)).to.deep.equal([2, 2, 2]);
    });

    it('are cancelled with one reason, and reinstated', async () => {
      const { page, dialog } = await openSelection('Annuler 3 séances');
      await dialog.getByText("Ces 3 séances n'auront pas lieu.").waitFor();
      await dialog.getByLabel('Motif').fill('Neige');
      await expectGood(page, 'cancel');
      await button(dialog, 'Annuler 3 séances').click();
      await page.getByText('3 séances annulées').waitFor();
      await expectGood(page, 'cancelled');
      const reasons = (await stored(page)).map(({ cancelled }) => cancelled?.reason);
      expect(reasons).to.deep.equal(['Neige', 'Neige', 'Neige']);
      await button(page, 'Rétablir ces séances').click();
      await page.getByText('3 séances rétablies').waitFor();
      expect((await stored(page)).map(({ cancelled }) => cancelled)).to.deep.equal([null, null, null]);
    });

    it('go on without one that somebody has deleted meanwhile, which is named', async () => {
      const { page, dialog } = await openSelection();
      await tick(dialog, "Changer le nombre maximum d'utilisateurs");
      await dialog.getByLabel("Nombre maximum d'utilisateurs", { exact: true }).fill('5');
      await dialog.getByText('3 séances seront modifiées').waitFor();
      await asked(page, 'POST', `${apiPath}/seances/delete`, { ids: [ids[2]] });
      await save(dialog).click();
      const left = page.getByRole('dialog', { name: 'Modifier 2 séances' });
      await left.getByRole('alert').getByText('« Atelier mercredi »').waitFor();
      await expectGood(page, 'gone');
      await button(left, 'Enregistrer les modifications (2)').click();
      await page.getByText('2 séances modifiées').waitFor();
    });
  });
}

describe('Several séances at once, by keyboard alone', function () {
  this.timeout(120_000);
  const stage = setStage();

  it('get a trainer, and the page is told which', async () => {
    const page = await stage.visit({ path: `${toolPath}?q=atelier&size=all` });
    await page.evaluate(`document.querySelector('seance-tool').addEventListener('seances-edited',
      ({ detail }) => (document.body.dataset.edited = detail.ids.length))`);
    const boxes = page.getByRole('checkbox', { name: /^Sélectionner Atelier/ });
    await boxes.nth(0).focus();
    await page.keyboard.press('Space');
    await boxes.nth(1).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Modifier', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Modifier 2 séances' });
    await dialog.waitFor();
    expect(await focused(page)).to.equal('Changer le lieu');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await dialog.getByText('2 séances seront modifiées').waitFor();
    await dialog.getByRole('button', { name: 'Enregistrer les modifications (2)' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 séances modifiées').waitFor();
    expect(await focused(page)).to.contain('2 séances modifiées');
    expect(await page.evaluate('document.body.dataset.edited')).to.equal('2');
  });
});
