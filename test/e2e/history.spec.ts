import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { seriesWords } from './series-words.js';
import { screens, apiPath, setStage, toolPath, type Language, asked, created, listed } from './stage.js';
import { words } from './words.js';

const french = {
  title: 'Historique',
  created: 'Séance créée',
  edited: 'Séance modifiée',
  enrolled: 'Inscription de Aurélie ADAM',
  change: /Nombre maximum d'utilisateurs\s+\(vide\)\s*→/,
  calendar: 'Ajouter à mon agenda',
  merge: /^Anh Thao PHAM a modifié cette séance le .* Ce que vous avez saisi est toujours là\.$/,
  save: 'Fusionner et enregistrer',
  weekMove: /jeudi 4 mars 2027 à 09:00 → 10:00/,
};

const english: typeof french = {
  title: 'History',
  created: 'Séance created',
  edited: 'Séance edited',
  enrolled: 'Aurélie ADAM: enrolled',
  change: /Maximum number of users\s+\(empty\)\s*→/,
  calendar: 'Add to my calendar',
  merge: /^Anh Thao PHAM changed this séance on .* What you typed is still here\.$/,
  save: 'Merge and save',
  weekMove: /Thursday,? 4 March 2027 at 09:00 → 10:00/,
};

const labels: Readonly<Record<Language, typeof french>> = { fr: french, en: english };
const name = 'Atelier suivi';
const times = { start: '2027-03-03T09:00', end: '2027-03-03T10:00' };

for (const [language, width] of screens) walk(language, width);

function walk(language: Language, width: number): void {
  describe(`a séance that several people work on, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const text = { ...words[language], ...seriesWords[language] };
    const label = labels[language];
    const seances = `${apiPath}/seances`;
    let id: string;

    const open = (user: string, query = `?seance=${id}`): Promise<Page> =>
      stage.visit({ language, width, user, path: `${toolPath}${query}` });
    async function look(page: Page, state: string, pictureName: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      await picture(page, `${language}-${pictureName}-${width}`);
    }

    before(async () => {
      const trainer = await stage.signedIn('trainer1');
      id = (await created(trainer, { name, enrolmentMode: 'manual', ...times })).id;
      await asked(trainer, 'POST', `${seances}/${id}/enrolments`, { userIds: ['learner1'] });
      const [location] = await listed(trainer, `${apiPath}/locations`);
      const data = { capacity: 12, locationId: location?.id, description: '<p>Texte</p>' };
      expect((await trainer.request.patch(`${seances}/${id}`, { data })).status()).to.equal(200);
    });

    it('shows staff what happened, asked for when it is opened', async () => {
      const page = await open('trainer2');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.getByRole('heading', { name, exact: true }).waitFor();
      await page.getByRole('heading', { name: label.title }).waitFor();
      expect(asked.filter((url) => url.includes('/history'))).to.deep.equal([]);
      await page.getByRole('heading', { name: label.title }).click();
      const section = page.getByRole('region', { name: label.title });
      await section.getByText(label.edited).waitFor();
      await section.getByText(label.enrolled).waitFor();
      await section.getByText(label.created).waitFor();
      const content = await section.innerText();
      expect(content).to.match(label.change).and.contain('Charles Montgomery BURNS');
      expect(content).not.to.match(/\d{4}-\d{2}-\d{2}/);
      await section.scrollIntoViewIfNeeded();
      await look(page, 'the history of a séance', 'history');
    });

    it('shows learners no history, and lets them add the séance to their calendar', async () => {
      const page = await open('learner1');
      await page.getByRole('heading', { name, exact: true }).waitFor();
      expect(await page.getByRole('heading', { name: label.title }).count()).to.equal(0);
      const link = page.getByRole('link', { name: label.calendar });
      const calendar = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(await calendar.text()).to.contain(`UID:${id}@seances`);
      await look(page, 'the page of a séance', 'detail-calendar');
    });

    it('says who changed it when two people edit it at once', async () => {
      const page = await open('trainer1');
      await page.getByRole('button', { name: text.edit, exact: true }).click();
      const form = page.getByRole('dialog', { name: text.editTitle });
      await form.getByRole('checkbox', { name: 'Anh Thao PHAM' }).waitFor();
      const other = await open('trainer2');
      const data = { extraInfo: '<p>Porte 3</p>' };
      expect((await other.request.patch(`${seances}/${id}`, { data })).status()).to.equal(200);
      await form.getByLabel(text.capacity, { exact: true }).fill('14');
      await form.getByRole('button', { name: 'Ok', exact: true }).click();
      await form.getByText(label.merge).waitFor();
      await look(page, 'the question after a stale save', 'merge');
      await form.getByRole('button', { name: label.save }).click();
      await form.waitFor({ state: 'detached' });
      await page.getByText('Porte 3', { exact: true }).waitFor();
    });

    it('moves in the calendar with its series, or alone, as staff choose', async () => {
      const page = await open('trainer1', '?view=week&date=2027-03-03');
      const data = { weekdays: ['WE'], weeks: 2 };
      const repeated = await page.request.post(`${seances}/${id}/repetitions`, { data });
      expect(repeated.status()).to.equal(201);
      await page.reload();
      const entry = page.locator(`a[data-id="${id}"]`);
      await entry.focus();
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: text.moveTitle });
      await dialog.getByText(label.weekMove).waitFor();
      await dialog.getByLabel(text.all).check();
      await dialog.getByText(text.willChange(3)).waitFor();
      await look(page, 'the question before a series moves', 'move-series');
      await dialog.getByRole('button', { name: text.move, exact: true }).click();
      await page.getByText(text.changed(3), { exact: true }).waitFor();
      const moved = await asked<{ start: string; seriesId: string }>(page, 'GET', `${seances}/${id}`);
      expect(moved.start).to.equal('2027-03-04T09:00');
      const series = await listed<{ start: string }>(page, `${seances}?series=${moved.seriesId}`);
      expect(series.map(({ start }) => start)).to.deep.equal(
        ['04', '11', '18'].map((day) => `2027-03-${day}T09:00`),
      );
    });
  });
}
