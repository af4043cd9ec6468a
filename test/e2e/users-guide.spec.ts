import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import type french from '../../src/locales/fr.json';
import { Locale, type MessageValues } from '../../src/web/core/locale.js';
import { languageFiles } from '../locales/language-files.js';
import { examples } from './guide-examples.js';
import { illustration } from './picture.js';
import { apiPath, asked, created, setStage, toolPath, type Language } from './stage.js';

type Texts = (typeof french)['tool'] & (typeof french)['administration'] & (typeof french)['mySeances'];
type Key = keyof Texts;

/** What the guide shows of its tasks, in this order. */
const pictures = [
  ...['list', 'filters', 'form', 'menu', 'informations', 'picker', 'participants', 'group'],
  ...['attendance', 'projector'],
  ...['repetition', 'series', 'deletion', 'bin', 'calendar', 'home', 'feed', 'notices', 'learner', 'choice'],
  ...['settings', 'place', 'import', 'webhook'],
] as const;

const onlineUrl = 'https://classe.example.org/j/1';
const hours = { start: '2031-03-03T09:00', end: '2031-03-03T10:30', enrolmentMode: 'public' };

const holidays = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0'],
  ...['BEGIN:VEVENT', 'SUMMARY:Toussaint', 'DTSTART;VALUE=DATE:20261026', 'DTEND;VALUE=DATE:20261107'],
  ...['END:VEVENT', 'BEGIN:VEVENT', 'SUMMARY:Noël', 'DTSTART;VALUE=DATE:20261221'],
  ...['DTEND;VALUE=DATE:20270103', 'END:VEVENT', 'END:VCALENDAR'],
].join('\r\n');

for (const language of ['fr', 'en'] as const) walk(language);

