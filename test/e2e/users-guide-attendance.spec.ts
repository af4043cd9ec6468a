import type { Page } from 'playwright-core';
import { button, person, wallTime } from './attendance-stage.js';
import { examples } from './guide-examples.js';
import { illustration } from './picture.js';
import { created, setStage, toolPath, type Language } from './stage.js';

const french = {
  present: 'Tous présents',
  menu: (name: string) => `Présence\u00a0: ${name}`,
  late: 'En retard',
  minutes: 'Retard',
  absent: 'Absent',
  openCheckIn: 'Ouvrir le pointage',
  showCode: 'Afficher le code',
};
const english: typeof french = {
  present: 'All present',
  menu: (name) => `Attendance: ${name}`,
  late: 'Late',
  minutes: 'Late by',
  absent: 'Absent',
  openCheckIn: 'Open the check-in',
  showCode: 'Show the code',
};
const words: Readonly<Record<Language, typeof french>> = { fr: french, en: english };

for (const language of ['fr', 'en'] as const) {
  describe(`the users' guide of presence, ${language}`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const text = words[language];
    const name = examples[language].workshop;

    async function choose(page: Page, who: string, mark: string): Promise<void> {
      await button(page, text.menu(who)).click();
      await page.getByRole('menuitem', { name: mark, exact: true }).click();
    }

    it('marks people and shows the code of the check-in', async () => {
      const page = await stage.visit({ language, path: '/' });
      await page.setViewportSize({ width: 1280, height: 720 });
      const { id } = await created(page, { name, start: wallTime(-20), end: wallTime(70) });
      await page.goto(`${toolPath}?seance=${id}&presences`);
      await person(page, 'Aurélie ADAM').click();
      await choose(page, 'Benoît BAUDOUIN', text.late);
      await page.getByRole('spinbutton', { name: text.minutes }).fill('12');
      await page.keyboard.press('Enter');
      await choose(page, 'Dorian CLAES', text.absent);
      await person(page, 'Célia BODART').click();
      await page.evaluate('scrollTo(0, 0)');
      await illustration(page, `${language}-attendance`);
      await button(page, text.openCheckIn).click();
      await button(page, text.showCode).click();
      await page.getByText(/^[A-Z]{4}-\d{4}$/).waitFor();
      await illustration(page, `${language}-projector`);
    });
  });
}
