import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { expectContrastInUse } from './contrast.js';
import { picture } from './picture.js';
import { apiPath, asked, created, setStage, toolPath } from './stage.js';

const week = `${toolPath}?view=week&date=2027-03-10`;

async function shown(page: Page): Promise<void> {
  await page.locator('seance-calendar .view[aria-busy="false"]').waitFor();
}

/** A day of the calendar, which is a column or a cell. */
const dayOf = (page: Page, day: string): Locator => page.locator(`[data-day="${day}"]`);

const linesOf = async (entries: Locator): Promise<readonly string[]> =>
  (await entries.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

/** At which hour of the grid something begins, as it is drawn: with the minutes as a fraction. */
async function drawnHour(page: Page, entry: Locator): Promise<number> {
  const [box, hour] = await Promise.all([
    entry.boundingBox(),
    page.locator('.hour-marks li').first().boundingBox(),
  ]);
  const slots = await page.locator('.slots').first().boundingBox();
  const first = parseInt((await page.locator('.hour-marks li').first().textContent()) ?? '', 10);
  if (!box || !hour || !slots) throw new Error('The calendar draws no hours.');
  return first + (box.y - 1 - slots.y) / hour.height;
}

describe('the calendar, and what is true', function () {
  this.timeout(180_000);
  const stage = setStage(3);

  async function visitWith(seances: readonly object[], path = week, visit = {}): Promise<Page> {
    const trainer = await stage.signedIn();
    for (const seance of seances) await created(trainer, seance);
    const reader = await stage.visit({ ...visit, path });
    await shown(reader);
    return reader;
  }

  it('draws a séance of another zone where its instant is, and says its own hour', async () => {
    const conference = {
      ...{ name: 'Depuis Montréal', timeZone: 'America/Montreal' },
      ...{ start: '2027-03-10T09:00', end: '2027-03-10T10:30' },
    };
    const page = await visitWith([conference]);
    const entry = dayOf(page, '2027-03-10').getByRole('link', { name: 'Depuis Montréal' });
    expect(await linesOf(entry)).to.deep.equal(['15:00–16:30 Depuis Montréal (09:00 à Montréal)']);
    expect(await drawnHour(page, entry)).to.be.closeTo(15, 0.05);
  });

  it('says the hours of an hour that clocks skip as the list does', async () => {
    const seance = { name: 'Nuit du changement', start: '2027-03-28T02:30', end: '2027-03-28T03:00' };
    const page = await visitWith([seance], `${toolPath}?view=month&date=2027-03-28`);
    const entry = dayOf(page, '2027-03-28').getByRole('link', { name: seance.name });
    expect(await linesOf(entry)).to.deep.equal(['03:30 Nuit du changement']);
    await page.goto(`${toolPath}?q=changement&page=1`);
    await page.getByText('03:30').first().waitFor();
  });

  it('goes on over nights and days, without an hour more than there has to be', async () => {
    const page = await visitWith([
      { name: 'Nuit de la science', start: '2027-03-09T20:00', end: '2027-03-10T02:00' },
      { name: 'Stage', start: '2027-03-10T09:00', end: '2027-03-12T17:00' },
    ]);
    expect(await linesOf(page.locator('.hour-marks li').first())).to.deep.equal(['08 h']);
    const lines = (day: string) => linesOf(dayOf(page, day).getByRole('link'));
    expect(await lines('2027-03-09')).to.deep.equal(['20:00 → Nuit de la science']);
    expect(await lines('2027-03-10')).to.deep.equal([
      '09:00 → Stage',
      "… → jusqu'à 02:00 Nuit de la science",
    ]);
    expect(await lines('2027-03-11')).to.deep.equal(['jour 2/3 Stage']);
    expect(await lines('2027-03-12')).to.deep.equal(["jour 3/3 → jusqu'à 17:00 Stage"]);
    const heights = await Promise.all(
      ['10', '11', '12'].map((day) =>
        dayOf(page, `2027-03-${day}`).getByRole('link', { name: 'Stage' }).boundingBox(),
      ),
    );
    expect(new Set(heights.map((box) => box?.y)).size, 'heights of the bar').to.equal(1);
    await picture(page, 'fr-calendar-nights-1280');
  });

  const parallel = Array.from({ length: 8 }, (_, index) => ({
    name: `Atelier ${index + 1}`,
    start: '2027-03-08T09:00',
    end: '2027-03-08T11:00',
  }));

  it('has three side by side and a count, which opens the day with all of them', async () => {
    const page = await visitWith(parallel);
    const monday = dayOf(page, '2027-03-08');
    expect(await monday.getByRole('link').count()).to.equal(3);
    expect(await linesOf(monday.getByRole('link'))).to.deep.equal(['Atelier 1', 'Atelier 2', 'Atelier 3']);
    await expectAccessible(page, 'a week with many at one time');
    await picture(page, 'fr-calendar-parallel-1280');
    await monday.getByRole('button', { name: /\+ 5/ }).click();
    await page.getByRole('heading', { level: 2, name: 'lundi 8 mars 2027' }).waitFor();
    await shown(page);
    expect(await page.locator('seance-calendar').getByRole('link').count()).to.equal(8);
    await expectNoSidewaysScroll(page, 'a day with many at one time');
  });

  it('shows all of them on a phone, where every day is a list', async () => {
    const page = await visitWith(parallel, week, { width: 360 });
    expect(await dayOf(page, '2027-03-08').getByRole('link').count()).to.equal(8);
    await expectNoSidewaysScroll(page, 'a week with many at one time');
    await expectAccessible(page, 'a week with many at one time');
    await picture(page, 'fr-calendar-parallel-360');
  });

  for (const width of [1280, 360])
    it(`keeps long names and names from right to left beside their hours, ${width} px wide`, async () => {
      const page = await visitWith(
        [
          { name: 'x'.repeat(255), start: '2027-03-08T09:00', end: '2027-03-08T10:00' },
          { name: 'جلسة 12', start: '2027-03-09T09:00', end: '2027-03-09T10:00' },
          { name: 'שיעור 3', start: '2027-03-10T20:00', end: '2027-03-11T02:00', timeZone: 'Asia/Jerusalem' },
          { name: 'W'.repeat(255), start: '2027-03-09T09:00', end: '2027-03-11T17:00' },
        ],
        week,
        { width },
      );
      for (const view of ['week', 'month', 'day']) {
        await page.goto(`${toolPath}?view=${view}&date=2027-03-09`);
        await shown(page);
        await expectNoSidewaysScroll(page, `a ${view} with long names`);
        await expectAccessible(page, `a ${view} with long names`);
        await picture(page, `fr-calendar-names-${view}-${width}`);
      }
      const hours = page.getByRole('link', { name: 'جلسة 12' }).locator('.hours');
      const name = page.getByRole('link', { name: 'جلسة 12' }).locator('bdi').first();
      expect((await hours.innerText()).replace(/\s+/g, '')).to.equal('09:00–10:00');
      const [left, right] = [await hours.boundingBox(), await name.boundingBox()];
      expect(left?.x ?? 0).to.be.at.most(right?.x ?? 0);
    });

  it('says where it is now, on the clocks of the reader', async () => {
    const page = await stage.visit({ path: toolPath });
    await page.clock.setFixedTime(new Date('2027-03-10T09:30:00Z'));
    await page.goto(week);
    await shown(page);
    const line = page.locator('.now');
    expect(await line.count()).to.equal(1);
    expect(await dayOf(page, '2027-03-10').locator('.now').count()).to.equal(1);
    expect(await drawnHour(page, line)).to.be.closeTo(10.5, 0.05);
  });

  it('shows the days on which the platform is closed, to everybody', async () => {
    const admin = await stage.signedIn('admin');
    const holiday = { name: 'Congé de printemps', startsOn: '2027-03-11', endsOn: '2027-03-12' };
    await asked(admin, 'POST', '/plugins/seances/api/v1/admin/closed-days', holiday);
    for (const view of ['week', 'month']) {
      const page = await stage.visit({ user: 'learner1', path: `${toolPath}?view=${view}&date=2027-03-10` });
      await dayOf(page, '2027-03-11').getByText('Congé de printemps').waitFor();
      const closed = page.locator('[data-day]', { has: page.locator('.closed') });
      expect(
        await Promise.all((await closed.all()).map((day) => day.getAttribute('data-day'))),
      ).to.deep.equal(['2027-03-11', '2027-03-12']);
      await expectAccessible(page, `a closed day in a ${view}`);
    }
  });

  const start = (page: Page) =>
    page.getByRole('dialog').getByLabel('Date de début', { exact: false }).first();
  const end = (page: Page) => page.getByRole('dialog').getByLabel('Date de fin', { exact: false }).first();

  it('creates where an empty place is clicked, or drawn over', async () => {
    const page = await visitWith([]);
    const slots = dayOf(page, '2027-03-11').locator('.slots');
    const box = await slots.boundingBox();
    if (!box) throw new Error('The calendar draws no hours.');
    const hour = box.height / 10;
    await page.mouse.click(box.x + 20, box.y + 2.6 * hour);
    expect(await start(page).inputValue()).to.equal('2027-03-11T10:30');
    expect(await end(page).inputValue()).to.equal('2027-03-11T11:30');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.mouse.move(box.x + 20, box.y + 6.1 * hour);
    await page.mouse.down();
    await page.mouse.move(box.x + 25, box.y + 7.5 * hour, { steps: 4 });
    expect(await linesOf(slots.locator('.planned'))).to.deep.equal(["14:00–15:30 Création d'une séance"]);
    await page.mouse.up();
    expect(await start(page).inputValue()).to.equal('2027-03-11T14:00');
    expect(await end(page).inputValue()).to.equal('2027-03-11T15:30');
  });

  it('creates on the day that is clicked in a month, and on the day that is looked at', async () => {
    const page = await visitWith([], `${toolPath}?view=month&date=2027-03-10`);
    await dayOf(page, '2027-03-17').click({ position: { x: 40, y: 70 } });
    expect(await start(page).inputValue()).to.equal('2027-03-17T09:00');
    await page.keyboard.press('Escape');
    await page.goto(`${toolPath}?view=day&date=2027-03-18`);
    await shown(page);
    await page.locator('seance-calendar').getByRole('button', { name: 'Créer une séance' }).first().click();
    expect(await start(page).inputValue()).to.equal('2027-03-18T09:00');
  });

  it('creates nothing where a learner clicks', async () => {
    const page = await stage.visit({ user: 'learner1', path: week });
    await shown(page);
    await dayOf(page, '2027-03-11').locator('.slots').click();
    expect(await page.getByRole('dialog').count()).to.equal(0);
  });

  it('has the colours that the reader chooses, with a name for each, also after a reload', async () => {
    const page = await visitWith([
      {
        name: 'À Mons',
        start: '2027-03-08T09:00',
        end: '2027-03-08T11:00',
        groupName: 'Groupe A',
        enrolmentMode: 'public',
      },
      {
        name: 'À Liège',
        start: '2027-03-09T09:00',
        end: '2027-03-09T11:00',
        groupName: 'Groupe B',
        enrolmentMode: 'public',
      },
    ]);
    const key = page.getByRole('list', { name: 'Signification des couleurs' });
    expect(await key.count()).to.equal(0);
    await page.getByRole('combobox', { name: 'Couleurs' }).selectOption({ label: 'Par groupe' });
    expect(await linesOf(key.getByRole('listitem'))).to.deep.equal(['Groupe A', 'Groupe B']);
    const toneOf = async (name: string) =>
      /tone-\d/.exec((await page.getByRole('link', { name }).getAttribute('class')) ?? '')?.[0];
    const [mons, liege] = [await toneOf('À Mons'), await toneOf('À Liège')];
    expect(mons).to.not.equal(undefined);
    expect(mons).to.not.equal(liege);
    expect(await linesOf(page.getByRole('link', { name: 'À Mons' }))).to.deep.equal([
      '09:00–11:00 À Mons Groupe A',
    ]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `a ${colorScheme} week in colours`);
      await expectContrastInUse(page, `a ${colorScheme} week in colours`);
    }
    await picture(page, 'fr-calendar-colours-1280');
    await page.reload();
    await shown(page);
    expect(await page.getByRole('combobox', { name: 'Couleurs' }).inputValue()).to.equal('group');
    await key.waitFor();
  });

  it('tells apart what is the reader’s own, what they wait for, and the others', async () => {
    const staff = await stage.signedIn();
    const names = ['Mienne', 'Attendue', 'Autre'];
    const seances = names.map((name) => ({
      ...{ name, capacity: 1, enrolmentMode: 'public' },
      ...{ start: '2027-03-08T09:00', end: '2027-03-08T10:00' },
    }));
    const ids: string[] = [];
    for (const seance of seances) ids.push((await created(staff, seance)).id);
    const other = await stage.signedIn('learner2');
    await asked(other, 'PUT', `${apiPath}/seances/${ids[1] ?? ''}/enrolments/me`, {});
    const page = await stage.visit({ user: 'learner1' });
    for (const id of ids.slice(0, 2)) await asked(page, 'PUT', `${apiPath}/seances/${id}/enrolments/me`, {});
    await page.goto(week);
    await shown(page);
    const links = page.locator('seance-calendar').getByRole('link');
    const said = await links.allTextContents();
    expect(said.map((text) => text.replace(/\s+/g, ' ').trim())).to.deep.equal([
      '09:00–10:00 Vous participez :Mienne',
      '09:00–10:00 En attente :Attendue',
      '09:00–10:00 Autre',
    ]);
    expect(await page.locator('.entry .mark svg').count()).to.equal(2);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page, `a ${colorScheme} week of a learner`);
    }
  });

  it('lets nothing jump while something is dragged through a month, and drops it where it is', async () => {
    const page = await visitWith(
      [{ name: 'Classe virtuelle', start: '2027-03-04T18:00', end: '2027-03-04T19:00' }],
      `${toolPath}?view=month&date=2027-03-10`,
    );
    const heights = async () =>
      Promise.all(
        (await page.locator('.month tr').all()).map(async (row) => (await row.boundingBox())?.height),
      );
    const before = await heights();
    const box = await dayOf(page, '2027-03-04').getByRole('link').boundingBox();
    const target = await dayOf(page, '2027-03-05').boundingBox();
    if (!box || !target) throw new Error('The calendar does not show what is dragged.');
    await page.mouse.move(box.x + 20, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(target.x + 40, box.y + 8, { steps: 6 });
    await page.mouse.move(target.x + 42, box.y + 9);
    expect(await heights()).to.deep.equal(before);
    expect(await dayOf(page, '2027-03-05').locator('.planned').count()).to.equal(1);
    await page.mouse.up();
    await page
      .getByRole('dialog', { name: 'Déplacer la séance' })
      .getByText('vendredi 5 mars 2027')
      .first()
      .waitFor();
  });
});
