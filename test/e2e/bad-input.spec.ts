import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { created, setStage, toolPath, type SignedIn } from './stage.js';

const hours = { start: '2040-05-07T09:00', end: '2040-05-07T10:30', enrolmentMode: 'public' };
const columns = ['name', 'start', 'end', 'capacity', 'enrolmentMode', 'group', 'location', 'trainers'];
const arabic = 'ورشة العمل الأولى 3';
const unbroken = 'W'.repeat(255);

/** A name of 255 characters without a space, one from right to left, and sixty trainers in one séance. */
async function createBadOnes(by: SignedIn, databaseUrl: string): Promise<readonly string[]> {
  const many = await created(by, { ...hours, name: 'Soixante formateurs', trainerIds: ['trainer1'] });
  const long = await created(by, { ...hours, name: unbroken, groupName: 'G'.repeat(200) });
  const turned = await created(by, { ...hours, name: arabic, timeZone: 'America/Montreal', capacity: 3 });
  const { knex } = openDatabase(databaseUrl);
  const [like] = (await knex('seance_trainer').where({ seance_id: many.id })) as readonly object[];
  await knex('seance_trainer').insert(
    Array.from({ length: 59 }, (_, index) => ({
      ...like,
      user_id: `many${index}`,
      name: index === 0 ? unbroken : `Formatrice Composée ${index}`,
      position: index + 1,
    })),
  );
  await knex.destroy();
  return [many.id, long.id, turned.id];
}

async function expectNoScroll(page: Page, what: string): Promise<void> {
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width, what).to.be.at.most(page.viewportSize()?.width ?? 0);
}

describe('What nobody writes by hand', function () {
  this.timeout(120_000);
  const stage = setStage();

  for (const width of [1280, 360])
    it(`stays within its place in list, page and form, ${width} pixels wide`, async () => {
      const page = await stage.visit({ width });
      const ids = await createBadOnes(page, stage.databaseUrl);
      await page.evaluate(`localStorage.setItem('seances.columns', '${JSON.stringify(columns)}')`);
      await page.goto(`${toolPath}?from=2040-05-07`);
      const rows = page.locator('seance-table tbody tr');
      await rows.filter({ hasText: 'Soixante' }).waitFor();
      await expectNoScroll(page, 'the list');
      for (const row of await rows.all())
        expect((await row.boundingBox())?.height, await row.innerText()).to.be.at.most(300);
      await rows.getByText('et 57 autres').waitFor();

      for (const id of ids) {
        await page.goto(`${toolPath}?seance=${id}`);
        await page.getByRole('heading', { level: 2 }).waitFor();
        await expectNoScroll(page, `the page of ${id}`);
        await page.getByRole('button', { name: 'Éditer' }).click();
        await page.getByRole('textbox', { name: 'Nom', exact: true }).waitFor();
        await expectNoScroll(page, `the form of ${id}`);
        for (const field of await page.getByRole('dialog').locator('.body > *').all())
          expect((await field.boundingBox())?.width, `a field of ${id}`).to.be.at.most(width);
      }
    });

  it('turns no hours beside it', async () => {
    const page = await stage.visit({ width: 360 });
    await createBadOnes(page, stage.databaseUrl);
    await page.goto(`${toolPath}?q=${encodeURIComponent(arabic)}`);
    const row = page.locator('seance-table tbody tr');
    await row.waitFor();
    // Where each stands counts, not how the text is stored.
    const times = row.locator('.together time');
    const [from, until] = await Promise.all([times.first().boundingBox(), times.last().boundingBox()]);
    expect((from?.x ?? 0) + (from?.width ?? 0)).to.be.at.most(until?.x ?? 0);
    expect((await row.innerText()).replaceAll(/\s+/g, ' ')).to.contain(
      'lun. 07/05/2040 15:00–16:30 (09:00–10:30 à Montréal)',
    );
  });
});
