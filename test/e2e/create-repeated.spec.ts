import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { eventually } from '../support/eventually.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { seriesWords } from './series-words.js';
import {
  apiPath,
  asked,
  created,
  listed,
  screens,
  setStage,
  toolPath,
  type Language,
  type SignedIn,
} from './stage.js';
import { words } from './words.js';

const own = {
  fr: {
    repeated: 'Répéter',
    withCopies: (count: number) => `La séance et ${count} copies seront créées`,
    busy: /Formateur déjà occupé\s: .*«\sRéunion\s»/,
  },
  en: {
    repeated: 'Repeat',
    withCopies: (count: number) => `The séance and ${count} copies will be created`,
    busy: /Trainer already busy: .*“Réunion”/,
  },
} as const;

/** A Wednesday; the trainer who creates has a meeting on the second of those that follow. */
const wednesday = { start: '2026-12-02T14:00', end: '2026-12-02T16:00' };
const meeting = {
  ...{ name: 'Réunion', start: '2026-12-16T15:00', end: '2026-12-16T17:00' },
  trainerIds: ['trainer1'],
};
const clinic = {
  ...{ name: 'Clinique', start: '2026-12-03T09:00', end: '2026-12-03T11:30', timeZone: 'America/Montreal' },
  ...{ description: '<p>Apportez un cas</p>', extraInfo: '<p>Café</p>', enrolmentMode: 'public' },
  ...{ capacity: 7, locationId: 'agora', trainerIds: ['trainer2'], groupName: 'Matins' },
  ...{ inAgenda: true, onlineUrl: 'https://meet.example/clinique' },
};

for (const [language, width] of screens) walk(language, width);

