import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { apiPath, asked, created, setStage, toolPath, type SignedIn } from './stage.js';

interface Windowed {
  readonly enrolmentOpens: string | null;
  readonly enrolmentCloses: string | null;
}

/** Far from now: the clocks that count are those of the server, and then those of the browser. */
const seance = {
  ...{ name: 'Atelier', enrolmentMode: 'public', timeZone: 'Europe/Brussels' },
  ...{ start: '2037-03-11T10:00', end: '2037-03-11T11:00' },
  ...{ enrolmentOpens: '2037-03-02T09:00', enrolmentCloses: '2037-03-10T18:00' },
};

describe('when learners may enrol themselves', function () {
  this.timeout(120_000);
  const stage = setStage(3);

  const stored = (by: SignedIn, id: string): Promise<Windowed> =>
    asked<Windowed>(by, 'GET', `${apiPath}/seances/${id}`);
  /** With a clock that goes on when the test says so. */
  const visitAt = async (now: string, path: string, more: { timeZone?: string; width?: number } = {}) => {
    const page = await stage.visit({ user: 'learner1', path: '/', ...more });
    await page.clock.install({ time: new Date(now) });
    await page.goto(path);
    return page;
  };

  for (const width of [1280, 360])
    it(`is typed in the form of a public séance, ${width} px wide`, async () => {
      const page = await stage.visit({ width });
      await page.getByRole('button', { name: 'Créer une séance' }).first().click();
      const form = page.getByRole('dialog');
      await form.getByLabel('Nom', { exact: true }).fill('Atelier');
      const [opens, closes] = ['Ouverture des inscriptions', 'Clôture des inscriptions'].map((label) =>
        form.getByLabel(label, { exact: true }),
      ) as [ReturnType<Page['getByLabel']>, ReturnType<Page['getByLabel']>];
      await form.getByLabel('Inscription aux séances', { exact: true }).selectOption('Manuelle');
      expect(await opens.count()).to.equal(0);
      await form.getByLabel('Inscription aux séances', { exact: true }).selectOption('Publique');
      await form.getByText('Vide\u00a0: tout de suite.').waitFor();
      await form.getByText('Vide\u00a0: au début de la séance.').waitFor();
      await form.getByLabel('Date de début', { exact: true }).fill(seance.start);
      await opens.fill('2037-03-12T09:00');
      await form.getByRole('button', { name: 'Ok' }).click();
      await form.getByText('Les inscriptions doivent ouvrir avant le début de la séance.').waitFor();
      await opens.fill(seance.enrolmentOpens);
      await closes.fill('2037-03-01T09:00');
      await form.getByRole('button', { name: 'Ok' }).click();
      await form.getByText('Les inscriptions doivent se terminer après leur ouverture.').waitFor();
      await expectNoSidewaysScroll(page, 'the form with a wrong window');
      await expectAccessible(page, 'the form with a wrong window');
      await picture(page, `fr-window-form-${width}`);
      await closes.fill(seance.enrolmentCloses);
      await form.getByRole('button', { name: 'Ok' }).click();
      await form.waitFor({ state: 'detached' });
      const { items } = await asked<{ items: Windowed[] }>(page, 'GET', `${apiPath}/seances?q=atelier`);
      expect(items[0]).to.include({
        enrolmentOpens: seance.enrolmentOpens,
        enrolmentCloses: seance.enrolmentCloses,
      });
    });

  it('is kept by an edit of something else, and emptied', async () => {
    const page = await stage.visit({ path: '/' });
    const { id } = await created(page, seance);
    await page.goto(`${toolPath}?seance=${id}`);
    await page.getByText('Ouverture des inscriptions\u00a0:').waitFor();
    const edit = async (label: string, value: string): Promise<void> => {
      await page.getByRole('button', { name: 'Éditer' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(label, { exact: true }).fill(value);
      await form.getByRole('button', { name: 'Ok' }).click();
      await form.waitFor({ state: 'detached' });
    };
    await edit('Nom', 'Atelier bis');
    expect(await stored(page, id)).to.include({ enrolmentOpens: seance.enrolmentOpens });
    await edit('Ouverture des inscriptions', '');
    expect(await stored(page, id)).to.include({
      enrolmentOpens: null,
      enrolmentCloses: seance.enrolmentCloses,
    });
    await page.getByText('Historique').click();
    await page.getByText('lundi 2 mars 2037 à 09:00').waitFor();
  });

  for (const width of [1280, 360])
    it(`is told to learners, whose button comes when the time has come, ${width} px wide`, async () => {
      const staff = await stage.signedIn();
      const { id } = await created(staff, seance);
      const list = await visitAt('2037-03-02T07:59:30Z', `${toolPath}?q=atelier&page=1`, { width });
      await list.getByText('Ouvre le lun. 02/03 09:00').waitFor();
      const button = list.getByRole('button', { name: "S'inscrire à la séance" });
      expect(await button.count()).to.equal(0);
      await expectNoSidewaysScroll(list, 'the list before enrolment opens');
      await expectAccessible(list, 'the list before enrolment opens');
      await picture(list, `fr-window-list-${width}`);
      const box = await list.locator('seance-table tbody tr').first().boundingBox();
      expect(box?.height).to.be.at.most(120);
      await list.clock.runFor(60_000);
      await button.waitFor();

      const detail = await visitAt('2037-03-01T12:00:00Z', `${toolPath}?seance=${id}`, { width });
      await detail.getByText('Les inscriptions ouvrent le lundi 2 mars 2037 à 09:00.').waitFor();
      await detail.getByText('mardi 10 mars 2037 à 18:00').waitFor();
      await expectAccessible(detail, 'the page before enrolment opens');
      await picture(detail, `fr-window-detail-${width}`);
      const late = await visitAt('2037-03-10T17:00:00Z', `${toolPath}?seance=${id}`, { width });
      await late.getByText('Les inscriptions à cette séance sont closes.', { exact: false }).waitFor();
    });

  it('is told in the hours of the reader, and after them in those of the séance', async () => {
    const staff = await stage.signedIn();
    const { id } = await created(staff, { ...seance, timeZone: 'America/Montreal' });
    const page = await visitAt('2037-03-01T12:00:00Z', `${toolPath}?seance=${id}`);
    await page
      .getByText('Les inscriptions ouvrent le lundi 2 mars 2037 à 15:00 (09:00 à Montréal).')
      .waitFor();
  });

  it('is refused by the server where the clock of the browser is fast', async () => {
    const staff = await stage.signedIn();
    const { id } = await created(staff, seance);
    const page = await visitAt('2037-03-05T12:00:00Z', `${toolPath}?seance=${id}`);
    await page.getByRole('button', { name: "S'inscrire à la séance" }).click();
    await page.locator('seance-tool .message').getByText('ne sont pas encore ouvertes').waitFor();
  });
});
