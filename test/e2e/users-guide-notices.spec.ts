import type { Locator, Page } from 'playwright-core';
import { illustration } from './picture.js';
import { apiPath, asked, created, setStage, toolPath, type Language, type SignedIn } from './stage.js';
import { told } from './told.js';

const hours = { start: '2031-03-03T09:00', end: '2031-03-03T10:30', enrolmentMode: 'public' };

const french = {
  workshop: 'Atelier de théâtre',
  other: 'Atelier de musique',
  title: 'Nouveautés',
  unread: (count: number) => `Nouveautés, ${count} non lue${count === 1 ? '' : 's'}`,
  moved: 'Déplacée',
  markAll: 'Tout marquer comme lu',
  markedRead: "C'est marqué comme lu.",
};
const english: typeof french = {
  workshop: 'Theatre workshop',
  other: 'Music workshop',
  title: 'Notices',
  unread: (count) => `Notices, ${count} unread`,
  moved: 'Moved',
  markAll: 'Mark all as read',
  markedRead: 'Marked as read.',
};
const words: Readonly<Record<Language, typeof french>> = { fr: french, en: english };

for (const language of ['fr', 'en'] as const) {
  describe(`the users' guide of notices, ${language}`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const text = words[language];

    async function visit(user: string): Promise<Page> {
      const page = await stage.visit({ user, language });
      await page.setViewportSize({ width: 1280, height: 720 });
      return page;
    }

    const bell = (page: Page, count: number): Locator =>
      page.getByRole('button', { name: text.unread(count), exact: true });

    /** A learner moves up in one séance, and another one of theirs is moved. */
    async function happened(by: SignedIn): Promise<void> {
      const staff = await stage.signedIn();
      const moving = await created(staff, { ...hours, name: text.workshop });
      const full = await created(staff, { ...hours, name: text.other, capacity: 1 });
      const enrol = (by: SignedIn, id: string) => asked(by, 'PUT', `${apiPath}/seances/${id}/enrolments/me`);
      await enrol(await stage.signedIn('learner1'), full.id);
      for (const { id } of [moving, full]) await enrol(by, id);
      await asked(staff, 'PATCH', `${apiPath}/seances/${full.id}`, { capacity: 2 });
      await told(by, stage.databaseUrl, 1);
      const moves = { start: '2031-03-03T14:00', end: '2031-03-03T15:30' };
      await asked(staff, 'PATCH', `${apiPath}/seances/${moving.id}`, moves);
      await told(by, stage.databaseUrl, 2);
    }

    it('shows what somebody was told, which is read by opening it or all at once', async () => {
      const page = await visit('learner20');
      await happened(page);
      await page.goto(`${toolPath}?q=${encodeURIComponent(text.workshop)}`);
      await page.getByRole('row').getByText(text.moved, { exact: true }).waitFor();
      await bell(page, 2).click();
      const notices = page.getByRole('dialog', { name: text.title, exact: true });
      await notices.getByRole('link', { name: text.workshop }).waitFor();
      await illustration(page, `${language}-notices`, notices);
      await notices.getByRole('link', { name: text.workshop }).click();
      await page.getByRole('heading', { name: text.workshop, exact: true }).waitFor();
      await bell(page, 1).click();
      await notices.getByRole('button', { name: text.markAll, exact: true }).click();
      await notices.getByText(text.markedRead).waitFor();
    });
  });
}