function walk(language: Language, width: number): void {
  describe(`a séance is created with its copies, or like another, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const text = { ...words[language], ...seriesWords[language], ...own[language] };
    const at = (form: Locator, label: string): Locator => form.getByLabel(label, { exact: true });
    const press = (within: Page | Locator, name: string): Promise<void> =>
      within.getByRole('button', { name, exact: true }).first().click();
    let clinicId: string;

    before(async () => {
      const trainer = await stage.signedIn();
      await created(trainer, meeting);
      clinicId = (await created(trainer, clinic)).id;
    });

    const createForm = (page: Page): Locator => page.getByRole('dialog', { name: text.createTitle });

    async function openForm(page: Page): Promise<Locator> {
      await press(page, text.create);
      const form = createForm(page);
      await form.waitFor();
      await at(form, text.name).fill('Bloc');
      await at(form, text.start).fill(wednesday.start);
      await at(form, text.end).fill(wednesday.end);
      return form;
    }

    async function expectGood(page: Page, state: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      await picture(page, `${language}-created-${state}-${width}`);
    }

    const named = (by: SignedIn, name: string) =>
      listed<{ readonly name: string; readonly start: string }>(by, `${apiPath}/seances?q=${name}&size=all`);

    it('creates all of a series at once, and says how many', async () => {
      const page = await stage.visit({ language, width });
      const form = await openForm(page);
      await at(form, text.repeated).check();
      await at(form, text.weekdays[2] ?? '').waitFor();
      expect(await at(form, text.weekdays[2] ?? '').isChecked()).to.equal(true);
      await at(form, text.weeks).fill('3');
      await form.getByText(text.withCopies(3)).waitFor();
      await form.getByText(text.busy).waitFor();
      await form.getByText('Bloc [3]').waitFor();
      await at(form, text.repeated).scrollIntoViewIfNeeded();
      await expectGood(page, 'rule');
      await form.getByText('Bloc [3]').scrollIntoViewIfNeeded();
      await expectGood(page, 'preview');
      await press(form, 'Ok');
      await form.waitFor({ state: 'detached' });
      await page.getByText(text.created(4)).waitFor();
      await expectGood(page, 'notice');
      await press(page, text.showSeries);
      await page.getByText(text.results(4)).first().waitFor();
      expect((await named(page, 'Bloc')).map(({ name, start }) => `${name} ${start}`)).to.deep.equal([
        'Bloc 2026-12-02T14:00',
        'Bloc [1] 2026-12-09T14:00',
        'Bloc [2] 2026-12-16T14:00',
        'Bloc [3] 2026-12-23T14:00',
      ]);
    });

    it('shows other dates when the séance is moved, and keeps the rule when it is not wanted for a while', async () => {
      const page = await stage.visit({ language, width });
      const form = await openForm(page);
      await at(form, text.repeated).check();
      await at(form, text.weeks).fill('2');
      await form.getByText(text.withCopies(2)).waitFor();
      await at(form, text.start).fill('2026-12-04T08:15');
      expect(await at(form, text.weekdays[4] ?? '').isChecked()).to.equal(true);
      const rows = form.getByRole('listitem');
      await eventually(async () => {
        // Its text is drawn where it can be seen; the list is another one with each answer.
        await rows.first().scrollIntoViewIfNeeded({ timeout: 1_000 });
        expect(await rows.first().innerText()).to.match(/11.*08:15.*10:15/s);
      });
      await at(form, text.repeated).uncheck();
      await at(form, text.until).waitFor({ state: 'detached' });
      await at(form, text.repeated).check();
      expect(await at(form, text.weeks).inputValue()).to.equal('2');
      await form.getByText(text.withCopies(2)).waitFor();
    });

    it('says at its field what is wrong with the rule, before and after it is sent, and keeps what was typed', async () => {
      const page = await stage.visit({ language, width });
      await asked(await stage.signedIn('admin'), 'PUT', '/plugins/seances/api/v1/admin/settings', {
        clashes: 'refuse',
      });
      const form = await openForm(page);
      await at(form, text.repeated).check();
      await at(form, text.until).fill('');
      await press(form, 'Ok');
      await form.getByText(text.noEnd, { exact: true }).waitFor();
      await eventually(async () => expect(await focused(page)).to.equal(text.until));
      await at(form, text.until).fill('2026-12-01');
      await form.getByText(text.tooEarly).first().waitFor();
      await at(form, text.weeks).fill('3');
      await form.getByText(text.withCopies(3)).waitFor();
      await press(form, 'Ok');
      await eventually(async () => expect(await focused(page)).to.equal(text.weekdays[0]));
      await expectGood(page, 'refused');
      expect(await at(form, text.name).inputValue()).to.equal('Bloc');
      expect(await at(form, text.weeks).inputValue()).to.equal('3');
      expect(await named(page, 'Bloc')).to.deep.equal([]);
      await form.getByRole('listitem').nth(1).getByRole('checkbox').uncheck();
      await form.getByText(text.withCopies(2)).waitFor();
      await press(form, 'Ok');
      await page.getByText(text.created(3)).waitFor();
    });

    it('does not ask for the repetition of a séance that there is', async () => {
      const page = await stage.visit({ language, width, path: `${toolPath}?q=clinique` });
      await press(page, text.actionsOf(clinic.name));
      await page.getByRole('menuitem', { name: text.edit }).click();
      const form = page.getByRole('dialog', { name: text.editTitle });
      await form.waitFor();
      expect(await at(form, text.repeated).count()).to.equal(0);
    });

    it('opens the form with all of a séance, to be given another day', async () => {
      const page = await stage.visit({ language, width, path: `${toolPath}?q=clinique` });
      await press(page, text.actionsOf(clinic.name));
      await picture(page, `${language}-created-menu-${width}`);
      const items = await page.getByRole('menuitem').allInnerTexts();
      expect(items.map((item) => item.trim())).to.deep.equal([
        text.edit,
        text.informations,
        text.repeat,
        text.duplicate,
        text.cancelSeance,
        text.remove,
      ]);
      await page.getByRole('menuitem', { name: text.duplicate }).click();
      const form = createForm(page);
      await form.waitFor();
      await eventually(async () => expect(await focused(page)).to.equal(text.start));
      await at(form, text.start).fill('2026-12-10T09:00');
      expect(await at(form, text.end).inputValue()).to.equal('2026-12-10T11:30');
      await expectGood(page, 'like');
      await press(form, 'Ok');
      await form.waitFor({ state: 'detached' });
      const seances = await listed<Record<string, unknown>>(page, `${apiPath}/seances?q=clinique&size=all`);
      const [first, second] = seances.map(comparable);
      expect(second).to.deep.equal({ ...first, start: '2026-12-10T09:00', end: '2026-12-10T11:30' });
      expect(seances).to.have.length(2);
    });

    it('opens it from the page of a copy too, without its number and its series', async () => {
      const page = await stage.visit({ language, width });
      const rule = { weekdays: ['TH'], weeks: 1 };
      const { items } = await asked<{ readonly items: readonly { readonly id: string }[] }>(
        ...([page, 'POST', `${apiPath}/seances/${clinicId}/repetitions`, rule] as const),
      );
      await page.goto(`${toolPath}?seance=${items[0]?.id}`);
      await page.getByRole('button', { name: text.duplicate, exact: true }).waitFor();
      await expectGood(page, 'page');
      await press(page, text.duplicate);
      const form = createForm(page);
      await form.waitFor();
      expect(await at(form, text.name).inputValue()).to.equal('Clinique');
      await press(form, text.cancel);
      await form.waitFor({ state: 'detached' });
    });
  });
}

function comparable(seance: Record<string, unknown>): object {
  const { id: _id, startsAt: _starts, endsAt: _ends, ...same } = seance;
  return same;
}
