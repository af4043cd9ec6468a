import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { created, setStage, toolPath } from './stage.js';

const hours = { start: '2031-03-03T09:00', end: '2031-03-03T10:00' };
const note = 'La liste des personnes de la session peut être incomplète';

for (const width of [1280, 360]) {
  describe(`lists of people that may be incomplete, fr, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    let automatic: string;
    let manual: string;

    before(async () => {
      const trainer = await stage.signedIn();
      automatic = (await created(trainer, { name: 'Assemblée', enrolmentMode: 'automatic', ...hours })).id;
      manual = (await created(trainer, { name: 'Atelier', enrolmentMode: 'manual', ...hours })).id;
    });

    beforeEach(() => say(false));

    function say(listsEverybody: boolean): void {
      stage.directory.addSpace({ id: 'demo', name: 'Former les formateurs', listsEverybody });
    }

    const visit = (seance: string, user = 'trainer1'): Promise<Page> =>
      stage.visit({ user, width, path: `${toolPath}?seance=${seance}` });
    const noteIn = (within: Page | Locator): Locator => within.getByText(note);

    async function picker(page: Page): Promise<Locator> {
      await page.getByRole('button', { name: 'Inscrire des apprenants' }).click();
      return page.getByRole('dialog', { name: 'Inscrire des apprenants' });
    }

    async function expectGood(page: Page, state: string): Promise<void> {
      await picture(page, `fr-incomplete-${state}-${width}`);
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
    }

    it('are said to be so where staff enrol by name, and not among those who are enrolled', async () => {
      const page = await visit(manual);
      await page.getByText('Aucun participant', { exact: true }).waitFor();
      expect(await noteIn(page).count()).to.equal(0);
      const dialog = await picker(page);
      await noteIn(dialog).waitFor();
      await expectGood(page, 'picker');

      await dialog.getByRole('searchbox').fill('introuvable');
      const empty = dialog.getByRole('status').filter({ hasText: 'Aucun apprenant à inscrire.' });
      await empty.getByText("chaque personne y apparaît dès qu'elle a ouvert l'outil").waitFor();
      expect(await noteIn(dialog).count()).to.equal(1);
      await expectGood(page, 'picker-empty');
    });

    it('are said to be so in an automatic séance, to staff alone', async () => {
      const page = await visit(automatic);
      const participants = page.locator('participants-panel');
      await noteIn(participants).waitFor();
      await participants.getByRole('heading', { name: 'Participants' }).scrollIntoViewIfNeeded();
      await expectGood(page, 'automatic');

      const learner = await visit(automatic, 'learner1');
      await learner.getByText('Tous les apprenants de la session sont inscrits à cette séance.').waitFor();
      expect(await noteIn(learner).count()).to.equal(0);
      await expectGood(learner, 'learner');
    });

    it('are said to be so where trainers are chosen, for one séance and for several', async () => {
      const page = await visit(manual);
      await page.getByRole('button', { name: 'Éditer', exact: true }).first().click();
      const trainers = page.getByRole('dialog').getByRole('group', { name: 'Formateurs' });
      await noteIn(trainers).waitFor();
      await noteIn(trainers).scrollIntoViewIfNeeded();
      await expectGood(page, 'form');

      const list = await stage.visit({ width, path: `${toolPath}?q=Atelier` });
      await list.getByRole('checkbox', { name: 'Sélectionner Atelier', exact: true }).check();
      await list.getByRole('button', { name: 'Modifier', exact: true }).click();
      const dialog = list.getByRole('dialog');
      const change = dialog.getByRole('checkbox', { name: 'Changer les formateurs' });
      await change.waitFor();
      expect(await noteIn(dialog).count()).to.equal(0);
      await change.check();
      await noteIn(dialog).waitFor();
      await expectGood(list, 'selection');
    });

    it('are not where the host knows everybody', async () => {
      say(true);
      const page = await visit(automatic);
      await page.getByText('tous les apprenants de la session sont inscrits').waitFor();
      expect(await noteIn(page).count()).to.equal(0);
      const other = await visit(manual);
      const dialog = await picker(other);
      await dialog.getByRole('checkbox').first().waitFor();
      expect(await noteIn(dialog).count()).to.equal(0);
      await other.keyboard.press('Escape');
      await other.getByRole('button', { name: 'Éditer', exact: true }).first().click();
      const form = other.getByRole('dialog');
      await form.getByRole('group', { name: 'Formateurs' }).getByRole('checkbox').first().waitFor();
      expect(await noteIn(form).count()).to.equal(0);
    });
  });
}
