import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { FixedClock } from '../../src/testing/index.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { apiPath, asked, created, setStage, toolPath, type Visit } from './stage.js';

/** A Wednesday: 10:05 in Brussels. */
const now = '2027-03-10T09:05:00Z';

describe('Hours of presence', function () {
  this.timeout(120_000);
  const clock = new FixedClock(now);
  const stage = setStage(3, clock);

  const visit = async (asked: Visit): Promise<Page> => {
    const page = await stage.visit({ ...asked, path: '/spaces/demo' });
    await page.clock.setFixedTime(new Date(now));
    await page.goto(asked.path ?? toolPath);
    return page;
  };

  /** A séance of another quarter, and one that goes on. */
  const keep = async (): Promise<{ readonly id: string }> => {
    const staff = await stage.signedIn();
    const past = await created(staff, {
      ...{ name: 'Atelier de musique', enrolmentMode: 'automatic' },
      ...{ start: '2026-12-02T09:00', end: '2026-12-02T10:30' },
    });
    const today = await created(staff, {
      ...{ name: 'Atelier de théâtre', enrolmentMode: 'automatic' },
      ...{ start: '2027-03-10T10:00', end: '2027-03-10T11:00' },
    });
    const mark = (id: string, marks: readonly object[]) =>
      asked(staff, 'PUT', `${apiPath}/seances/${id}/attendance/1/marks`, { marks });
    await mark(past.id, [
      { userId: 'learner1', mark: 'late', minutes: 15 },
      { userId: 'learner2', mark: 'absent' },
    ]);
    await mark(today.id, [{ userId: 'learner1', mark: 'excused', note: 'Médecin' }]);
    return today;
  };

  const dialogOf = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });

  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const)
    it(`are one's own, per quarter and half-day by half-day, ${width} px wide`, async () => {
      await keep();
      const page = await visit({ user: 'learner1', width, path: '/', options: { colorScheme } });
      await page.getByRole('button', { name: 'Mes présences' }).click();
      const dialog = dialogOf(page, 'Mes présences');
      await dialog.getByText('1 h 15', { exact: true }).first().waitFor();
      const items = (await dialog.getByRole('listitem').allInnerTexts()).map((item) =>
        item.replace(/\s+/g, ' ').trim(),
      );
      expect(items[0]).to.match(/^mercredi 10 mars 2027, 10:00 – 11:00 Atelier de théâtre Excusé 0 min$/);
      expect(items[1]).to.match(
        /^mercredi 2 décembre 2026, 09:00 – 10:30 Atelier de musique En retard \(15 min\) 1 h 15$/,
      );
      expect(await dialog.getByRole('term').allInnerTexts()).to.deep.equal([
        '4e trimestre 2026',
        '1er trimestre 2027',
      ]);
      await expectAccessible(page, 'my hours');
      await expectNoSidewaysScroll(page, 'my hours');
      await picture(page, `fr-my-attendance-${width}`);
    });

  it('are none where nothing is written down, and say so; the tool shows them, too', async () => {
    const page = await visit({ user: 'learner3' });
    await page.getByRole('button', { name: 'Mes présences' }).click();
    await dialogOf(page, 'Mes présences').waitFor();
    await expectAccessible(page, 'no hours');
  });

  it('say on the page of the séance what holds, and why', async () => {
    const { id } = await keep();
    const page = await visit({ user: 'learner1', path: `${toolPath}?seance=${id}` });
    const own = page.locator('my-attendance-mark');
    await own.getByText('Excusé', { exact: true }).waitFor();
    await own.getByText('Médecin').waitFor();
    await own.getByRole('button', { name: 'Mes présences' }).click();
    await dialogOf(page, 'Mes présences').waitFor();
  });

  for (const [width, colorScheme] of [
    [1280, 'dark'],
    [360, 'light'],
  ] as const)
    it(`are those of everybody for staff: searched, narrowed, and taken along, ${width} px wide`, async () => {
      await keep();
      const page = await visit({ user: 'trainer1', width, options: { colorScheme } });
      await page.getByRole('button', { name: 'Heures' }).click();
      const dialog = dialogOf(page, /^Heures/);
      const rows = dialog.getByRole('row');
      await rows.filter({ hasText: 'ADAM' }).waitFor();
      await dialog.getByLabel('Rechercher une personne').fill('adam aurelie');
      const texts = async () => (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
      expect(await texts()).to.deep.equal([
        'Personne 4e trimestre 2026 1er trimestre 2027 Total Demi-journées',
        'Aurélie ADAM 1 h 15 0 min 1 h 15 1 / 2',
        '1 personne 1 h 15 0 min 1 h 15 1 / 2',
      ]);
      await expectAccessible(page, 'the hours of a session');
      await expectNoSidewaysScroll(page, 'the hours of a session');
      await picture(page, `fr-hours-${width}`);
      await dialog.getByLabel('Du', { exact: true }).fill('2027-01-01');
      await dialog.getByLabel('Du', { exact: true }).blur();
      await dialog.getByRole('columnheader', { name: '4e trimestre 2026' }).waitFor({ state: 'detached' });
      const saved = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'CSV' }).click();
      const file = await readFile(await (await saved).path(), 'utf8');
      expect(file).to.contain('ADAM').and.not.to.contain('2026-Q4');
    });
});
