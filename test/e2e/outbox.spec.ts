import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { picture } from './picture.js';
import { screens, setStage, type Language } from './stage.js';
import { words } from './words.js';

const appointment = 'Rendez-vous du lundi';

const french = {
  outbox: 'Mails envoyés',
  nothing: 'Rien n’a été envoyé.',
  enrol: "S'inscrire à la séance",
  wait: "S'inscrire sur la liste d'attente",
  enrolled: 'Inscrit',
  waiting: /^En attente/,
  subject: `Votre place\u00a0: ${appointment}`,
  says: `Vous avez une place\u00a0: ${appointment}`,
  calendar: 'Télécharger le calendrier joint',
  unread: 'Nouveautés, 1 non lue',
};
const english: typeof french = {
  outbox: 'Mails sent',
  nothing: 'Nothing was sent.',
  enrol: 'Enrol in the séance',
  wait: 'Join the waiting list',
  enrolled: 'Enrolled',
  waiting: /^On the waiting list/,
  subject: `Your place: ${appointment}`,
  says: `You have a place: ${appointment}`,
  calendar: 'Download the attached calendar',
  unread: 'Notices, 1 unread',
};
const texts: Readonly<Record<Language, typeof french>> = { fr: french, en: english };

for (const [language, width] of screens) {
  describe(`the mails of the reference host, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const text = texts[language];

    async function openedBy(user: string): Promise<Page> {
      const page = await stage.visit({ user, language, width });
      await page.getByRole('searchbox').fill(appointment);
      await page.getByRole('link', { name: appointment, exact: true }).click();
      await page.getByRole('heading', { name: appointment, exact: true }).waitFor();
      return page;
    }

    async function takesPlace(user: string, offer: string, standing: string | RegExp): Promise<void> {
      const page = await openedBy(user);
      await page.locator('seance-detail').getByRole('button', { name: offer, exact: true }).click();
      await page.locator('seance-detail').getByText(standing, { exact: true }).first().waitFor();
    }

    async function raisesCapacity(): Promise<void> {
      const page = await openedBy('trainer1');
      await page.locator('seance-detail').getByRole('button', { name: words[language].edit }).click();
      const form = page.getByRole('dialog', { name: words[language].editTitle });
      await form.getByLabel(words[language].capacity, { exact: true }).fill('2');
      await form.getByRole('button', { name: 'Ok', exact: true }).click();
      await form.waitFor({ state: 'detached' });
    }

    async function expectGood(page: Page, state: string, name: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      await picture(page, `${language}-outbox-${name}-${width}`);
    }

    it('are in its outbox as soon as they are sent: the mail of who moves up, for whom the bell has it too', async () => {
      const outbox = await stage.visit({ user: 'admin', language, width, path: '/' });
      await outbox.getByRole('link', { name: 'Mails', exact: true }).click();
      await outbox.getByRole('heading', { name: text.outbox, exact: true }).waitFor();
      await outbox.getByText(text.nothing).waitFor();
      await expectGood(outbox, 'the outbox with nothing in it', 'none');

      await takesPlace('learner1', text.enrol, text.enrolled);
      await takesPlace('learner2', text.wait, text.waiting);
      await raisesCapacity();

      const mail = outbox.getByRole('link', { name: text.subject, exact: true });
      await mail.waitFor();
      await outbox.getByText('Benoît BAUDOUIN <learner2@example.org>').waitFor();
      await outbox.getByText(text.nothing).waitFor({ state: 'hidden' });
      await expectGood(outbox, 'the outbox', 'list');
      await mail.click();
      await outbox.getByRole('heading', { name: text.subject, level: 1 }).waitFor();
      const framed = outbox.frameLocator('iframe');
      await framed.getByText(text.says).first().waitFor();
      const [seance] = await Promise.all([
        outbox.waitForEvent('popup'),
        framed.getByRole('link', { name: `${appointment} (Former les formateurs)`, exact: true }).click(),
      ]);
      await seance.getByRole('heading', { name: appointment, exact: true }).waitFor();
      expect(await outbox.locator('pre').innerText()).to.contain(text.says);
      await expectGood(outbox, 'a mail', 'mail');
      const [download] = await Promise.all([
        outbox.waitForEvent('download'),
        outbox.getByRole('link', { name: text.calendar }).click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).to.contain(`SUMMARY:${appointment}`);

      const learner = await stage.visit({ user: 'learner2', language, width });
      await learner.getByRole('button', { name: text.unread, exact: true }).waitFor();
    });
  });
}
