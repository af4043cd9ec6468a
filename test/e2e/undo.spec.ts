import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { apiPath, asked, created, setStage, toolPath } from './stage.js';

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

  const stored = (page: Page, id: string): Promise<Stored> =>
    asked<Stored>(page, 'GET', `${apiPath}/seances/${id}`);
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
    const other = await stage.visit({ user: 'trainer2' });
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
