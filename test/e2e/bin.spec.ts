import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { storeLog } from '../support/attendance-logs.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { apiPath, created, listed, setStage, toolPath, type Language, type SignedIn } from './stage.js';
import { words } from './words.js';

const french = {
  title: 'Corbeille',
  empty: 'La corbeille est vide.',
  hint: /pendant 30 jours/,
  together: /^2 séances supprimées ensemble par Charles Montgomery BURNS, le /,
  alone: /^Supprimée par Charles Montgomery BURNS, le /,
  until: /Peuvent être restaurées jusqu'au /,
  kept: /^Conservée jusqu'au .*décembre 2031.*\s: feuilles d'émargement signées$/,
  select: (name: string) => `Sélectionner ${name}`,
  restoreAll: 'Restaurer les 2 séances',
  restoreOf: (name: string) => `Restaurer ${name}`,
  restore: 'Restaurer',
  restored: (count: number) => (count === 1 ? '1 séance restaurée' : `${count} séances restaurées`),
  displaced: /1 apprenant est remis en attente/,
  offline: /Le serveur ne répond pas/,
  retry: 'Réessayer',
};

const english: typeof french = {
  title: 'Bin',
  empty: 'The bin is empty.',
  hint: /for 30 days/,
  together: /^2 séances deleted together by Charles Montgomery BURNS, on /,
  alone: /^Deleted by Charles Montgomery BURNS, on /,
  until: /Can be restored until /,
  kept: /^Kept until .*1 December 2031.*: signed attendance sheets$/,
  select: (name: string) => `Select ${name}`,
  restoreAll: 'Restore the 2 séances',
  restoreOf: (name: string) => `Restore ${name}`,
  restore: 'Restore',
  restored: (count: number) => `${count} séance${count === 1 ? '' : 's'} restored`,
  displaced: /1 learner is back on the waiting list/,
  offline: /The server does not answer/,
  retry: 'Try again',
};

const labels: Readonly<Record<Language, typeof french>> = { fr: french, en: english };
const names = ['Lunch', 'Présentation du programme', 'Conférence "Aspects pédagogiques"'] as const;

for (const [language, width] of [
  ['fr', 1280],
  ['fr', 360],
  ['en', 1280],
] as const) {
  walk(language, width);
}

