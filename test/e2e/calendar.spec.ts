import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { screens, apiPath, setStage, toolPath, type Language, listed, type SignedIn } from './stage.js';
import { words } from './words.js';

const conference = 'Conférence "Aspects pédagogiques"';

for (const [language, width] of screens) walk(language, width);

function walk(language: Language, width: number): void {
  describe(`the calendar, ${language}, ${width} px wide`, function () {
    this.timeout(180_000);
    const stage = setStage();
    const text = words[language];
    const titleOf = (page: Page, name: string): Locator => page.getByRole('heading', { level: 2, name });

    async function expectGood(page: Page, view: string): Promise<void> {
      await page.locator('seance-calendar .view[aria-busy="false"]').waitFor();
      await expectNoSidewaysScroll(page, view);
      await expectAccessible(page, view);
      await picture(page, `${language}-calendar-${view}-${width}`);
    }

    it('is loaded when it is asked for, and shows the same search as the list, in the address', async () => {
      const page = await stage.visit({ language, width, path: `${toolPath}?date=2027-01-01&q=pedagogiques` });
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.getByText(text.results(1), { exact: true }).waitFor();
      expect(loaded.filter((url) => url.includes('seance-calendar'))).to.deep.equal([]);
      await page.getByRole('button', { name: text.calendar }).click();
      await page.locator('seance-calendar').waitFor();
      expect(new URL(page.url()).searchParams.get('view')).to.equal('month');
      expect(await page.getByRole('searchbox').inputValue()).to.equal('pedagogiques');
      await page.getByRole('button', { name: text.list, exact: true }).click();
      await page.getByText(text.results(1), { exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.has('view')).to.equal(false);
    });

    it('turns months, opens a week and a day, and comes back by the address', async () => {
      const page = await stage.visit({ language, width, path: `${toolPath}?view=month&date=2027-01-01` });
      await titleOf(page, text.titles.month).waitFor();
      await expectGood(page, 'month');
      await page.getByRole('button', { name: text.next }).click();
      await titleOf(page, text.titles.nextMonth).waitFor();
      await page.goBack();
      await titleOf(page, text.titles.month).waitFor();

      await page.getByRole('button', { name: text.titles.day }).click();
      await titleOf(page, text.titles.day).waitFor();
      await page.getByRole('link', { name: conference }).waitFor();
      await expectGood(page, 'day');
      await page.getByRole('button', { name: text.views.week, exact: true }).click();
      await titleOf(page, text.titles.week).waitFor();
      await expectGood(page, 'week');
      await page.reload();
      await titleOf(page, text.titles.week).waitFor();
    });

    it('opens a séance with Enter, and has the focus on it again afterwards', async () => {
      const page = await stage.visit({
        ...{ language, width, user: 'learner1' },
        path: `${toolPath}?view=week&date=2027-01-11`,
      });
      await page.getByRole('link', { name: conference }).press('Enter');
      await page.getByRole('heading', { name: text.detail }).waitFor();
      await page.getByRole('button', { name: text.back }).click();
      await page.locator('seance-calendar a:focus').waitFor();
      await page.getByRole('link', { name: conference }).press('Shift+ArrowRight');
      expect(await page.locator('.entry.movable, .entry.moving').count()).to.equal(0);
    });

    it('gives an address to subscribe to, which is nobody’s once it is revoked', async () => {
      const page = await stage.visit({
        ...{ language, width, user: 'learner1' },
        path: `${toolPath}?view=day&date=2027-01-11`,
      });
      await page.getByRole('button', { name: text.subscribe }).click();
      const dialog = page.getByRole('dialog').first();
      await dialog.getByRole('button', { name: text.newAddress }).click();
      const address = await dialog.getByLabel(text.feedAddress).inputValue();
      expect(await dialog.locator('.primary').allInnerTexts()).to.deep.equal([text.copy]);
      const links = dialog.getByRole('link');
      const webcal = address.replace(/^http:/, 'webcal:');
      expect(await links.first().getAttribute('href')).to.equal(webcal);
      const google = new URL((await links.last().getAttribute('href')) ?? '');
      expect(google.searchParams.get('cid')).to.equal(webcal);
      await expectGood(page, 'subscription');
      const feed = await page.request.get(address);
      expect(await feed.text()).to.match(/^BEGIN:VCALENDAR/);
      for (const button of [text.renewFeed, text.revokeFeed]) {
        await dialog.getByRole('button', { name: button }).click();
        await expectGood(page, 'question');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').nth(1).waitFor({ state: 'detached' });
        expect(await dialog.getByLabel(text.feedAddress).inputValue()).to.equal(address);
      }
      await dialog.getByRole('button', { name: text.revokeFeed }).click();
      await page.getByRole('dialog').nth(1).getByRole('button', { name: text.revokeFeed }).click();
      await dialog.getByLabel(text.feedAddress).waitFor({ state: 'detached' });
      expect((await page.request.get(address)).status()).to.equal(404);
    });

    it('moves a séance by keyboard, which asks first', async () => {
      const page = await stage.visit({ language, width, path: `${toolPath}?view=week&date=2027-01-11` });
      const link = page.getByRole('link', { name: conference });
      await link.press('Shift+ArrowRight');
      await page.locator('.entry.moving').waitFor();
      await link.press('Escape');
      await page.locator('.entry.moving').waitFor({ state: 'detached' });

      await link.press('Shift+ArrowRight');
      await link.press('Shift+Alt+ArrowUp');
      await link.press('Enter');
      const dialog = page.getByRole('dialog', { name: text.moveTitle });
      await dialog.getByText(text.movedTo).waitFor();
      await dialog.getByText(text.resizedTo).waitFor();
      await expectAccessible(page, 'the question before a move');
      await dialog.getByRole('button', { name: text.move, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await storedTimes(page)).to.deep.equal(['2027-01-12T10:00', '2027-01-12T11:45']);
    });

    it('moves a séance by dragging it, and leaves it where it is when that is given up', async function () {
      if (width < 600) this.skip();
      const page = await stage.visit({ language, width, path: `${toolPath}?view=month&date=2027-01-01` });
      const before = await storedTimes(page);
      const dialog = page.getByRole('dialog', { name: text.moveTitle });
      await dragTo(page, '[data-day="2027-01-20"]');
      await dialog.getByRole('button', { name: text.cancel, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await storedTimes(page)).to.deep.equal(before);

      await dragTo(page, '[data-day="2027-01-20"]');
      await dialog.getByRole('button', { name: text.move, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.locator('[data-day="2027-01-20"]').getByRole('link', { name: conference }).waitFor();
      expect(await storedTimes(page)).to.deep.equal(before.map((time) => `2027-01-20${time.slice(10)}`));
    });
  });
}

async function dragTo(page: Page, target: string): Promise<void> {
  const [from, to] = await Promise.all([
    page.getByRole('link', { name: conference }).boundingBox(),
    page.locator(target).boundingBox(),
  ]);
  if (!from || !to) throw new Error('The calendar does not show what is dragged, or where to.');
  await page.mouse.move(from.x + 20, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + 30, { steps: 5 });
  await page.mouse.up();
}

async function storedTimes(by: SignedIn): Promise<readonly string[]> {
  const found = await listed<{ start: string; end: string }>(by, `${apiPath}/seances?q=pedagogiques`);
  return found.flatMap(({ start, end }) => [start, end]);
}
