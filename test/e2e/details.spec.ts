import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { asked, apiPath, created, setStage, toolPath } from './stage.js';

const hours = { start: '2027-04-05T09:00', end: '2027-04-05T10:00' };

const rowOf = (page: Page, name: string) => page.locator('seance-table tbody tr').filter({ hasText: name });

describe('The small things of a screen', function () {
  this.timeout(120_000);
  const stage = setStage();

  it('say how many are in where nothing limits them, and how many informations there are', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { ...hours, name: 'Sans limite', enrolmentMode: 'public' });
    for (const content of ['Un', 'Deux'])
      await asked(page, 'POST', `${apiPath}/seances/${id}/comments`, { content });
    await page.goto(`${toolPath}?q=Sans limite`);
    const row = rowOf(page, 'Sans limite');
    await row.getByText('0 inscrit', { exact: true }).waitFor();
    const button = row.getByRole('button', { name: '2 informations\u00a0: Sans limite' });
    expect((await button.innerText()).trim()).to.equal('2');
    await asked(page, 'POST', `${apiPath}/seances/${id}/enrolments`, { userIds: ['learner1'] });
    await page.reload();
    await row.getByText('1 inscrit', { exact: true }).waitFor();
  });

  it('say on its page that a séance is over', async () => {
    const page = await stage.visit();
    const past = { start: '2026-03-02T09:00', end: '2026-03-02T10:00' };
    const { id } = await created(page, { ...past, name: 'Terminée' });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByText('Passée', { exact: true }).waitFor();
    const { id: next } = await created(page, { ...hours, name: 'À venir' });
    await page.goto(`${toolPath}?seance=${next}`);
    await page.getByRole('heading', { level: 2, name: 'À venir' }).waitFor();
    expect(await page.locator('seance-detail .title p').count()).to.equal(0);
  });

  it('lead from the page of a séance to the whole list of another session', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { ...hours, name: 'Perdue' });
    await page.goto(`${toolPath}?q=Perdue&state=upcoming&seance=${id}`);
    await page.getByRole('heading', { level: 2, name: 'Perdue' }).waitFor();
    const sessions = page.getByLabel('Session de formation');
    const other = await sessions.locator('option').nth(1).getAttribute('value');
    await sessions.selectOption(other);
    await page.waitForURL((url) => !url.searchParams.has('seance'));
    expect(new URL(page.url()).searchParams.get('q')).to.equal(null);
    expect(new URL(page.url()).searchParams.get('state')).to.equal(null);
    expect(await page.getByRole('searchbox').inputValue()).to.equal('');
  });

  it('say each chosen date in words, and what a star means', async () => {
    const page = await stage.visit();
    const { id } = await created(page, {
      ...hours,
      name: 'Datée',
      enrolmentMode: 'public',
      groupName: 'Un groupe',
    });
    await page.goto(`${toolPath}?q=Datée&from=2027-04-01`);
    await page.getByRole('button', { name: /Filtres/ }).click();
    await page.getByText('jeudi 1er avril 2027', { exact: true }).waitFor();
    await rowOf(page, 'Datée').getByRole('button', { name: 'Un groupe' }).click();
    await page.getByRole('dialog').getByText('* Obligatoire').waitFor();

    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Répéter la séance' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel("Jusqu'au").fill('2027-06-14');
    await dialog.getByText('lundi 14 juin 2027', { exact: true }).first().waitFor();
    expect(await dialog.getByText('Obligatoire').isVisible()).to.equal(false);

    const admin = await stage.visit({ user: 'admin', path: '/administration/seances?tab=closed-days' });
    await admin.getByRole('button', { name: 'Ajouter un jour de fermeture' }).click();
    await admin.getByLabel('Premier jour').fill('2027-05-01');
    await admin.getByText('samedi 1er mai 2027', { exact: true }).waitFor();
  });

  it('say that the filters did not come', async () => {
    const page = await stage.visit();
    await page.route('**/seance-filters-*.js', (route) => route.abort());
    const button = page.getByRole('button', { name: 'Filtres' });
    await button.click();
    await page.getByRole('status').getByText('Vérifiez votre connexion').waitFor();
    expect(await button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('say once, at its field, what is wrong with a repetition', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { ...hours, name: 'À répéter' });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Répéter la séance' }).click();
    await page.getByLabel("Jusqu'au").fill('2027-04-01');
    const said = page.getByText('Cette date est avant celle de la séance.');
    await said.nth(1).waitFor({ state: 'attached' });
    // The other one is heard, and takes no room.
    const sizes = await Promise.all((await said.all()).map(async (one) => (await one.boundingBox())?.width));
    expect(sizes.filter((width) => (width ?? 0) > 1)).to.have.length(1);
  });

  it('refuse an impossible edit of a series before they ask which séances are meant', async () => {
    const page = await stage.visit();
    const { id } = await created(page, {
      ...hours,
      name: 'Série pleine',
      enrolmentMode: 'public',
      capacity: 3,
    });
    await asked(page, 'POST', `${apiPath}/seances/${id}/repetitions`, { weekdays: ['MO'], weeks: 2 });
    await asked(page, 'POST', `${apiPath}/seances/${id}/enrolments`, { userIds: ['learner1', 'learner2'] });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Éditer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel("Nombre maximum d'utilisateurs").fill('1');
    await dialog.getByRole('button', { name: 'Ok' }).click();
    await dialog.getByText('Il y a déjà 2 inscrits.').waitFor();
    expect(await page.getByText('Que voulez-vous modifier').count()).to.equal(0);
    expect(await page.getByRole('dialog').count()).to.equal(1);
  });

  it('take two lines for a participant on a phone, and are a table on a tablet', async () => {
    const page = await stage.visit({ width: 360 });
    const { id } = await created(page, { ...hours, name: 'Nombreuse', enrolmentMode: 'public' });
    await asked(page, 'POST', `${apiPath}/seances/${id}/enrolments`, { userIds: ['learner1', 'learner2'] });
    await page.goto(`${toolPath}?seance=${id}`);
    const rows = page.locator('participants-panel tbody tr');
    await rows.first().waitFor();
    for (const row of await rows.all()) expect((await row.boundingBox())?.height).to.be.at.most(64);
    await page.setViewportSize({ width: 768, height: 900 });
    await page.getByRole('columnheader', { name: 'Prénom' }).waitFor();

    const admin = await stage.visit({
      ...{ user: 'admin', path: '/administration/seances?tab=locations' },
      options: { viewport: { width: 768, height: 900 } },
    });
    await admin.getByRole('columnheader', { name: 'Adresse' }).waitFor();
    const [name, address] = await Promise.all(
      ['td.name', 'td.address'].map((cell) => admin.locator(cell).first().boundingBox()),
    );
    // A name leaves the address as much room as it has to say.
    expect(name?.width).to.be.below(2 * (address?.width ?? 0));
  });

  it('have a ring around all of a field that has something at its end', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { ...hours, name: 'Cerclée' });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Répéter la séance' }).click();
    const weeks = page.getByLabel('Durée');
    await weeks.focus();
    // Above what is beside it, which is painted later.
    const layer = `(() => {
      let focused = document.activeElement;
      while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return getComputedStyle(focused).zIndex;
    })()`;
    expect(await page.evaluate<string>(layer)).to.equal('1');
  });
});
