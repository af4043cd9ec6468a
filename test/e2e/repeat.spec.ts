import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { close } from '../application/repetition/campus/holidays.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { eventually } from '../support/eventually.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { seriesWords } from './series-words.js';
import { screens, apiPath, asked, created, setStage, toolPath, type Language } from './stage.js';
import { words } from './words.js';

/** A Saturday night; the clocks go back in the night of the Saturday after. */
const source = {
  name: 'Nuit des étoiles',
  start: '2026-10-17T22:00',
  end: '2026-10-18T04:00',
  locationId: 'agora',
};
const rival = {
  name: 'Réunion tardive',
  start: '2026-11-07T23:00',
  end: '2026-11-07T23:30',
  locationId: 'agora',
};

for (const [language, width] of screens) walk(language, width);

/** A séance is repeated, its series changed and deleted: in the dialog of repetitions and those around it. */
function walk(language: Language, width: number): void {
  describe(`a series on the screen, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const text = { ...words[language], ...seriesWords[language] };
    const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });
    const press = (within: Page | Locator, name: string): Promise<void> =>
      within.getByRole('button', { name, exact: true }).click();

    let sourceId: string;

    before(async () => {
      const { knex } = openDatabase(stage.databaseUrl);
      await close(knex, 'Toussaint', '2026-10-31', '2026-11-01');
      await knex.destroy();
      const trainer = await stage.signedIn();
      sourceId = (await created(trainer, source)).id;
      await created(trainer, rival);
    });

    async function visit(): Promise<Page> {
      return stage.visit({ language, width, path: `${toolPath}?q=etoiles` });
    }

    /** To who has repeated the séance until a Saturday, the closed day included. */
    async function visitSeries(until: string, exceptDates: readonly string[] = []): Promise<Page> {
      const page = await visit();
      const repetition = { weekdays: ['SA'], until, exceptDates, skipClosedDays: false };
      await asked(page, 'POST', `${apiPath}/seances/${sourceId}/repetitions`, repetition);
      await page.reload();
      return page;
    }

    async function act(page: Page, name: string, action: string): Promise<void> {
      await press(page, text.actionsOf(name));
      await page.getByRole('menuitem', { name: action }).click();
    }

    async function openRepetition(page: Page): Promise<Locator> {
      await act(page, source.name, text.repeat);
      const form = dialog(page, text.repeat);
      await form.waitFor();
      return form;
    }

    /** The row of a day of the month in the preview: in both languages it follows the day of the week. */
    const dateRow = (form: Locator, day: number): Locator =>
      form.getByRole('listitem').filter({ hasText: new RegExp(`^\\s*\\S+ ${day} `) });

    async function expectGood(page: Page, state: string, name: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      await picture(page, `${language}-${name}-${width}`);
    }

    async function rows(page: Page): Promise<readonly string[]> {
      return page
        .getByRole('row')
        .filter({ has: page.getByRole('link') })
        .allInnerTexts();
    }

    it('proposes the séance’s own weekday until the session ends, and wants one end', async () => {
      const page = await visit();
      const form = await openRepetition(page);
      expect(await form.getByLabel(text.until, { exact: true }).inputValue()).to.equal('2027-06-30');
      await form.getByLabel(text.until, { exact: true }).fill('');
      for (const [index, day] of text.weekdays.entries())
        expect(await form.getByLabel(day, { exact: true }).isChecked(), day).to.equal(index === 5);
      await form.getByText(text.unit, { exact: true }).waitFor();
      await press(form, 'Ok');
      await form.getByText(text.noEnd, { exact: true }).waitFor();
      await eventually(async () => expect(await focused(page)).to.equal(text.until));
      await form.getByLabel(text.weeks, { exact: true }).fill('4');
      await form.getByText(text.willCreate(3)).waitFor();
      await form.getByLabel(text.until, { exact: true }).fill('2026-10-01');
      expect(await form.getByLabel(text.weeks, { exact: true }).inputValue()).to.equal('');
      await form.getByText(text.tooEarly).first().waitFor();
      await form.getByLabel(text.until, { exact: true }).fill('2026-11-14');
      await form.getByText(text.willCreate(3)).waitFor();
      await form.getByLabel(text.weeks, { exact: true }).fill('1040');
      expect(await form.getByLabel(text.until, { exact: true }).inputValue()).to.equal('');
      await form.getByText(text.tooMany).first().waitFor();
      await press(form, text.cancel);
      await press(form, text.discard);
      await form.waitFor({ state: 'detached' });
    });

    it('shows each date, what is skipped, what clashes, and what a clock change does', async () => {
      const page = await visit();
      const form = await openRepetition(page);
      await form.getByLabel(text.weeks, { exact: true }).fill('4');
      const status = form.getByText(text.willCreate(3));
      for (const part of [text.leftOut, text.clashing])
        await eventually(async () => expect(await status.innerText()).to.contain(part));
      await dateRow(form, 24).getByText(text.longer).waitFor();
      await dateRow(form, 31).getByText(text.closed).waitFor();
      await dateRow(form, 7).getByText(text.clash).waitFor();
      expect(await dateRow(form, 14).innerText()).to.match(/14.*22:00.*04:00.*Nuit des étoiles \[3\]/s);
      await expectGood(page, 'the repetition', 'repetition');
    });

    it('creates what is ticked: an exception and an unticked date less, a closed day more', async () => {
      const page = await visit();
      const form = await openRepetition(page);
      await form.getByLabel(text.weekdays[4] ?? '', { exact: true }).check();
      await form.getByLabel(text.until, { exact: true }).fill('2026-11-07');
      await form.getByText(text.willCreate(5)).waitFor();
      await dateRow(form, 31).getByRole('checkbox').check();
      await dateRow(form, 31).getByText(text.keptOpen).waitFor();
      await dateRow(form, 30).getByRole('checkbox').uncheck();
      await form.getByText(text.options).click();
      await form.getByLabel(text.interval, { exact: true }).fill('2');
      await form.getByLabel(text.interval, { exact: true }).fill('1');
      await form.getByLabel(text.exceptions, { exact: true }).fill('2026-10-23');
      await press(form, text.add);
      await form.getByLabel(text.exceptions, { exact: true }).fill('2026-11-06');
      await form.getByText(text.willCreate(4)).waitFor();
      await expectGood(page, 'the options of a repetition', 'repetition-options');
      await press(form, 'Ok');
      await form.waitFor({ state: 'detached' });
      await page.getByText(text.created(3), { exact: true }).waitFor();
      await press(page, text.showSeries);
      await page.getByText(text.results(4), { exact: true }).waitFor();
      const dates = (await rows(page)).map((row) => /(\d\d\/\d\d)(\/2026)?,? 22:00/.exec(row)?.[1]);
      expect(dates).to.deep.equal(['17/10', '24/10', '31/10', '07/11']);
    });

    it('filters on the series, from the list and from the page of a séance, until the filter is taken away', async () => {
      const page = await visitSeries('2026-11-07');
      await press(page, `${text.showSeries}${text.of}${source.name} [1]`);
      await page.getByText(text.results(4), { exact: true }).waitFor();
      await page.getByText(text.filtered, { exact: true }).waitFor();
      await expectGood(page, 'the list of a series', 'series');
      await page.getByRole('link', { name: `${source.name} [2]`, exact: true }).click();
      await press(page, text.showSeries);
      await page.reload();
      await page.getByText(text.results(4), { exact: true }).waitFor();
      await press(page, text.clearFilter);
      await page.getByText(text.results(57), { exact: true }).waitFor();
      expect(new URL(page.url()).search).to.equal('');
    });

    it('extends the series when one of it is repeated, and says so', async () => {
      const page = await visitSeries('2026-11-07');
      const form = await openRepetition(page);
      await form.getByText(text.extends).waitFor();
      await form.getByLabel(text.weeks, { exact: true }).fill('5');
      await form.getByText(text.willCreate(2)).waitFor();
      for (const day of [24, 7, 14]) await dateRow(form, day).getByRole('checkbox').uncheck();
      await form.getByText(text.willCreate(1)).waitFor();
      await dateRow(form, 21).getByText(`${source.name} [4]`).waitFor();
      await press(form, 'Ok');
      await page.getByText(text.created(1), { exact: true }).waitFor();
      await page.getByRole('link', { name: `${source.name} [4]`, exact: true }).waitFor();
    });

    it('changes one séance, all of them, or those that follow, and shows first what that does', async () => {
      const page = await visitSeries('2026-11-21', ['2026-11-14']);
      await edit(page, `${source.name} [1]`, { [text.capacity]: '5' }, text.this);
      await eventually(async () => expect((await rows(page))[1]).to.match(/\b5\b/));
      const changes = { [text.start]: '2026-10-17T21:00', [text.capacity]: '20' };
      await edit(page, source.name, changes, text.all, async (question) => {
        await question.getByText(text.willChange(5)).waitFor();
        const changed = question.getByRole('listitem').filter({ hasText: '[1]' });
        expect(await changed.innerText()).to.match(/24.*22:00.*04:00.*→.*21:00.*03:00/s);
        await changed.getByText(text.kept).waitFor();
        await question.getByRole('listitem').filter({ hasText: '[2]' }).getByText(text.closed).waitFor();
        await expectGood(page, 'the preview of a change', 'series-change');
      });
      await page.getByText(text.changed(5), { exact: true }).waitFor();
      await eventually(async () => {
        const found = (await rows(page)).map((row) => [row.includes('21:00'), /\b20\b/.test(row)]);
        expect(found).to.deep.equal([true, false, true, true, true].map((capacity) => [true, capacity]));
      });
      await edit(
        page,
        `${source.name} [2]`,
        { [text.name]: 'Nuit des étoiles filantes' },
        text.following,
        (question) => question.getByText(text.willChange(3)).waitFor(),
      );
      await page.getByText(text.changed(3), { exact: true }).waitFor();
      await press(page, `${text.showSeries}${text.of}Nuit des étoiles filantes [3]`);
      await page.getByText(text.results(3), { exact: true }).waitFor();
    });

    it('deletes those that follow after having said how many, and brings them all back', async () => {
      const page = await visitSeries('2026-11-21', ['2026-11-14']);
      await act(page, `${source.name} [3]`, text.remove);
      const one = dialog(page, text.confirmTitle);
      await one.getByLabel(text.following).check();
      const several = dialog(page, text.deleteTitle);
      await several.getByText(text.deletes(2)).waitFor();
      await expectGood(page, 'the question before a deletion of a series', 'series-deletion');
      await press(several, text.remove);
      await page.getByText(text.deleted(2), { exact: true }).waitFor();
      await page.getByText(text.results(3), { exact: true }).waitFor();
      await press(page, text.undo);
      await page.getByText(text.restored(2)).waitFor();
      await page.getByText(text.results(5), { exact: true }).waitFor();
    });

    /** Edits a séance in its form, and answers the question which of its series are meant. */
    async function edit(
      page: Page,
      name: string,
      changes: Readonly<Record<string, string>>,
      scope: string,
      look?: (question: Locator) => Promise<void>,
    ): Promise<void> {
      await act(page, name, text.edit);
      const form = dialog(page, text.editTitle);
      for (const [label, value] of Object.entries(changes))
        await form.getByLabel(label, { exact: true }).fill(value);
      await press(form, 'Ok');
      const question = dialog(page, text.scopeTitle);
      await question.getByLabel(scope).check();
      await look?.(question);
      await press(question, 'Ok');
      await form.waitFor({ state: 'detached' });
    }
  });
}