function walk(language: Language, width: number): void {
  describe(`the bin, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const [text, label] = [words[language], labels[language]];
    let ids: ReadonlyMap<string, string>;

    before(async () => {
      const seances = await listed(await stage.signedIn(), `${apiPath}/seances?size=all`);
      ids = new Map(seances.map(({ id, name }) => [name, id]));
    });

    const remove = async (by: SignedIn, ...some: readonly string[]) => {
      const data = { ids: some.map((name) => ids.get(name)) };
      expect((await by.request.post(`${apiPath}/seances/delete`, { data })).status()).to.equal(200);
    };
    const openBin = async (page: Page) => {
      await page.getByRole('button', { name: label.title, exact: true }).click();
      await page.getByRole('heading', { name: label.title, exact: true }).waitFor();
    };
    async function look(page: Page, state: string, pictureName: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      await picture(page, `${language}-${pictureName}-${width}`);
    }

    it('is reached from the list, says that it is empty, and is left again', async () => {
      const page = await stage.visit({ language, width });
      await page.getByText(text.results(52), { exact: true }).waitFor();
      await page.getByRole('button', { name: label.title, exact: true }).scrollIntoViewIfNeeded();
      await look(page, 'the list', 'bin-list');
      await openBin(page);
      await page.getByText(label.empty).waitFor();
      await page.getByText(label.hint).waitFor();
      expect(await focused(page)).to.equal(label.title);
      expect(page.url()).to.contain('bin=true');
      await look(page, 'the empty bin', 'bin-empty');
      await page.getByRole('button', { name: text.back }).click();
      await page.getByText(text.results(52), { exact: true }).waitFor();
      await page.goBack();
      await page.getByText(label.empty).waitFor();
    });

    it('shows together what was deleted together, and restores all of it, one, or what is ticked', async () => {
      const page = await stage.visit({ language, width });
      await remove(page, names[0], names[1]);
      await remove(page, names[2]);
      await openBin(page);
      const deletions = page.locator('.deletions > li');
      await page.getByText(label.together).waitFor();
      await page.getByText(label.alone).waitFor();
      await page.getByText(label.until).first().waitFor();
      expect(await deletions.count()).to.equal(2);
      await look(page, 'the bin', 'bin');

      await page.getByRole('checkbox', { name: label.select(names[0]) }).check();
      await page.getByRole('checkbox', { name: label.select(names[2]) }).check();
      await look(page, 'the bin with ticked séances', 'bin-selection');
      await page.locator('.selection').getByRole('button', { name: label.restore, exact: true }).click();
      await page.getByText(label.restored(2), { exact: true }).waitFor();
      await page.getByRole('button', { name: label.restoreOf(names[1]) }).click();
      await page
        .getByText(`${label.restored(1)}${language === 'fr' ? '\u00a0' : ''}: ${names[1]}`, { exact: true })
        .waitFor();
      await page.getByText(label.empty).waitFor();
      await page.getByRole('button', { name: text.back }).click();
      await page.getByText(text.results(52), { exact: true }).waitFor();
    });

    it('says until when a séance is kept of which half-days were signed', async () => {
      const database = openDatabase(stage.databaseUrl);
      await storeLog(new KnexUnitOfWork(database), { seanceId: ids.get(names[0]) ?? '' });
      await database.knex.destroy();
      const page = await stage.visit({ language, width });
      await remove(page, names[0], names[1]);
      await openBin(page);
      await page.getByText(label.kept).waitFor();
      expect(await page.locator('.kept').count()).to.equal(1);
      await look(page, 'the bin with what is kept', 'bin-kept');
    });

    it('restores a deletion whose page was reloaded, and says who has no place any more', async () => {
      const page = await stage.visit({ language, width });
      const seances = `${apiPath}/seances`;
      const hours = { start: '2027-03-01T09:00', end: '2027-03-01T10:00' };
      const three = await Promise.all(
        ['G1', 'G2', 'G3'].map((name) =>
          created(page, { name, groupName: 'Ateliers', enrolmentMode: 'public', ...hours }),
        ),
      );
      ids = new Map(three.map(({ id, name }) => [name, id]));
      const enrol = (name: string) =>
        page.request.post(`${seances}/${ids.get(name)}/enrolments`, { data: { userIds: ['learner1'] } });
      await enrol('G1');
      await remove(page, 'G1', 'G2');
      await enrol('G3');
      await openBin(page);
      await page.reload();
      await page.getByRole('button', { name: label.restoreAll }).click();
      await page.getByText(label.displaced).waitFor();
      await page.getByText(label.empty).waitFor();
      await look(page, 'the bin after a restoration', 'bin-restored');
    });

    it('says so when the server does not answer, and tries again', async () => {
      const page = await stage.visit({ language, width });
      await page.getByText(text.results(52), { exact: true }).waitFor();
      await page.route('**/deletions?*', (route) => route.abort());
      await openBin(page);
      await page.getByText(label.offline).waitFor();
      await look(page, 'the bin without an answer', 'bin-offline');
      await page.unroute('**/deletions?*');
      await page.getByRole('button', { name: label.retry }).click();
      await page.getByText(label.empty).waitFor();
    });

    it('is not for learners, whatever the address says', async () => {
      const page = await stage.visit({ language, width, user: 'learner1', path: `${toolPath}?bin=true` });
      await page.getByText(text.results(52), { exact: true }).waitFor();
      expect(await page.getByRole('button', { name: label.title, exact: true }).count()).to.equal(0);
    });
  });
}