/** Every task of the users' guide is done as it says, with the labels of its language, and pictured for it. */
function walk(language: Language): void {
  describe(`the users' guide, ${language}`, function () {
    this.timeout(120_000);
    const stage = setStage();
    const example = examples[language];
    const { parts } = languageFiles.find((file) => file.language === language)!;
    const { tool, administration, mySeances } = parts;
    const locale = new Locale<Key>(language, { ...tool, ...administration, ...mySeances } as Texts, []);
    const say = (key: Key, values?: MessageValues): string => locale.text(key, values);

    async function show(page: Page, name: (typeof pictures)[number], part?: Locator): Promise<void> {
      await illustration(page, `${language}-${name}`, part);
    }

    async function visit(user: string, path = toolPath): Promise<Page> {
      const page = await stage.visit({ user, language, path });
      await page.setViewportSize({ width: 1280, height: 720 });
      return page;
    }

    /** Creates the two workshops that most of the pictures show: the first as the form of the guide does. */
    async function prepare(): Promise<{ readonly otherId: string }> {
      const trainer = await stage.signedIn();
      const { workshop, other, description, group: groupName } = example;
      await created(trainer, { ...hours, name: workshop, description, groupName, capacity: 12 });
      const { id: otherId } = await created(trainer, { ...hours, name: other, groupName, capacity: 8 });
      return { otherId };
    }

    const find = (name: string): string => `${toolPath}?q=${encodeURIComponent(name)}`;
    const button = (within: Page | Locator, key: Key, values?: MessageValues): Locator =>
      within.getByRole('button', { name: say(key, values), exact: true });
    const dialog = (page: Page, key: Key, values?: MessageValues): Locator =>
      page.getByRole('dialog', { name: say(key, values), exact: true });

    async function act(page: Page, name: string, action: Key): Promise<void> {
      await button(page, 'actions.of', { name }).click();
      await page.getByRole('menuitem', { name: say(action), exact: true }).click();
    }

    it('finds séances', async () => {
      const page = await visit('trainer1', '/spaces/demo');
      await page
        .getByRole('navigation')
        .last()
        .getByRole('link', { name: say('tool.title') })
        .click();
      await page.getByText(say('list.results', { count: 52 }), { exact: true }).waitFor();
      await show(page, 'list');
      await button(page, 'filters.title').click();
      await page.getByLabel(say('filter.state'), { exact: true }).selectOption({ label: say('state.past') });
      await button(page, 'filters.clearAll').waitFor();
      await show(page, 'filters');
    });

    it('creates a séance', async () => {
      const page = await visit('trainer1');
      await page.setViewportSize({ width: 1280, height: 1000 });
      await button(page, 'list.create').first().click();
      const form = dialog(page, 'form.createTitle');
      await form.getByRole('checkbox', { name: 'Anh Thao PHAM' }).check();
      const field = (key: Key): Locator => form.getByLabel(say(key), { exact: true });
      await field('form.name').fill(example.workshop);
      await field('form.description').fill(example.description);
      await field('form.start').fill('2027-03-01T09:00');
      await field('form.end').fill('2027-03-01T10:30');
      await field('form.enrolmentMode').selectOption({ label: say('enrolment.public') });
      await field('form.capacity').fill('12');
      await field('form.locationId').selectOption({ label: 'Auditoire Agora' });
      await field('form.groupName').fill(example.group);
      await field('form.name').focus();
      await show(page, 'form', form);
      await field('form.start').fill('2031-03-03T09:00');
      await field('form.end').fill('2031-03-03T10:30');
      await button(form, 'action.ok').click();
      await page.getByText(say('notice.created', { name: example.workshop })).waitFor();
    });

    it('writes a note, and shows the menu', async () => {
      await prepare();
      const page = await visit('trainer1', find(example.workshop));
      await button(page, 'actions.of', { name: example.workshop }).click();
      await page.getByRole('menuitem', { name: say('action.delete') }).waitFor();
      await show(page, 'menu');
      await page.getByRole('menuitem', { name: say('action.comments'), exact: true }).click();
      const informations = dialog(page, 'action.comments');
      await informations.getByRole('textbox', { name: say('comments.new') }).fill(example.note);
      await button(informations, 'action.ok').click();
      await informations.getByText(say('comments.wasAdded')).waitFor();
      await show(page, 'informations', informations);
    });

    it('enrols learners, and edits their group', async () => {
      await prepare();
      const page = await visit('trainer1', find(example.workshop));
      await page.getByRole('link', { name: example.workshop, exact: true }).click();
      await button(page, 'action.addLearners').click();
      const picker = dialog(page, 'picker.title');
      await button(picker, 'picker.all', { count: 40 }).waitFor();
      for (const checkbox of (await picker.getByRole('checkbox').all()).slice(0, 3)) await checkbox.check();
      await picker.getByText(say('picker.picked', { count: 3 })).waitFor();
      await show(page, 'picker', picker);
      await button(picker, 'picker.enrol').click();
      await page.getByText(say('notice.learnersEnrolled', { count: 3, name: example.workshop })).waitFor();
      const participants = page.locator('participants-panel');
      await participants
        .getByRole('cell', { name: say('place.enrolled'), exact: true })
        .first()
        .waitFor();
      await show(page, 'participants', participants.getByRole('region'));
      await page.getByRole('heading', { name: say('history.title') }).waitFor();
      await button(page, 'action.back').click();
      await page.getByRole('button', { name: example.group, exact: true }).click();
      const group = dialog(page, 'group.title');
      await group.getByLabel(say('group.limit'), { exact: true }).waitFor();
      await button(group, 'group.delete').or(button(group, 'action.delete')).waitFor();
      await show(page, 'group', group);
    });

    it('repeats a séance, and changes its series', async () => {
      await prepare();
      const page = await visit('trainer1', find(example.other));
      await page.setViewportSize({ width: 1280, height: 900 });
      await act(page, example.other, 'action.repeat');
      const repetition = dialog(page, 'action.repeat');
      await repetition.getByLabel(say('repetition.weeks'), { exact: true }).fill('3');
      await repetition.getByText(say('repetition.count', { count: 3 })).waitFor();
      await show(page, 'repetition', repetition);
      await button(repetition, 'action.ok').click();
      await page.getByText(say('notice.repeated', { count: 3 }), { exact: true }).waitFor();
      await act(page, `${example.other} [1]`, 'action.edit');
      const form = dialog(page, 'form.editTitle');
      await form.getByLabel(say('form.start'), { exact: true }).fill('2031-03-10T10:00');
      await button(form, 'action.ok').click();
      const question = dialog(page, 'scope.editTitle');
      await question.getByLabel(say('scope.following')).check();
      await question.getByText(say('scope.changed', { count: 3 })).waitFor();
      await show(page, 'series', question);
      await button(question, 'action.ok').click();
      await page.getByText(say('notice.seriesEdited', { count: 3 }), { exact: true }).waitFor();
    });

    it('deletes and restores', async () => {
      const { otherId } = await prepare();
      const page = await visit('trainer1');
      await asked(page, 'POST', `${apiPath}/seances/${otherId}/repetitions`, { weekdays: ['MO'], weeks: 3 });
      await page.goto(find(example.other));
      await act(page, `${example.other} [1]`, 'action.delete');
      const question = page.getByRole('dialog');
      await question.getByLabel(say('scope.following')).check();
      await question.getByText(say('deletion.question', { count: 3, name: '' })).waitFor();
      await show(page, 'deletion', question);
      await button(question, 'action.delete').click();
      await page.getByText(say('notice.deleted', { count: 3 }), { exact: true }).waitFor();
      await button(page, 'action.undo').click();
      await page.getByText(say('notice.restored', { count: 3 }), { exact: true }).waitFor();
      await page
        .getByRole('checkbox', { name: say('list.select', { name: `${example.other} [2]` }) })
        .check();
      await page
        .getByRole('checkbox', { name: say('list.select', { name: `${example.other} [3]` }) })
        .check();
      await button(page.locator('.selection'), 'action.delete').click();
      await button(page.getByRole('dialog'), 'action.delete').click();
      await page.getByText(say('notice.deleted', { count: 2 }), { exact: true }).waitFor();
      await button(page, 'bin.title').click();
      await button(page, 'bin.restoreAll', { count: 2 }).waitFor();
      await show(page, 'bin');
      await button(page, 'bin.restoreAll', { count: 2 }).click();
      await page.getByText(say('bin.empty')).waitFor();
    });

    it('shows the calendar, and gives an address to subscribe to', async () => {
      const page = await visit('trainer1', `${toolPath}?view=week&date=2027-01-11`);
      await button(page, 'calendar.month').click();
      await page.locator('seance-calendar .view[aria-busy="false"]').waitFor();
      await show(page, 'calendar');
      await button(page, 'feed.button').click();
      const feed = dialog(page, 'feed.title');
      await button(feed, 'feed.create').waitFor();
      await show(page, 'feed', feed);
      await button(feed, 'feed.create').click();
      await feed.getByText(say('feed.once')).waitFor();
    });

    it('shows a learner what is before them', async () => {
      const staff = await stage.signedIn();
      const { id } = await created(staff, { ...hours, name: example.workshop, onlineUrl });
      const later = { start: '2031-03-05T14:00', end: '2031-03-05T15:30', enrolmentMode: 'automatic' };
      await created(staff, { ...later, name: example.other });
      const page = await visit('learner20');
      await asked(page, 'PUT', `${apiPath}/seances/${id}/enrolments/me`);
      // The server has another clock than the page.
      await page.route('**/me/seances?*', (route) =>
        route.continue({ url: `${route.request().url()}&from=2031-03-03` }),
      );
      await page.clock.setFixedTime(new Date('2031-03-03T07:50:00Z'));
      await page.goto('/');
      const own = page.locator('my-seances');
      const row = (section: Key): Locator =>
        own.getByRole('region', { name: say(section) }).getByRole('listitem');
      await row('mine.week').filter({ hasText: example.other }).waitFor();
      await button(row('mine.today').filter({ hasText: example.workshop }), 'place.leave').waitFor();
      await show(page, 'home', own);
    });

    it('lets learners enrol, choose and leave', async () => {
      await prepare();
      const page = await visit('learner20', `${toolPath}?from=2031-03-01`);
      const row = (name: string): Locator => page.getByRole('row').filter({ hasText: name }).first();
      await button(row(example.workshop), 'place.enrol').click();
      await page.getByText(say('notice.own.enrolled', { name: example.workshop })).waitFor();
      await show(page, 'learner');
      await button(row(example.workshop), 'place.change').click();
      const choice = dialog(page, 'choice.title');
      await choice.getByRole('radio', { name: example.other }).first().check();
      const change = { chosen: example.other, name: example.workshop };
      await choice.getByText(say('choice.insteadOf', change)).waitFor();
      await show(page, 'choice', choice);
      await button(choice, 'action.cancel').click();
      await button(row(example.workshop), 'place.leave').click();
      await button(dialog(page, 'leave.title'), 'place.leave').click();
      await page.getByText(say('notice.own.left', { name: example.workshop })).waitFor();
    });

    it('administers settings, places and closed days', async () => {
      const page = await visit('admin', '/');
      await page.getByRole('link', { name: say('tool.title') }).click();
      const retention = page.getByLabel(say('setting.retentionDays'), { exact: true });
      await retention.fill('60');
      await button(page, 'action.ok').click();
      await page.getByText(say('settings.saved')).waitFor();
      await page.evaluate('scrollTo(0, 0)');
      await show(page, 'settings');
      await page.getByRole('link', { name: say('admin.locations'), exact: true }).click();
      await button(page, 'location.add').click();
      const place = dialog(page, 'location.addTitle');
      await place.getByLabel(say('location.name'), { exact: true }).fill(example.place);
      await place.getByLabel(say('location.city'), { exact: true }).fill('Namur');
      await show(page, 'place', place);
      await button(place, 'action.ok').click();
      await page.getByText(say('location.added', { name: example.place })).waitFor();
      await page.getByRole('link', { name: say('admin.closed-days'), exact: true }).click();
      await button(page, 'import.button').click();
      const dates = dialog(page, 'import.title');
      const file = { name: 'a.ics', mimeType: 'text/calendar', buffer: Buffer.from(holidays) };
      await dates.getByLabel(say('import.file'), { exact: true }).setInputFiles(file);
      await button(dates, 'import.run', { count: 2 }).waitFor();
      await show(page, 'import', dates);
      await button(dates, 'import.run', { count: 2 }).click();
      await page.getByText(say('import.done', { added: 2, known: 0 })).waitFor();
    });

    it('has another system told', async () => {
      const page = await visit('admin', '/administration/seances?tab=webhooks');
      await button(page, 'webhook.add').click();
      const form = dialog(page, 'webhook.addTitle');
      await form.getByLabel(say('webhook.url'), { exact: true }).fill('https://erp.example.org/seances');
      await form.getByLabel(say('webhook.type.enrolment.promoted'), { exact: true }).check();
      await show(page, 'webhook', form);
      await button(form, 'action.ok').click();
      await button(dialog(page, 'webhook.secret'), 'feed.copy').waitFor();
      await page.keyboard.press('Escape');
      await button(page, 'webhook.messagesOf', { url: 'https://erp.example.org/seances' }).click();
      for (const command of ['webhook.try', 'webhook.rotate', 'webhook.pause'] as const)
        await button(dialog(page, 'webhook.title'), command).waitFor();
    });

    it('has these pictures, and no others', () => {
      const guide = readFileSync(new URL(`../../docs/users-guide.${language}.md`, import.meta.url), 'utf8');
      const images = [...guide.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path);
      expect(images).to.have.members(pictures.map((name) => `images/${language}-${name}.png`));
    });
  });
}
