import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { demoSessions } from '../../demo/spaces.js';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { eventually } from '../support/eventually.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import {
  apiPath,
  asked,
  created,
  screens,
  setStage,
  toolPath,
  type Language,
  type SignedIn,
} from './stage.js';
import { told, toldAgain } from './told.js';

const french = {
  title: 'Nouveautés',
  unread: (count: string) => `Nouveautés, ${count} non lue${count === '1' ? '' : 's'}`,
  arrived: '1 nouveauté',
  none: 'Aucune nouveauté',
  moved: 'Déplacée',
  more: 'Afficher plus',
  mark: 'Marquer comme lu',
  markAll: 'Tout marquer comme lu',
  preferences: 'Préférences',
  close: 'Fermer',
  retry: 'Réessayer',
  back: 'Retour',
  changes: 'Changements',
  place: 'Ma place',
  daily: 'Une fois par jour',
  chosen: 'Enregistré\u00a0: Changements, Une fois par jour.',
  locked: "Décidé par l'administration de la plateforme.",
};
const english: typeof french = {
  title: 'Notices',
  unread: (count) => `Notices, ${count} unread`,
  arrived: '1 new notice',
  none: 'No notices',
  moved: 'Moved',
  more: 'Show more',
  mark: 'Mark as read',
  markAll: 'Mark all as read',
  preferences: 'Preferences',
  close: 'Close',
  retry: 'Try again',
  back: 'Back',
  changes: 'Changes',
  place: 'My place',
  daily: 'Once a day',
  chosen: 'Saved: Changes, Once a day.',
  locked: 'Decided by the administration of the platform.',
};
const words: Readonly<Record<Language, typeof french>> = { fr: french, en: english };

const api = '/plugins/seances/api/v1';
const long = 'Introduction à la physique quantique et à ses applications'.repeat(3);
const lesson = (name: string, day: string) => ({
  ...{ name, enrolmentMode: 'automatic' },
  ...{ start: `2027-03-${day}T09:00`, end: `2027-03-${day}T10:00` },
});

