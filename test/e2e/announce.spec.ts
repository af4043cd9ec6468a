import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { Seance } from '../../src/web/seance/seance.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import {
  apiPath,
  asked,
  created,
  screens,
  setStage,
  toolPath,
  type Language,
  type SignedIn,
} from './stage.js';
import { told } from './told.js';

const french = {
  informations: 'Gestion des informations',
  announceIt: 'Écrire aux participants',
  fresh: 'Nouvelle information',
  announce: 'Prévenir',
  to: 'Qui prévenir',
  enrolled: 'Inscrits',
  waiting: 'En attente',
  trainers: 'Formateurs',
  toNobody: 'Choisissez qui prévenir.',
  where: 'Dans quelles séances\u00a0?',
  following: 'Celle-ci et les suivantes',
  done: "L'information a été ajoutée et sera annoncée dans quelques minutes.",
  announced: 'Annoncée',
  news: 'Nouveautés',
  unread: 'Nouveautés, 1 non lue',
  markAll: 'Tout marquer comme lu',
  markedRead: "C'est marqué comme lu.",
};
const english: typeof french = {
  informations: 'Manage notes',
  announceIt: 'Write to participants',
  fresh: 'New note',
  announce: 'Tell people',
  to: 'Whom to tell',
  enrolled: 'Enrolled',
  waiting: 'Waiting',
  trainers: 'Trainers',
  toNobody: 'Choose whom to tell.',
  where: 'In which séances?',
  following: 'This one and the following',
  done: 'The note was added, and people will be told in a few minutes.',
  announced: 'Announced',
  news: 'Notices',
  unread: 'Notices, 1 unread',
  markAll: 'Mark all as read',
  markedRead: 'Marked as read.',
};
const words: Readonly<Record<Language, typeof french>> = { fr: french, en: english };
const room = 'Nous serons dans la salle B12.';

for (const [language, width] of screens) {
  describe(`an information that is announced, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage(0);
    const text = words[language];
    const visit = (user: string, path = toolPath): Promise<Page> =>
      stage.visit({ user, language, width, path });

    async function series(by: SignedIn): Promise<readonly string[]> {
      const lesson = { name: 'Cours', enrolmentMode: 'automatic' };
      const { id } = await created(by, { ...lesson, start: '2027-03-01T09:00', end: '2027-03-01T10:00' });
      const path = `${apiPath}/seances/${id}/repetitions`;
      const { items } = await asked<{ items: readonly Seance[] }>(by, 'POST', path, {
        weekdays: ['MO'],
        weeks: 2,
      });
      return [id, ...items.map((one) => one.id)];
    }

    it('is written from the page of a séance, for those of the series, and says who has read it', async () => {
      const trainer = await visit('trainer1');
      const [first = '', second = ''] = await series(trainer);
      await trainer.goto(`${toolPath}?seance=${second}`);
      await trainer.getByRole('button', { name: text.announceIt, exact: true }).click();
      const dialog = trainer.getByRole('dialog');
      await dialog.getByRole('textbox', { name: text.fresh }).fill(room);
      const to = dialog.getByRole('group', { name: text.to });
      expect(await to.getByLabel(text.enrolled, { exact: true }).isChecked()).to.equal(true);
      await to.getByLabel(text.enrolled, { exact: true }).uncheck();
      await dialog.getByRole('button', { name: 'Ok', exact: true }).click();
      await dialog.getByText(text.toNobody, { exact: true }).waitFor();
      expect(await focused(trainer)).to.equal(text.enrolled);
      await to.getByLabel(text.enrolled, { exact: true }).check();
      await to.getByLabel(text.trainers, { exact: true }).check();
      await dialog.getByRole('group', { name: text.where }).getByLabel(text.following).check();
      await expectAccessible(trainer, 'the form');
      await expectNoSidewaysScroll(trainer, 'the form');
      await picture(trainer, `${language}-announce-${width}`);
      await dialog.getByRole('button', { name: 'Ok', exact: true }).click();
      await dialog.getByText(text.done, { exact: true }).waitFor();
      await dialog.getByText(text.announced, { exact: true }).waitFor();

      const learner = await visit('learner1');
      await told(learner, stage.databaseUrl, 1);
      await learner.reload();
      await learner.getByRole('button', { name: text.unread }).click();
      await learner.getByRole('dialog', { name: text.news }).getByText(room).waitFor();
      await learner
        .getByRole('dialog', { name: text.news })
        .getByRole('button', { name: text.markAll })
        .click();
      await learner.getByText(text.markedRead, { exact: true }).first().waitFor({ state: 'attached' });
      await trainer.reload();
      await trainer.getByText(/Lu par 1 sur \d+|Read by 1 of \d+/).waitFor();
      await expectNoSidewaysScroll(trainer, 'the page');
      await picture(trainer, `${language}-announced-${width}`);
      const comments = async (id: string) =>
        (await asked<{ total: number }>(trainer, 'GET', `${apiPath}/seances/${id}/comments`)).total;
      expect([await comments(first), await comments(second)]).to.deep.equal([0, 1]);
      await learner.goto(`${toolPath}?seance=${second}`);
      await learner.getByText(room).first().waitFor();
      expect(await learner.getByText(/Lu par|Read by/).count(), 'learners see how many').to.equal(0);
    });

    it('is announced to nobody unless that is asked for', async () => {
      const trainer = await visit('trainer1');
      const [first = ''] = await series(trainer);
      await trainer.goto(`${toolPath}?seance=${first}`);
      await trainer.getByRole('button', { name: text.informations, exact: true }).click();
      const dialog = trainer.getByRole('dialog');
      await dialog.getByRole('textbox', { name: text.fresh }).fill(room);
      expect(await dialog.getByLabel(text.announce, { exact: true }).isChecked()).to.equal(false);
      expect(await dialog.getByRole('group', { name: text.to }).count()).to.equal(0);
      await dialog.getByRole('button', { name: 'Ok', exact: true }).click();
      await dialog.getByRole('listitem').filter({ hasText: room }).waitFor();
      expect(await dialog.getByText(text.announced, { exact: true }).count()).to.equal(0);
    });
  });
}
