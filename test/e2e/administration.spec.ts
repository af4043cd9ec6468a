import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { eventually } from '../support/eventually.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { asked, created, screens, setStage, type Language } from './stage.js';

const administration = '/administration/seances';

const french = {
  entry: 'Gestion des séances',
  title: 'Administration des séances',
  settings: 'Paramètres',
  locations: 'Localisations',
  closedDays: 'Jours de fermeture',
  retention: 'Conservation des séances supprimées (jours)',
  mode: "Mode d'inscription par défaut",
  manual: 'Manuelle',
  tooSmall: 'La valeur minimale est 0.',
  saved: 'Les paramètres sont enregistrés.',
  changed: /Modifié par Marie DUPONT le .* \(avant\s: 30\)/,
  addPlace: 'Ajouter une localisation',
  placeTitle: 'Créer une localisation',
  placeFields: ['Nom', 'Rue', 'Numéro', 'Boîte', 'Code postal', 'Ville', 'Pays', 'Téléphone'],
  required: 'Ce champ est obligatoire.',
  added: 'La localisation « Salle Némo » a été créée.',
  search: 'Rechercher dans la liste',
  results: '1 résultat',
  remove: 'Supprimer',
  deleteOf: 'Supprimer Salle Némo',
  used: '1 séance utilise cette localisation. Elle la garde, mais la localisation ne sera plus proposée.',
  deleted: 'La localisation « Salle Némo » a été supprimée.',
  noPlace: 'Aucune localisation ne correspond à cette recherche.',
  addDay: 'Ajouter un jour de fermeture',
  noDay: 'Aucun jour de fermeture à venir',
  dayName: 'Nom',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  order: 'Le dernier jour ne peut pas être avant le premier.',
  concerned: 'Séances concernées',
  falling: '1 séance tombe un jour de fermeture. Elle n’a pas été modifiée',
  close: 'Fermer',
  importDays: 'Importer un calendrier',
  importTitle: 'Importer des jours de fermeture',
  file: 'Fichier iCalendar (.ics)',
  noCalendar: "Ce n'est pas un calendrier iCalendar (.ics) lisible.",
  found: '1 nouveau jour de fermeture, 1 déjà présent.',
  timed: "Réunion – ce n'est pas une journée entière",
  run: 'Importer 1 jour de fermeture',
  done: '1 jour de fermeture ajouté, 1 était déjà présent.',
};

const english: typeof french = {
  entry: 'Séance management',
  title: 'Séance administration',
  settings: 'Settings',
  locations: 'Places',
  closedDays: 'Closed days',
  retention: 'Deleted séances are kept for (days)',
  mode: 'Default enrolment mode',
  manual: 'Manual',
  tooSmall: 'The value must be at least 0.',
  saved: 'The settings are saved.',
  changed: /Changed by Marie DUPONT on .* \(before: 30\)/,
  addPlace: 'Add a place',
  placeTitle: 'Create a place',
  placeFields: ['Name', 'Street', 'Number', 'Box', 'Postal code', 'City', 'Country', 'Phone'],
  required: 'This field is required.',
  added: 'The place “Salle Némo” was created.',
  search: 'Search in the list',
  results: '1 result',
  remove: 'Delete',
  deleteOf: 'Delete Salle Némo',
  used: '1 séance takes place there. It keeps its place, which will no longer be proposed.',
  deleted: 'The place “Salle Némo” was deleted.',
  noPlace: 'No places match this search.',
  addDay: 'Add a closed day',
  noDay: 'No closed days to come',
  dayName: 'Name',
  firstDay: 'First day',
  lastDay: 'Last day',
  order: 'The last day cannot be before the first.',
  concerned: 'Séances affected',
  falling: '1 séance falls on a closed day. It was not changed',
  close: 'Close',
  importDays: 'Import a calendar',
  importTitle: 'Import closed days',
  file: 'iCalendar file (.ics)',
  noCalendar: 'This is not a readable iCalendar (.ics) calendar.',
  found: '1 new closed day, 1 already there.',
  timed: 'Réunion – it is not a whole day',
  run: 'Import 1 closed day',
  done: '1 closed day was added, 1 was already there.',
};

