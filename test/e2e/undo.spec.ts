import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { apiPath, asked, created, listed, setStage, toolPath, type SignedIn } from './stage.js';

interface Stored {
  readonly name: string;
  readonly description: string;
  readonly start: string;
  readonly capacity: number | null;
  readonly version: number;
}

const first = { start: '2027-03-10T10:00', end: '2027-03-10T11:00' };

describe('undoing what was changed in one séance', function () {
  this.timeout(120_000);
  const stage = setStage(3);

  const stored = (by: SignedIn, id: string): Promise<Stored> =>
    asked<Stored>(by, 'GET', `${apiPath}/seances/${id}`);
  const notice = (page: Page) => page.locator('seance-tool .message');
  const undo = (page: Page) => notice(page).getByRole('button', { name: 'Annuler', exact: true });

  async function edited(page: Page, id: string, change: (page: Page) => Promise<void>): Promise<void> {
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Éditer' }).click();
    await page.getByRole('dialog').getByLabel('Nom', { exact: true }).waitFor();
    await change(page);
    await page.getByRole('dialog').first().getByRole('button', { name: 'Ok' }).click();
  }

  for (const width of [1280, 360])
    it(`puts all fields back that an edit changed, ${width} px wide`, async () => {
      const page = await stage.visit({ width });
      const { id } = await created(page, { name: 'Avant', description: '<p>Un texte</p>', ...first });
      const before = await stored(page, id);
      await edited(page, id, async () => {
        await page.getByLabel('Nom', { exact: true }).fill('Après');
        await page.getByLabel("Nombre maximum d'utilisateurs", { exact: true }).fill('7');
      });
      await notice(page).getByText('a été modifiée').waitFor();
      expect(await stored(page, id)).to.include({ name: 'Après', capacity: 7 });
      await expectNoSidewaysScroll(page, 'a notice with what can be done');
      await expectAccessible(page, 'a notice with what can be done');
      await undo(page).click();
      await notice(page).getByText('de nouveau comme avant').waitFor();
      const { version, ...fields } = await stored(page, id);
      expect({ ...before, ...fields, version: before.version }).to.deep.equal({
        ...fields,
        version: before.version,
      });
      expect(fields).to.include({ name: 'Avant', capacity: null, description: '<p>Un texte</p>' });
      expect(version).to.equal(before.version + 2);
    });

  it('puts a séance back that was moved, also out of what is shown', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { name: 'Déplacée', ...first });
    await page.goto(`${toolPath}?view=week&date=2027-03-10`);
    const link = page.getByRole('link', { name: 'Déplacée' });
    for (let days = 0; days < 5; days += 1) await link.press('Shift+ArrowRight');
    await link.press('Enter');
    await page.getByRole('button', { name: 'Déplacer', exact: true }).click();
    await notice(page).getByRole('button', { name: 'Afficher la séance', exact: true }).waitFor();
    expect((await stored(page, id)).start).to.equal('2027-03-15T10:00');
    await undo(page).click();
    await notice(page).getByText('de nouveau comme avant').waitFor();
    expect((await stored(page, id)).start).to.equal('2027-03-10T10:00');
    await link.waitFor();
  });

  it('is refused with its reason when somebody else has changed the séance since', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { name: 'Disputée', ...first });
    await edited(page, id, () => page.getByLabel('Nom', { exact: true }).fill('Mienne'));
    await undo(page).waitFor();
    const other = await stage.signedIn('trainer2');
    await asked(other, 'PATCH', `${apiPath}/seances/${id}`, { capacity: 12 });
    await undo(page).click();
    await notice(page).getByText("Quelqu'un d'autre a modifié cet élément").waitFor();
    expect(await stored(page, id)).to.include({ name: 'Mienne', capacity: 12 });
  });

  it('is not offered for several of a series, which a preview protects', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { name: 'Suite', ...first });
    await asked(page, 'POST', `${apiPath}/seances/${id}/repetitions`, { weekdays: ['WE'], weeks: 2 });
    await edited(page, id, () => page.getByLabel("Nombre maximum d'utilisateurs", { exact: true }).fill('9'));
    await page.getByRole('radio', { name: 'Toute la série' }).check();
    await page
      .getByRole('dialog')
      .last()
      .getByRole('button', { name: /^(Ok|Modifier|Enregistrer)/ })
      .click();
    await notice(page).getByText('3 séances').waitFor();
    expect(await undo(page).count()).to.equal(0);
  });
});