for (const [language, width] of screens) {
  describe(`what people are told, in the tool, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage(0);
    const text = words[language];
    const visit = (user = 'learner1', path?: string): Promise<Page> =>
      stage.visit({ user, language, width, ...(path !== undefined && { path }) });
    const bell = (page: Page, name = text.title) => page.getByRole('button', { name, exact: true });
    const panel = (page: Page, name = text.title) => page.getByRole('dialog', { name, exact: true });
    const button = (within: Page | Locator, name: string) =>
      within.getByRole('button', { name, exact: true });
    const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

    const saysHour = (page: Page, hour: string): Promise<void> =>
      eventually(async () => expect(await rowOf(page, 'Physique').innerText()).to.contain(hour));

    /** Séances with these names, each moved by somebody else. */
    async function moved(by: SignedIn, ...names: readonly string[]): Promise<readonly string[]> {
      const staff = await stage.signedIn();
      const ids: string[] = [];
      for (const [index, name] of names.entries()) {
        const { id } = await created(staff, lesson(name, `1${index}`));
        const data = { start: `2027-03-1${index}T11:00`, end: `2027-03-1${index}T12:00` };
        await asked(staff, 'PATCH', `${apiPath}/seances/${id}`, data);
        ids.push(id);
      }
      await told(by, stage.databaseUrl, names.length);
      return ids;
    }

    async function expectGood(page: Page, state: string, name: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      await picture(page, `${language}-notice-${name}-${width}`);
    }

    it('is nothing at first: the bell says no number', async () => {
      const page = await visit();
      await bell(page).waitFor();
      await expectGood(page, 'the bell without a number', 'bell-0');
      await bell(page).click();
      await panel(page).getByText(text.none).waitFor();
      await expectGood(page, 'no notices', 'none');
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
      expect(await focused(page)).to.equal(text.title);
    });

    it('is counted at the bell, listed by day, and leads to the séance, which is then read', async () => {
      const page = await visit();
      await moved(page, 'Physique', 'Chimie', 'Latin');
      await page.reload();
      await bell(page, text.unread('3')).waitFor();
      await rowOf(page, 'Physique').getByText(text.moved, { exact: true }).waitFor();
      await expectGood(page, 'the list with séances that have moved', 'bell-3');
      await bell(page, text.unread('3')).press('Enter');
      await panel(page)
        .getByRole('link', { name: /Physique/ })
        .waitFor();
      expect(await panel(page).locator('.told.unread').count()).to.equal(3);
      await expectGood(page, 'three notices', 'list');

      await panel(page)
        .getByRole('link', { name: /Physique/ })
        .click();
      await page.getByRole('heading', { name: 'Physique', level: 2 }).waitFor();
      await bell(page, text.unread('2')).waitFor();
      await page.locator('seance-detail').getByText(text.moved, { exact: true }).waitFor();
      await expectGood(page, 'the page of a séance that has moved', 'detail');
      await button(page, text.back).click();
      await rowOf(page, 'Chimie').getByText(text.moved, { exact: true }).waitFor();
      expect(await rowOf(page, 'Physique').getByText(text.moved, { exact: true }).count()).to.equal(0);
      await page.reload();
      await bell(page, text.unread('2')).waitFor();
    });

    it('stands with the séance in the calendar and on the home page, until it is read', async () => {
      const page = await visit();
      const [physics] = await moved(page, 'Physique');
      const label = page.getByText(text.moved, { exact: true });
      await page.goto(`${toolPath}?view=${width < 600 ? 'day' : 'month'}&date=2027-03-10`);
      await page.locator('seance-calendar .entry').filter({ hasText: 'Physique' }).first().waitFor();
      await page.locator('seance-calendar .entry').filter({ has: label }).first().waitFor();
      await expectGood(page, 'the calendar with a séance that has moved', 'calendar-moved');
      await page.goto('/');
      await page.locator('my-seances li').filter({ hasText: 'Physique' }).filter({ has: label }).waitFor();
      await expectGood(page, 'the séances before somebody, one of which has moved', 'home-moved');
      await page.goto(`${toolPath}?seance=${physics}`);
      await page.locator('seance-detail').getByText(text.moved, { exact: true }).waitFor();
      await bell(page).waitFor();
      await page.goto('/');
      await page.locator('my-seances li').filter({ hasText: 'Physique' }).waitFor();
      expect(await label.count()).to.equal(0);
    });

    it('leads to a séance of another space where the host shows it, by the name of the space', async () => {
      const [session] = demoSessions;
      if (session) stage.directory.attach('empty', session);
      const [staff, page] = [await stage.visit(), await visit()];
      const elsewhere = `${api}/spaces/empty/seances`;
      const { id } = await asked<{ readonly id: string }>(staff, 'POST', elsewhere, lesson('Chimie', '12'));
      const moves = { start: '2027-03-12T11:00', end: '2027-03-12T12:00' };
      await asked(staff, 'PATCH', `${elsewhere}/${id}`, moves);
      await told(page, stage.databaseUrl, 1);
      await page.reload();
      await bell(page, text.unread('1')).click();
      const link = panel(page).getByRole('link', { name: /Chimie/ });
      await link.waitFor();
      await panel(page).getByText('Salle des professeurs', { exact: true }).waitFor();
      await expectGood(page, 'a notice of another space', 'elsewhere');
      await link.click();
      await page.getByRole('heading', { name: 'Chimie', level: 2 }).waitFor();
      expect(new URL(page.url()).pathname).to.equal('/spaces/empty/tools/seances');
      await page.locator('seance-detail').getByText(text.moved, { exact: true }).waitFor();
      await bell(page).waitFor();
    });

    it('is known of séances that were changed before the latest fifty notices', async () => {
      const page = await visit();
      await moved(page, 'Physique', 'Latin');
      await toldAgain(stage.databaseUrl, 'learner1', 60);
      const { knex } = openDatabase(stage.databaseUrl);
      await knex('seance_notice')
        .where('id', 'not like', 'again-%')
        .update({ told_at: '2026-01-01T00:00:00Z' });
      await knex.destroy();
      await page.reload();
      for (const name of ['Physique', 'Latin'])
        await rowOf(page, name).getByText(text.moved, { exact: true }).waitFor();
    });

    it('is read once the page of its séance is, from wherever, and by its button', async () => {
      const page = await visit();
      const [physics] = await moved(page, 'Physique', 'Chimie');
      await page.goto(`${toolPath}?seance=${physics}`);
      await page.locator('seance-detail').getByText(text.moved, { exact: true }).waitFor();
      await bell(page, text.unread('1')).click();
      await button(panel(page), text.mark).click();
      await bell(page).waitFor({ state: 'attached' });
      await eventually(async () => {
        const { unread } = await asked<{ readonly unread: number }>(page, 'GET', `${api}/me/notices`);
        expect(unread).to.equal(0);
      });
    });

    it('is counted up to 99, comes page by page, and is marked as read at once', async () => {
      const page = await visit();
      await moved(page, long);
      await toldAgain(stage.databaseUrl, 'learner1', 119);
      await page.reload();
      await bell(page, text.unread('120')).waitFor();
      await bell(page, text.unread('120')).click();
      await panel(page).locator('.told').first().waitFor();
      expect(await panel(page).locator('.told').count()).to.equal(20);
      await expectGood(page, 'many notices of a long name', 'many');
      await button(panel(page), text.more).click();
      await eventually(async () => expect(await panel(page).locator('.told').count()).to.equal(40));
      await eventually(async () => expect(await focused(page)).to.contain('quantique'));
      await button(panel(page), text.markAll).click();
      await bell(page).waitFor({ state: 'attached' });
      expect(await panel(page).locator('.told.unread').count()).to.equal(0);
      expect(await button(panel(page), text.markAll).count()).to.equal(0);
      await expectGood(page, 'many notices that are read', 'read');
    });

    it('says what cannot be had, and is asked for again', async () => {
      const page = await visit();
      await page.route(/\/me\/notices\?page=/, (route) => route.abort());
      await bell(page).click();
      await button(panel(page), text.retry).waitFor();
      await expectGood(page, 'notices that do not come', 'failure');
      await page.unroute(/\/me\/notices\?page=/);
      await button(panel(page), text.retry).click();
      await panel(page).getByText(text.none).waitFor();
    });

    it('comes while the tool is open: it is said, the list is as it is now, and the focus stays', async () => {
      const page = await visit('learner1', '/');
      const staff = await stage.signedIn();
      const { id } = await created(staff, lesson('Physique', '10'));
      await page.clock.install();
      await page.goto(toolPath);
      await saysHour(page, '09:00');
      await bell(page).waitFor();
      const search = page.getByRole('searchbox').first();
      await search.focus();
      const before = await focused(page);
      const moves = { start: '2027-03-10T11:00', end: '2027-03-10T12:00' };
      await asked(staff, 'PATCH', `${apiPath}/seances/${id}`, moves);
      await told(page, stage.databaseUrl, 1);
      await page.clock.runFor(60_000);
      await bell(page, text.unread('1')).waitFor();
      await page.getByRole('status').filter({ hasText: text.arrived }).waitFor({ state: 'attached' });
      await rowOf(page, 'Physique').getByText(text.moved, { exact: true }).waitFor();
      await saysHour(page, '11:00');
      expect(await focused(page)).to.equal(before);
      await expectGood(page, 'a change that came while the tool was open', 'arrived');
    });

    it('is as they want it: kept at once, but for what the administration decides', async () => {
      const admin = await stage.signedIn('admin');
      await asked(admin, 'PUT', `${api}/admin/notices`, { locked: ['place'] });
      const page = await visit();
      await bell(page).click();
      await button(panel(page), text.preferences).click();
      const preferences = panel(page, text.preferences);
      const changes = preferences.getByLabel(text.changes, { exact: true });
      await changes.selectOption({ label: text.daily });
      await preferences.getByText(text.chosen).waitFor();
      expect(await preferences.getByLabel(text.place, { exact: true }).isDisabled()).to.equal(true);
      await preferences.getByText(text.locked).waitFor();
      await expectGood(page, 'the preferences', 'preferences');
      await page.reload();
      await bell(page).click();
      await button(panel(page), text.preferences).click();
      await changes.waitFor();
      expect(await changes.inputValue()).to.equal('daily');
      await page.route(/notice-preferences/, (route) => route.abort());
      await changes.selectOption('never');
      await preferences.getByRole('alert').waitFor();
      expect(await changes.inputValue(), 'what holds').to.equal('daily');
    });
  });
}
