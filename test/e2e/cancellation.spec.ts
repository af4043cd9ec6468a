import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { apiPath, asked, created, listed, setStage, toolPath, type SignedIn } from './stage.js';

interface Stored {
  readonly name: string;
  readonly cancelled: { readonly reason: string } | null;
  readonly myEnrolment: object | null;
}

const hours = { start: '2027-03-10T10:00', end: '2027-03-10T11:00' };
const reason = 'Formatrice malade';

describe('cancelling séances', function () {
  this.timeout(120_000);
  const stage = setStage(3);

  const stored = (by: SignedIn, id: string): Promise<Stored> =>
    asked<Stored>(by, 'GET', `${apiPath}/seances/${id}`);
  const notice = (page: Page) => page.locator('seance-tool .message');
  const menuOf = async (page: Page, name: string, entry: string): Promise<void> => {
    await page.getByRole('button', { name: `Actions\u00a0: ${name}`, exact: true }).click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  };
  async function look(page: Page, state: string, name: string): Promise<void> {
    await expectNoSidewaysScroll(page, state);
    await expectAccessible(page, state);
    await picture(page, name);
  }
  /** One in which a learner is, and one waits. */
  async function taken(by: SignedIn, name: string): Promise<string> {
    const { id } = await created(by, { name, enrolmentMode: 'public', capacity: 1, ...hours });
    for (const user of ['learner1', 'learner2']) {
      const learner = await stage.signedIn(user);
      await asked(learner, 'PUT', `${apiPath}/seances/${id}/enrolments/me`, {});
    }
    return id;
  }

  for (const width of [1280, 360])
    it(`says whom it concerns and why, and is taken back from the notice, ${width} px wide`, async () => {
      const page = await stage.visit({ path: '/', width });
      const id = await taken(page, 'Atelier du soir');
      await page.goto(`${toolPath}?q=atelier+du+soir`);
      await menuOf(page, 'Atelier du soir', 'Annuler la séance');
      const dialog = page.getByRole('dialog');
      await dialog
        .getByText("La séance « Atelier du soir » n'aura pas lieu.".replace(/(?<=«) | (?=»)/g, '\u00a0'))
        .waitFor();
      await dialog.getByText('1 inscription est concernée. 1 personne est en attente.').waitFor();
      expect(await focused(page)).to.equal('Motif');
      await dialog.getByLabel('Motif').fill('x'.repeat(501));
      await dialog.getByText(/500/).first().waitFor();
      await dialog.getByRole('button', { name: 'Annuler la séance', exact: true }).click();
      expect((await stored(page, id)).cancelled).to.equal(null);
      await dialog.getByLabel('Motif').fill(reason);
      await look(page, 'the question', `fr-cancel-${width}`);
      await dialog.getByRole('button', { name: 'Annuler la séance', exact: true }).click();
      await notice(page).getByText('Séance «\u00a0Atelier du soir\u00a0» annulée').waitFor();
      expect((await stored(page, id)).cancelled?.reason).to.equal(reason);
      await page.locator('seance-table').getByText('Annulée', { exact: true }).waitFor();
      await look(page, 'the list with a cancelled séance', `fr-cancelled-list-${width}`);
      const box = await page.locator('seance-table tbody tr').first().boundingBox();
      expect(box?.height).to.be.at.most(120);
      await notice(page).getByRole('button', { name: 'Rétablir la séance', exact: true }).click();
      await notice(page).getByText('Séance «\u00a0Atelier du soir\u00a0» rétablie').waitFor();
      expect((await stored(page, id)).cancelled).to.equal(null);
    });

  for (const width of [1280, 360])
    it(`is seen with its reason by who is in it, and by staff, ${width} px wide`, async () => {
      const page = await stage.visit({ path: '/', width });
      const id = await taken(page, 'Atelier du soir');
      await asked(page, 'POST', `${apiPath}/seances/${id}/cancel`, { reason });
      await page.goto(`${toolPath}?seance=${id}`);
      await page.getByText(`Motif\u00a0: ${reason}`).first().waitFor();
      await page
        .getByText('La séance est annulée\u00a0: les inscriptions sont gardées, et ne changent plus.')
        .waitFor();
      expect(await page.getByRole('button', { name: 'Inscrire des apprenants' }).count()).to.equal(0);
      expect(await page.getByRole('button', { name: /^(Désinscrire|Déplacer) / }).count()).to.equal(0);
      await look(page, 'the page of a cancelled séance', `fr-cancelled-detail-${width}`);
      await page.getByText('Historique').click();
      await page.getByText('Séance annulée', { exact: true }).waitFor();
      await look(page, 'its history', `fr-cancelled-history-${width}`);

      const learner = await stage.visit({ user: 'learner1', path: `${toolPath}?q=atelier+du+soir`, width });
      await learner.getByText(reason).first().waitFor();
      await look(learner, 'the list of a learner', `fr-cancelled-learner-${width}`);
      expect(await learner.getByRole('button', { name: /inscrire/ }).count()).to.equal(0);
      await learner.getByRole('link', { name: 'Atelier du soir' }).click();
      await learner.getByText(/^Cette séance est annulée\. Votre place est gardée/).waitFor();
      const other = await stage.visit({ user: 'learner3', path: `${toolPath}?seance=${id}`, width });
      await other.getByText("il n'est pas possible de s'y inscrire").waitFor();
      await look(other, 'the page for another learner', `fr-cancelled-other-${width}`);

      // A month has no room for names on a phone.
      for (const view of width < 600 ? ['week', 'day'] : ['week', 'month', 'day']) {
        await page.goto(`${toolPath}?view=${view}&date=2027-03-10`);
        await page.getByRole('link', { name: 'Atelier du soir' }).first().waitFor({ state: 'attached' });
        await look(page, `the ${view}`, `fr-cancelled-${view}-${width}`);
      }
    });

  it('of a series cancels those that are not yet, and is reinstated from the menu', async () => {
    const page = await stage.visit({ path: '/' });
    const { id } = await created(page, { name: 'Suite', ...hours });
    await asked(page, 'POST', `${apiPath}/seances/${id}/repetitions`, { weekdays: ['WE'], weeks: 3 });
    const all = () => listed<Stored & { id: string }>(page, `${apiPath}/seances?q=suite`);
    const [, second] = await all();
    await asked(page, 'POST', `${apiPath}/seances/${second?.id}/cancel`, { reason: 'Férié' });
    await page.goto(`${toolPath}?q=suite`);
    await menuOf(page, 'Suite', 'Annuler la séance');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Toute la série' }).check();
    await dialog.getByText('Ces 3 séances', { exact: false }).waitFor();
    await dialog.getByLabel('Motif').fill(reason);
    await look(page, 'the question about a series', 'fr-cancel-series-1280');
    await dialog.getByRole('button', { name: 'Annuler 3 séances' }).click();
    await notice(page).getByText('3 séances annulées').waitFor();
    // The one that was cancelled before would be reinstated too.
    expect(
      await notice(page)
        .getByRole('button', { name: /^Rétablir/ })
        .count(),
    ).to.equal(0);
    expect((await all()).map(({ cancelled }) => cancelled?.reason)).to.deep.equal([
      reason,
      'Férié',
      reason,
      reason,
    ]);

    await page.reload();
    await menuOf(page, 'Suite', 'Rétablir la séance');
    await dialog.getByRole('radio', { name: 'Toute la série' }).check();
    await dialog.getByText('Ces 4 séances', { exact: false }).waitFor();
    await look(page, 'the question about reinstating', 'fr-reinstate-series-1280');
    await dialog.getByRole('button', { name: 'Rétablir 4 séances' }).click();
    await notice(page).getByText('4 séances rétablies').waitFor();
    expect((await all()).map(({ cancelled }) => cancelled)).to.deep.equal([null, null, null, null]);
  });

  it('is done by the keyboard alone', async () => {
    const page = await stage.visit({ path: '/' });
    const { id } = await created(page, { name: 'Clavier', ...hours });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.evaluate(`window.heard = [];
      for (const name of ['seance-cancelled', 'seance-reinstated'])
        document.addEventListener(name, ({ type, detail }) => window.heard.push([type, detail.seance.id, detail.count]));`);
    await page.getByRole('button', { name: 'Annuler la séance', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Neige');
    await page.keyboard.press('Enter');
    await page.getByText('Motif\u00a0: Neige').waitFor();
    const again = notice(page).getByRole('button', { name: 'Rétablir la séance', exact: true });
    await again.focus();
    await page.keyboard.press('Enter');
    await notice(page).getByText('rétablie').waitFor();
    expect((await stored(page, id)).cancelled).to.equal(null);
    expect(await page.evaluate('window.heard')).to.deep.equal([
      ['seance-cancelled', id, 1],
      ['seance-reinstated', id, 1],
    ]);
  });

  it('is left without a trace, and says so when somebody else was faster', async () => {
    const page = await stage.visit({ path: '/' });
    const { id } = await created(page, { name: 'Disputée', ...hours });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Annuler la séance', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Motif').waitFor();
    await asked(page, 'PATCH', `${apiPath}/seances/${id}`, { capacity: 12 });
    await dialog.getByRole('button', { name: 'Annuler la séance', exact: true }).click();
    await dialog.getByText("Quelqu'un d'autre a modifié cet élément").waitFor();
    await dialog.getByRole('button', { name: 'Retour', exact: true }).click();
    expect((await stored(page, id)).cancelled).to.equal(null);
  });

  it('is filtered by, in the address and as a chip', async () => {
    const page = await stage.visit({ path: '/' });
    const { id } = await created(page, { name: 'Filtrée', ...hours });
    await asked(page, 'POST', `${apiPath}/seances/${id}/cancel`, {});
    await page.goto(`${toolPath}?page=1`);
    await page.getByRole('button', { name: 'Filtres' }).click();
    const filter = page.getByLabel('Annulées', { exact: true });
    await filter.selectOption('Seules');
    await page.getByText('1 résultat', { exact: true }).waitFor();
    expect(page.url()).to.contain('cancelled=true');
    await picture(page, 'fr-cancelled-filter-1280');
    await filter.selectOption('Exclues');
    await page.locator('filter-chips').getByText('Annulées\u00a0: Exclues').waitFor();
    expect(await page.getByRole('link', { name: 'Filtrée' }).count()).to.equal(0);
    await page.goto(`${toolPath}?cancelled=perhaps`);
    await page.getByText('4 résultats', { exact: true }).waitFor();
  });

  for (const width of [1280, 360])
    it(`cannot be chosen in its group, and holds no choice there, ${width} px wide`, async () => {
      const trainer = await stage.signedIn();
      const inGroup = { enrolmentMode: 'public', groupName: 'Ateliers', ...hours };
      const { id } = await created(trainer, { ...inGroup, name: 'Atelier A' });
      await created(trainer, { ...inGroup, name: 'Atelier B' });
      const { id: third } = await created(trainer, { ...inGroup, name: 'Atelier C' });
      const learner = await stage.visit({ user: 'learner1', path: '/', width });
      await asked(learner, 'PUT', `${apiPath}/seances/${id}/enrolments/me`, {});
      await asked(trainer, 'POST', `${apiPath}/seances/${third}/cancel`, { reason });
      await learner.goto(`${toolPath}?q=atelier`);
      await learner.getByRole('button', { name: 'Changer de choix' }).click();
      await learner.getByRole('radio', { name: 'Atelier B' }).waitFor();
      expect(await learner.getByRole('radio', { name: 'Atelier C' }).isDisabled()).to.equal(true);
      await look(learner, 'the choice in a group', `fr-cancelled-choice-${width}`);
      await asked(trainer, 'POST', `${apiPath}/seances/${id}/cancel`, { reason });
      await learner.goto(`${toolPath}?q=atelier`);
      await learner.getByRole('button', { name: "S'inscrire à la séance" }).click();
      await learner.locator('seance-tool .message').getByText('Atelier B').waitFor();
    });

  it('is still so in the bin, and in the dark', async () => {
    const page = await stage.visit({ path: '/', options: { colorScheme: 'dark' } });
    const { id } = await created(page, { name: 'Jetée', ...hours });
    await asked(page, 'POST', `${apiPath}/seances/${id}/cancel`, { reason });
    await page.goto(`${toolPath}?q=jetee`);
    await look(page, 'the list in the dark', 'fr-cancelled-dark-list-1280');
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByText(`Motif\u00a0: ${reason}`).waitFor();
    await look(page, 'the page in the dark', 'fr-cancelled-dark-1280');
    await asked(page, 'POST', `${apiPath}/seances/delete`, { ids: [id] });
    await page.goto(`${toolPath}?bin=true`);
    await page.locator('seance-bin').getByText('Annulée', { exact: true }).waitFor();
    await look(page, 'the bin', 'fr-cancelled-bin-1280');
  });

  it('leaves its card on a phone short, whatever its name and reason', async () => {
    const trainer = await stage.signedIn();
    const long = 'Une séance dont le nom est si long que personne ne le lit jusqu’au bout sur un téléphone';
    const inGroup = { enrolmentMode: 'public', groupName: 'Ateliers du matin', capacity: 12, ...hours };
    const { id } = await created(trainer, { ...inGroup, name: long, timeZone: 'America/Montreal' });
    await asked(trainer, 'POST', `${apiPath}/seances/${id}/cancel`, {
      reason: 'Il neige. '.repeat(49).trim(),
    });
    for (const user of ['trainer1', 'learner1']) {
      const phone = await stage.visit({ user, path: `${toolPath}?q=telephone`, width: 360 });
      await phone.locator('seance-table').getByText('Annulée', { exact: true }).waitFor();
      await look(phone, `the card for ${user}`, `fr-cancelled-card-${user}-360`);
      const box = await phone.locator('seance-table tbody tr').first().boundingBox();
      // Staff read more of it.
      expect(box?.height, user).to.be.at.most(user === 'learner1' ? 120 : 160);
    }
  });
});
