import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { asked, screens, setStage, type Language, type SignedIn } from './stage.js';

const french = {
  mail: 'Envoyer des mails',
  changes: 'Changements',
  daily: 'Une fois par jour',
  lock: 'Changements\u00a0: pour tout le monde',
  add: 'Ajouter un rappel',
  reminder: (number: number) => `Rappel ${number}`,
  unit: 'Unité du rappel 2',
  minutes: 'minutes',
  number: 'Donnez un nombre entier.',
  tooSmall: 'La valeur minimale est 5.',
  introduction: 'Introduction – français',
  saved: 'Les paramètres sont enregistrés.',
};
const english: typeof french = {
  mail: 'Send mails',
  changes: 'Changes',
  daily: 'Once a day',
  lock: 'Changes: for everybody',
  add: 'Add a reminder',
  reminder: (number) => `Reminder ${number}`,
  unit: 'Unit of reminder 2',
  minutes: 'minutes',
  number: 'Enter a whole number.',
  tooSmall: 'The value must be at least 5.',
  introduction: 'Introduction – French',
  saved: 'The settings are saved.',
};
const words: Readonly<Record<Language, typeof french>> = { fr: french, en: english };

interface Stored {
  readonly mail: boolean;
  readonly defaults: Readonly<Record<string, string>>;
  readonly locked: readonly string[];
  readonly reminders: readonly number[];
  readonly introduction: Readonly<Record<string, string>>;
}

for (const [language, width] of screens) {
  describe(`what administrators decide about notices, ${language}, ${width} px wide`, function () {
    this.timeout(180_000);
    const stage = setStage(0);
    const text = words[language];
    const stored = (by: SignedIn): Promise<Stored> =>
      asked(by, 'GET', '/plugins/seances/api/v1/admin/notices');

    async function expectGood(page: Page, state: string, name: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      await picture(page, `${language}-notice-${name}-${width}`);
    }

    it('is kept when it is saved, and what is wrong is said at its field', async () => {
      const path = '/administration/seances?tab=notices';
      const page = await stage.visit({ user: 'admin', language, width, path });
      const label = (name: string) => page.getByLabel(name, { exact: true });
      await label(text.mail).waitFor();
      await expectGood(page, 'the settings of notices', 'settings');
      await label(text.mail).uncheck();
      await label(text.changes).selectOption({ label: text.daily });
      await label(text.lock).check();
      await label(text.introduction).fill('Bonjour,');
      await page.getByRole('button', { name: text.add, exact: true }).click();
      const reminder = label(text.reminder(2));
      await reminder.fill('');
      const save = page.getByRole('button', { name: 'Ok', exact: true });
      await save.click();
      await page.getByText(text.number, { exact: true }).waitFor();
      expect(await focused(page)).to.equal(text.reminder(2));
      await reminder.fill('2');
      await label(text.unit).selectOption({ label: text.minutes });
      await save.click();
      await page.getByText(text.tooSmall, { exact: true }).waitFor();
      expect(await focused(page)).to.equal(text.reminder(2));
      await expectGood(page, 'a reminder that is too late', 'settings-wrong');
      await reminder.fill('30');
      await save.click();
      await page.getByText(text.saved).waitFor();
      const kept = await stored(page);
      expect(kept).to.deep.include({ mail: false, locked: ['change'], reminders: [1_440, 30] });
      expect(kept.defaults['change']).to.equal('daily');
      expect(kept.introduction).to.deep.equal({ fr: 'Bonjour,' });
    });
  });
}
