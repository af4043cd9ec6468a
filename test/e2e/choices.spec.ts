import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { apiPath, asked, created, listed, setStage } from './stage.js';

const [first, second, third] = ['Module A', 'Module B', 'Module C'] as const;
const enrol = "S'inscrire à la séance";

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });

for (const width of [1280, 360]) {
  describe(`the choice of a learner in a group, fr, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const ids = new Map<string, string>();

    before(async () => {
      const trainer = await stage.signedIn();
      const hours = { start: '2031-03-04T09:00', end: '2031-03-04T10:00', enrolmentMode: 'public' };
      for (const name of [first, second, third])
        ids.set(name, (await created(trainer, { ...hours, name, groupName: 'Modules' })).id);
    });

    const pathOf = (name: string) => `${apiPath}/seances/${ids.get(name) ?? ''}`;

    async function limitIs(limit: number): Promise<void> {
      const trainer = await stage.signedIn();
      const group = (await listed(trainer, `${apiPath}/groups`)).find(({ name }) => name === 'Modules');
      await asked(trainer, 'PATCH', `${apiPath}/groups/${group?.id ?? ''}`, { limit });
    }

    async function visitWith(...held: readonly string[]): Promise<Page> {
      const page = await stage.visit({ user: 'learner1', width });
      for (const name of held) await asked(page, 'PUT', `${pathOf(name)}/enrolments/me`);
      await page.reload();
      await page.getByRole('searchbox', { name: 'Rechercher dans la liste' }).fill('Module');
      await page.getByText('3 résultats', { exact: true }).waitFor();
      return page;
    }

    const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
    const choiceOn = (page: Page): Locator => page.getByRole('dialog', { name: 'Choisir une séance' });

    async function expectGood(page: Page, state: string): Promise<void> {
      await picture(page, `fr-${state}-${width}`);
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
    }

    it('is one click as long as nothing is given up', async () => {
      await limitIs(2);
      const page = await visitWith(first);
      await button(rowOf(page, second), enrol).click();
      await rowOf(page, second).getByText('Inscrit', { exact: true }).waitFor();
      expect(await choiceOn(page).count()).to.equal(0);
    });

    it('asks what to give up also when the list did not know of it', async () => {
      await limitIs(1);
      const page = await visitWith();
      await asked(page, 'PUT', `${pathOf(first)}/enrolments/me`);
      await button(rowOf(page, second), enrol).click();
      await button(choiceOn(page), `Remplacer ${first}`).click();
      await rowOf(page, second).getByText('Inscrit', { exact: true }).waitFor();
    });

    it('preselects nothing when several places may be given up, and says by the button what becomes of them', async () => {
      await limitIs(2);
      const page = await visitWith(first, second);
      await button(rowOf(page, third), enrol).click();
      const choice = choiceOn(page);
      const which = choice.getByLabel('À la place de');
      expect(await which.inputValue()).to.equal('');
      expect(await button(choice, 'Ok').getAttribute('aria-disabled')).to.equal('true');
      await which.selectOption(second);
      await choice.getByText(`« ${third} » remplacera « ${second} ».`).waitFor();
      const main = button(choice, `Remplacer ${second}`);
      const [box, height] = [await main.boundingBox(), page.viewportSize()?.height ?? 0];
      expect((box?.y ?? height) + (box?.height ?? 0)).to.be.at.most(height);
      await expectGood(page, 'choice-which');
      await main.click();
      await choice.waitFor({ state: 'detached' });
      await rowOf(page, second).getByRole('button', { name: enrol }).waitFor();
    });

    it('says at once that a place cannot be given up any more, and why', async () => {
      await limitIs(1);
      const page = await visitWith(first);
      await asked(await stage.signedIn(), 'PATCH', pathOf(first), { enrolmentMode: 'manual' });
      await button(rowOf(page, second), enrol).click();
      const reason = `« ${first} » : Seuls les formateurs peuvent changer cette inscription.`;
      await choiceOn(page).getByText(reason).waitFor();
      expect(await choiceOn(page).getByRole('radio').count()).to.equal(0);
      await expectGood(page, 'choice-stuck');
      await button(choiceOn(page), 'Fermer').last().click();
      await page.getByRole('link', { name: second, exact: true }).click();
      await page.locator('seance-detail').getByText(reason).waitFor();
      await button(page, enrol).waitFor({ state: 'detached' });
    });

    it('names what the learner has at the time of the place that they take', async () => {
      const page = await visitWith();
      await created(await stage.signedIn(), {
        ...{ name: 'Réunion de tous', enrolmentMode: 'automatic' },
        ...{ start: '2031-03-04T09:30', end: '2031-03-04T11:00' },
      });
      await button(rowOf(page, first), enrol).click();
      const note = page.getByText('vous avez déjà une autre séance à cette heure : « Réunion de tous »');
      expect(await note.innerText()).to.match(/mardi 4 mars 2031.*09:30.*11:00/);
      await expectGood(page, 'choice-overlap');
    });

    it('is not offered to be changed while enrolment is switched off', async () => {
      const page = await visitWith(first);
      await button(page, 'Changer de choix').waitFor();
      await asked(await stage.signedIn('admin'), 'PUT', '/plugins/seances/api/v1/admin/settings', {
        enrolmentEnabled: false,
      });
      await page.reload();
      await button(page, 'Se désinscrire').waitFor();
      expect(await button(page, 'Changer de choix').count()).to.equal(0);
    });
  });
}