describe('undoing a repetition', function () {
  this.timeout(120_000);
  const stage = setStage(3);

  const notice = (page: Page) => page.locator('seance-tool .message');
  const undo = (page: Page) => notice(page).getByRole('button', { name: 'Annuler', exact: true });

  /** Repeats a new séance over three weeks, and leaves the page with what is said of it. */
  async function repeated(page: Page, name: string): Promise<string> {
    const { id } = await created(page, { name, ...first });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Répéter la séance' }).click();
    const dialog = page.getByRole('dialog', { name: 'Répéter la séance' });
    await dialog.getByLabel('Durée').fill('3');
    await dialog.getByText('3 séances seront créées').waitFor();
    await dialog.getByRole('button', { name: 'Ok' }).click();
    await notice(page).getByText('3 séances').waitFor();
    return id;
  }

  it('deletes what it made, and that can be restored', async () => {
    const page = await stage.visit();
    await repeated(page, 'Cycle');
    await undo(page).click();
    await notice(page).getByText('3 séances supprimées').waitFor();
    expect(await listed(page, `${apiPath}/seances?q=Cycle&size=all`)).to.have.length(1);
    await undo(page).click();
    await notice(page).getByText('3 séances restaurées').waitFor();
    expect(await listed(page, `${apiPath}/seances?q=Cycle&size=all`)).to.have.length(4);
  });

  it('is refused when somebody else has changed one of them since, and names it', async () => {
    const page = await stage.visit();
    await repeated(page, 'Disputée');
    const copies = await listed(page, `${apiPath}/seances?q=Disputée&size=all&sort=-start`);
    const other = await stage.signedIn('trainer2');
    await asked(other, 'PATCH', `${apiPath}/seances/${copies[0]?.id}`, { capacity: 12 });
    await undo(page).click();
    await notice(page).getByText("Quelqu'un d'autre a modifié").waitFor();
    expect(await notice(page).innerText()).to.contain('mercredi 31 mars 2027');
    expect(await listed(page, `${apiPath}/seances?q=Disputée&size=all`)).to.have.length(4);
  });
});

describe('undoing what was done to a place', function () {
  this.timeout(120_000);
  const stage = setStage(3);

  const notice = (page: Page) => page.locator('seance-tool .message');
  const undo = (page: Page) => notice(page).getByRole('button', { name: 'Annuler', exact: true });
  const stateOf = async (by: SignedIn, id: string) =>
    (await asked<{ myEnrolment: { status: string } | null }>(by, 'GET', `${apiPath}/seances/${id}`))
      .myEnrolment?.status;
  const openParts = { enrolmentMode: 'public', ...first };

  it('leaves a place that was just taken, and takes one again that was just left', async () => {
    const { id } = await created(await stage.signedIn(), { name: 'Ouverte', ...openParts });
    const page = await stage.visit({ user: 'learner1' });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: "S'inscrire à la séance" }).click();
    await undo(page).click();
    await notice(page).getByText('Votre désinscription').waitFor();
    expect(await stateOf(page, id)).to.equal(undefined);
    await page.getByRole('button', { name: "S'inscrire à la séance" }).click();
    await notice(page).getByText('Votre inscription').waitFor();
    await page.getByRole('button', { name: 'Se désinscrire' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Se désinscrire' }).click();
    await notice(page).getByText('Votre désinscription').waitFor();
    await undo(page).click();
    await notice(page).getByText('Votre inscription').waitFor();
    expect(await stateOf(page, id)).to.equal('enrolled');
  });

  it('says so when somebody else has the place by then', async () => {
    const { id } = await created(await stage.signedIn(), { name: 'Rare', ...openParts, capacity: 1 });
    const page = await stage.visit({ user: 'learner1' });
    await asked(page, 'PUT', `${apiPath}/seances/${id}/enrolments/me`);
    await asked(await stage.signedIn('learner2'), 'PUT', `${apiPath}/seances/${id}/enrolments/me`);
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Se désinscrire' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Se désinscrire' }).click();
    await undo(page).click();
    await notice(page).getByText('vous êtes en attente, en position 1').waitFor();
  });

  it('goes back to what was chosen before in a group', async () => {
    const staff = await stage.signedIn();
    const parts = { ...openParts, groupName: 'Au choix' };
    const [one, other] = [
      await created(staff, { ...parts, name: 'Matin' }),
      await created(staff, { ...parts, name: 'Midi' }),
    ];
    const page = await stage.visit({ user: 'learner1' });
    await asked(page, 'PUT', `${apiPath}/seances/${one.id}/enrolments/me`);
    await page.goto(`${toolPath}?seance=${other.id}`);
    await page.getByRole('button', { name: "S'inscrire à la séance" }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remplacer Matin' }).click();
    await undo(page).click();
    await notice(page).getByText('Votre inscription à la séance « Matin »').waitFor();
    expect([await stateOf(page, one.id), await stateOf(page, other.id)]).to.deep.equal([
      'enrolled',
      undefined,
    ]);
  });

  it('takes those out again whom staff enrolled, and puts back whom they took out', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { name: 'Atelier', ...openParts });
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: 'Inscrire des apprenants' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Inscrire des apprenants' });
    await dialog.getByRole('checkbox').nth(0).check();
    await dialog.getByRole('checkbox').nth(1).check();
    await dialog.getByRole('button', { name: 'Inscrire', exact: true }).click();
    await notice(page).getByText('2 nouvelles inscriptions').waitFor();
    await undo(page).click();
    await notice(page).getByText('2 apprenants désinscrits').waitFor();
    const enrolments = `${apiPath}/seances/${id}/enrolments`;
    expect(await listed(page, enrolments)).to.deep.equal([]);
    await asked(page, 'POST', enrolments, { userIds: ['learner1'] });
    await page.reload();
    await page.getByRole('button', { name: /^Désinscrire / }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Désinscrire' }).click();
    await undo(page).click();
    await notice(page).getByText('1 inscrit').waitFor();
    expect(await listed(page, enrolments)).to.have.length(1);
  });
});