const words: Readonly<Record<Language, typeof french>> = { fr: french, en: english };

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'SUMMARY:Noël',
  'DTSTART;VALUE=DATE:20771221',
  'DTEND;VALUE=DATE:20780103',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Fête nationale',
  'DTSTART;VALUE=DATE:20770721',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Réunion',
  'DTSTART:20770105T090000Z',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

const admin = '/plugins/seances/api/v1/admin';
/** On a day that nothing else is on. */
const lesson = { name: 'Cours au fond', start: '2077-07-21T09:00', end: '2077-07-21T10:00' };

for (const [language, width] of screens) walk(language, width);

/** The administrator's walk through the three pages. */
function walk(language: Language, width: number): void {
  describe(`the administration in its host, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const text = words[language];
    const visit = (tab = ''): Promise<Page> =>
      stage.visit({ user: 'admin', language, width, path: `${administration}${tab && `?tab=${tab}`}` });

    async function expectGood(page: Page, state: string, pictureName?: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      if (pictureName) await picture(page, `${language}-${pictureName}-${width}`);
    }

    const button = (within: Page | Locator, name: string) =>
      within.getByRole('button', { name, exact: true });

    it('is opened from the menu of the administration, and shows every setting', async () => {
      const page = await stage.visit({ user: 'admin', language, width, path: '/' });
      await page.getByRole('link', { name: text.entry }).click();
      await page.getByRole('heading', { name: text.title, level: 1 }).waitFor();
      await page.getByLabel(text.retention, { exact: true }).waitFor();
      expect(await page.locator('settings-form .row').count()).to.equal(19);
      await expectGood(page, 'the settings', 'admin-settings');
    });

    it('says at the field what is wrong with a setting, keeps what was typed, and who changed what', async () => {
      const page = await visit();
      const retention = page.getByLabel(text.retention, { exact: true });
      await retention.fill('-1');
      await page.getByLabel(text.mode, { exact: true }).selectOption({ label: text.manual });
      await button(page, 'Ok').click();
      await page.getByText(text.tooSmall, { exact: true }).waitFor();
      expect(await focused(page)).to.equal(text.retention);
      await page.getByRole('link', { name: text.locations, exact: true }).click();
      await page.getByRole('link', { name: text.settings, exact: true }).click();
      expect(await retention.inputValue()).to.equal('-1');
      await retention.fill('7');
      await button(page, 'Ok').click();
      await page.getByText(text.saved).waitFor();
      await page.getByText(text.changed).waitFor();
      await expectGood(page, 'the settings after a change', 'admin-settings-changed');
      await page.reload();
      expect(await retention.inputValue()).to.equal('7');
    });

    it('adds a place with its address, and finds it by the address of the page', async () => {
      const page = await visit('locations');
      await button(page, text.addPlace).click();
      const form = page.getByRole('dialog', { name: text.placeTitle });
      await button(form, 'Ok').click();
      await form.getByText(text.required).waitFor();
      await expectGood(page, 'the form of a place', 'admin-place-form');
      const values = [
        'Salle Némo',
        'Rue des Écoles',
        '4',
        'B',
        '5000',
        'Namur',
        'Belgique',
        '+32 81 00 00 02',
      ];
      for (const [index, label] of text.placeFields.entries())
        await form.getByLabel(label, { exact: true }).fill(values[index] ?? '');
      await button(form, 'Ok').click();
      await page.getByText(text.added).waitFor();
      await page.getByRole('row').filter({ hasText: 'Salle Némo' }).waitFor();
      await expectGood(page, 'the places', 'admin-places');
      await page.getByRole('searchbox', { name: text.search }).fill('nemo');
      await page.getByText(text.results, { exact: true }).waitFor();
      expect(new URL(page.url()).search).to.equal('?tab=locations&q=nemo');
      await page.reload();
      await page.getByText(text.results, { exact: true }).waitFor();
    });

    it('says where a place is used before it is deleted, by keyboard alone', async () => {
      const page = await visit();
      const { id: locationId } = await asked<{ readonly id: string }>(page, 'POST', `${admin}/locations`, {
        name: 'Salle Némo',
      });
      await created(page, { ...lesson, locationId });
      await page.goto(`${administration}?tab=locations&q=nemo`);
      await button(page, text.deleteOf).focus();
      await page.keyboard.press('Enter');
      const question = page.getByRole('dialog');
      await question.getByText(text.used).waitFor();
      await question.getByText('Cours au fond').waitFor();
      await expectGood(page, 'the question before a deletion', 'admin-place-deletion');
      await page.keyboard.press('Tab');
      expect(await focused(page)).to.equal(text.remove);
      await page.keyboard.press('Enter');
      await page.getByText(text.deleted).waitFor();
      await page.getByText(text.noPlace).waitFor();
    });

    it('closes a day, and proposes the séances that fall on it', async () => {
      const page = await visit('closed-days');
      await created(page, lesson);
      await page.getByText(text.noDay).waitFor();
      await button(page, text.addDay).click();
      const form = page.getByRole('dialog', { name: text.addDay });
      await form.getByLabel(text.dayName, { exact: true }).fill('Fête nationale');
      await form.getByLabel(text.firstDay, { exact: true }).fill('2077-07-21');
      await form.getByLabel(text.lastDay, { exact: true }).fill('2077-07-20');
      await button(form, 'Ok').click();
      await form.getByText(text.order).waitFor();
      await form.getByLabel(text.lastDay, { exact: true }).fill('');
      await button(form, 'Ok').click();
      const proposed = page.getByRole('dialog', { name: text.concerned });
      await proposed.getByText('Cours au fond').waitFor();
      expect((await proposed.innerText()).replaceAll("'", '’')).to.contain(text.falling);
      await expectGood(page, 'the séances that fall on a closed day', 'admin-closed-day-seances');
      await proposed.locator('footer').getByRole('button').click();
      await page.getByRole('row').filter({ hasText: 'Fête nationale' }).waitFor();
      await expectGood(page, 'the closed days', 'admin-closed-days');
    });

    it('imports a calendar file after a preview, and refuses what is none', async () => {
      const page = await visit('closed-days');
      await asked(page, 'POST', `${admin}/closed-days`, { name: 'Fête nationale', startsOn: '2077-07-21' });
      await button(page, text.importDays).click();
      const dialog = page.getByRole('dialog', { name: text.importTitle });
      const file = dialog.getByLabel(text.file, { exact: true });
      await file.setInputFiles({ name: 'a.ics', mimeType: 'text/calendar', buffer: Buffer.from('PK') });
      await dialog.getByText(text.noCalendar).waitFor();
      await file.setInputFiles({ name: 'b.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendar) });
      await dialog.getByText(text.found).waitFor();
      await dialog.getByText(text.timed).waitFor();
      await expectGood(page, 'the preview of an import', 'admin-import');
      await button(dialog, text.run).click();
      await page.getByText(text.done).waitFor();
      await eventually(async () => {
        expect(
          await page
            .getByRole('row')
            .filter({ hasText: /Noël|Fête/ })
            .count(),
        ).to.equal(2);
      });
    });

    it('is not there for others, whatever address they type', async () => {
      const page = await stage.visit({ user: 'manager', language, width, path: '/' });
      expect(await page.getByRole('link', { name: text.entry }).count()).to.equal(0);
      expect((await page.goto(administration))?.status()).to.equal(404);
    });
  });
}
