import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import type { Download, Locator, Page } from 'playwright-core';
import readXlsx from 'read-excel-file/node';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { eventually } from '../support/eventually.js';
import { picture } from './picture.js';
import { apiPath, asked, created, listed, setStage, toolPath, type SignedIn } from './stage.js';

const longName =
  'Atelier de rédaction de documents administratifs et de correspondance professionnelle avancée';
const hours = { start: '2027-03-10T10:00', end: '2027-03-10T12:30' };

describe('what is taken out of the tool', function () {
  this.timeout(120_000);
  const stage = setStage();

  /** What comes from "Exporter" in a part of the page. */
  async function exported(page: Page, within: Page | Locator, format: string): Promise<Download> {
    await within.getByRole('button', { name: 'Exporter', exact: true }).click();
    const coming = page.waitForEvent('download');
    await within.getByRole('menuitem', { name: format }).click();
    return coming;
  }

  const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path());

  async function csvOf(download: Download): Promise<readonly (readonly string[])[]> {
    return parse(await bytesOf(download), { bom: true, delimiter: ';' });
  }

  async function withPeople(by: SignedIn, learners: readonly string[], capacity: number): Promise<string> {
    const { items: places } = await asked<{ items: { id: string }[] }>(by, 'GET', `${apiPath}/locations`);
    const seance = { name: longName, enrolmentMode: 'public', capacity, locationId: places[0]?.id, ...hours };
    const { id } = await created(by, { ...seance, trainerIds: ['trainer1', 'trainer2'] });
    await asked(by, 'POST', `${apiPath}/seances/${id}/enrolments`, { userIds: learners });
    return id;
  }

  async function openSheet(page: Page, first = 'Signature du formateur'): Promise<Page> {
    const panel = page.locator('participants-panel');
    await panel.getByRole('button', { name: 'Exporter', exact: true }).click();
    const opening = page.waitForEvent('popup');
    await panel.getByRole('menuitem', { name: "Feuille d'émargement" }).click();
    const sheet = await opening;
    await sheet.getByText(first).waitFor();
    return sheet;
  }

  for (const width of [1280, 360])
    it(`is the list as it is narrowed, all pages of it, ${width} px wide`, async () => {
      const page = await stage.visit({ path: `${toolPath}?size=10`, width });
      await page.getByText('52 résultats').first().waitFor();
      await page.getByRole('button', { name: 'Exporter', exact: true }).click();
      await page.getByRole('menuitem', { name: 'CSV' }).waitFor();
      await expectAccessible(page, 'the menu of the export');
      await expectNoSidewaysScroll(page, 'the menu of the export');
      await picture(page, `fr-export-menu-${width}`);
      await page.keyboard.press('Escape');

      const whole = await exported(page, page, 'CSV');
      expect(whole.suggestedFilename()).to.match(/^Séances - .+\.csv$/);
      await page.getByText(/est prêt/).waitFor();
      await picture(page, `fr-export-done-${width}`);
      const [head = [], ...rows] = await csvOf(whole);
      expect(head.slice(0, 3)).to.deep.equal(['Nom', 'Date de début', 'Date de fin']);
      expect(rows).to.have.length(52);

      await page.goto(`${toolPath}?q=Travail&sort=-name`);
      await page
        .getByRole('link', { name: /^Travail de groupe/ })
        .first()
        .waitFor();
      const some = await listed(page, `${apiPath}/seances?q=Travail&sort=-name&size=all`);
      const [table] = await readXlsx(await bytesOf(await exported(page, page, 'Excel')));
      expect(table?.data.slice(1).map(([name]) => name)).to.deep.equal(some.map(({ name }) => name));
    });

  it("is what a learner's list shows, for learners", async () => {
    const page = await stage.visit({ user: 'learner1' });
    const [head = [], ...rows] = await csvOf(await exported(page, page, 'CSV'));
    expect(head).to.include('Mon inscription').and.not.include('En attente');
    expect(rows).to.have.length(52);
  });

  it('is asked for by the keyboard alone', async () => {
    const page = await stage.visit();
    const button = page.getByRole('button', { name: 'Exporter', exact: true });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Excel' }).waitFor();
    await eventually(async () =>
      expect(await page.locator('export-menu [role=menuitem]:focus').count()).to.equal(1),
    );
    await page.keyboard.press('ArrowDown');
    const coming = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await coming).suggestedFilename()).to.match(/\.csv$/);
  });

  it('is told when it does not come', async () => {
    const page = await stage.visit();
    await page.route('**/seances.csv*', (route) => route.abort());
    await page.getByRole('button', { name: 'Exporter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    await page.getByText('Le serveur ne répond pas.').waitFor();
  });

  it('is who takes part in a séance, as they are narrowed', async () => {
    const page = await stage.visit();
    const id = await withPeople(page, ['learner1', 'learner2', 'learner3'], 2);
    await page.goto(`${toolPath}?seance=${id}`);
    const panel = page.locator('participants-panel');
    const [head, ...rows] = await csvOf(await exported(page, panel, 'CSV'));
    expect(head?.slice(0, 4)).to.deep.equal(['Nom', 'Prénom', 'État', "Rang dans la file d'attente"]);
    expect(rows.map((row) => row.slice(2, 4))).to.deep.equal([
      ['Inscrit', ''],
      ['Inscrit', ''],
      ['En attente', '1'],
    ]);
    await panel.getByLabel('État').selectOption('En attente');
    await eventually(async () => expect(await panel.locator('tbody tr').count()).to.equal(1));
    expect(await csvOf(await exported(page, panel, 'CSV'))).to.have.length(2);
  });

  for (const width of [1280, 360])
    it(`is a sheet to sign: who has a place, room for others, and nobody who waits, ${width} px wide`, async () => {
      const page = await stage.visit({ width });
      const id = await withPeople(page, ['learner1', 'learner2', 'learner3', 'learner4'], 3);
      await page.goto(`${toolPath}?seance=${id}`);
      const panel = page.locator('participants-panel');
      await panel.getByRole('button', { name: 'Exporter', exact: true }).click();
      await panel.getByRole('menuitem', { name: 'CSV' }).waitFor();
      await expectAccessible(page, 'the menu of the participants');
      await picture(page, `fr-export-participants-${width}`);
      await page.keyboard.press('Escape');
      const sheet = await openSheet(page);
      const rows = sheet.locator('.participants tbody tr');
      await eventually(async () => expect(await rows.count()).to.equal(10));
      expect(await sheet.getByText(longName).count()).to.equal(1);
      const text = await sheet.locator('main').innerText();
      for (const said of ['mercredi 10 mars 2027', '10:00 – 12:30', 'Signature du formateur'])
        expect(text).to.contain(said);
      expect((await rows.locator('td:first-child').allInnerTexts()).filter(Boolean)).to.have.length(3);
      await expectAccessible(sheet, 'the sheet');
      await expectNoSidewaysScroll(sheet, 'the sheet');
      await picture(sheet, `fr-sheet-${width}`);
      await sheet.evaluate('window.print = () => { document.title = "printed" }');
      await sheet.getByRole('button', { name: 'Imprimer' }).click();
      await eventually(async () => expect(await sheet.title()).to.equal('printed'));
      await sheet.emulateMedia({ media: 'print' });
      expect(await sheet.getByRole('button').count()).to.equal(0);
    });

  it('is a sheet with everybody of an automatic séance, whose head is on each page', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { name: 'Plénière', enrolmentMode: 'automatic', ...hours });
    await page.goto(`${toolPath}?seance=${id}`);
    const sheet = await openSheet(page);
    const rows = sheet.locator('.participants tbody tr');
    await eventually(async () => expect(await rows.count()).to.equal(43));
    const display = await sheet.evaluate<string>("getComputedStyle(document.querySelector('thead')).display");
    expect(display).to.equal('table-header-group');
    expect((await sheet.pdf({ preferCSSPageSize: true })).length).to.be.above(10_000);
  });

  it('is a sheet with nothing but rows to fill in, where nobody is enrolled', async () => {
    const page = await stage.visit();
    const { id } = await created(page, { name: 'Vide', enrolmentMode: 'manual', ...hours });
    await page.goto(`${toolPath}?seance=${id}`);
    const sheet = await openSheet(page);
    await sheet.getByText("Personne n'est inscrit pour le moment.").waitFor();
    expect(await sheet.locator('.participants tbody tr').count()).to.equal(10);
    expect(await sheet.locator('.trainers tbody tr').count()).to.equal(1);
  });

  it('is no sheet for who closes its window before it is there', async () => {
    const page = await stage.visit();
    const id = await withPeople(page, ['learner1'], 2);
    await page.goto(`${toolPath}?seance=${id}`);
    let answer: () => void = () => undefined;
    const closed = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/enrolments?*status=enrolled*', async (route) => {
      await closed;
      await route.continue();
    });
    const sheet = await openSheet(page, 'Chargement…');
    await sheet.close();
    const answered = page.waitForResponse(/status=enrolled/);
    answer();
    await (await answered).finished();
    expect(await page.locator('.message .box').count()).to.equal(0);
  });

  it('is no sheet, and says why, where the browser opens no window or the server does not answer', async () => {
    const page = await stage.visit();
    const id = await withPeople(page, ['learner1'], 2);
    await page.addInitScript('if (window.opener === null) window.open = () => null');
    await page.goto(`${toolPath}?seance=${id}`);
    const panel = page.locator('participants-panel');
    await panel.getByRole('button', { name: 'Exporter', exact: true }).click();
    await panel.getByRole('menuitem', { name: "Feuille d'émargement" }).click();
    await page.getByText(/n'a pas laissé s'ouvrir/).waitFor();

    const other = await stage.visit({ path: `${toolPath}?seance=${id}` });
    await other.route('**/enrolments?*status=enrolled*', (route) => route.abort());
    const opening = other.waitForEvent('popup');
    const there = other.locator('participants-panel');
    await there.getByRole('button', { name: 'Exporter', exact: true }).click();
    await there.getByRole('menuitem', { name: "Feuille d'émargement" }).click();
    const sheet = await opening;
    if (!sheet.isClosed()) await sheet.waitForEvent('close');
    await other.getByText('Le serveur ne répond pas.').waitFor();
  });
});
