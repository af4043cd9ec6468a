import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { expectAccessible, expectNoSidewaysScroll } from './accessible.js';
import { focused } from './focus.js';
import { picture } from './picture.js';
import { asked, created, listed, screens, setStage, type Language, type SignedIn } from './stage.js';

const french = {
  tab: 'Webhooks',
  settings: 'Paramètres',
  none: 'Aucun webhook.',
  add: 'Ajouter un webhook',
  editTitle: 'Modifier un webhook',
  address: 'Adresse',
  required: 'Ce champ est obligatoire.',
  noType: 'Choisissez au moins un événement.',
  inside: 'Cette adresse ne peut pas être appelée\u00a0: elle est dans un réseau privé',
  created: 'Séance créée',
  edited: 'Séance modifiée',
  every: 'Tout cocher',
  events: '19 événements',
  added: 'Le webhook a été ajouté.',
  wasEdited: 'Le webhook a été modifié.',
  secretTitle: 'Secret du webhook',
  secret: 'Secret',
  once: 'il ne sera plus affiché',
  copy: 'Copier',
  copied: 'Secret copié.',
  twoSecrets: 'deux secrets sont valables',
  active: 'Actif',
  paused: 'En pause',
  messages: 'Messages envoyés à',
  title: 'Webhook',
  noMessage: 'Aucun message ces 30 derniers jours.',
  try: 'Essayer',
  arrived: "Le message d'essai est arrivé (réponse 204).",
  notArrived: "Le message d'essai n'est pas arrivé. L'adresse a répondu 500.",
  pause: 'Mettre en pause',
  resume: 'Reprendre',
  resumed: 'Le webhook a repris.',
  rotate: 'Nouveau secret',
  again: "Le secret d'avant, encore valable jusqu'au",
  broken: '1 webhook est en pause\u00a0: son adresse ne répond plus bien.',
  showBroken: 'Voir les webhooks',
  gone: "l'adresse dit qu'elle n'existe plus (410)",
  failed: 'Échec après 1 essai',
  retry: 'Réessayer',
  willRetry: 'Le message sera renvoyé dès que possible.',
  refresh: 'Actualiser',
  delivered: 'Arrivé (réponse 204)',
  close: 'Fermer',
  remove: 'Supprimer',
  question: 'Voulez-vous supprimer le webhook',
  removed: 'Le webhook a été supprimé.',
};
const english: typeof french = {
  tab: 'Webhooks',
  settings: 'Settings',
  none: 'No webhooks.',
  add: 'Add a webhook',
  editTitle: 'Edit a webhook',
  address: 'Address',
  required: 'This field is required.',
  noType: 'Choose one event at least.',
  inside: 'This address may not be called: it is in a private network',
  created: 'Séance created',
  edited: 'Séance edited',
  every: 'Tick all',
  events: '19 events',
  added: 'The webhook was added.',
  wasEdited: 'The webhook was edited.',
  secretTitle: 'Secret of the webhook',
  secret: 'Secret',
  once: 'it will not be shown again',
  copy: 'Copy',
  copied: 'Secret copied.',
  twoSecrets: 'two secrets are valid',
  active: 'Active',
  paused: 'Paused',
  messages: 'Messages to',
  title: 'Webhook',
  noMessage: 'No messages in the last 30 days.',
  try: 'Try',
  arrived: 'The trial message arrived (answer 204).',
  notArrived: 'The trial message did not arrive. The address answered 500.',
  pause: 'Pause',
  resume: 'Resume',
  resumed: 'The webhook goes on.',
  rotate: 'New secret',
  again: 'The secret before, valid until',
  broken: '1 webhook is paused: its address fails.',
  showBroken: 'See the webhooks',
  gone: 'the address says that it is gone (410)',
  failed: 'Failed after 1 attempt',
  retry: 'Try again',
  willRetry: 'The message will be sent again as soon as possible.',
  refresh: 'Refresh',
  delivered: 'Arrived (answer 204)',
  close: 'Close',
  remove: 'Delete',
  question: 'Do you want to delete the webhook',
  removed: 'The webhook was deleted.',
};
const words: Readonly<Record<Language, typeof french>> = { fr: french, en: english };

const administration = '/administration/seances';
const webhooks = '/plugins/seances/api/v1/admin/webhooks';
const lesson = { name: 'Cours annoncé', start: '2077-07-21T09:00', end: '2077-07-21T10:00' };
/** As long as an address may be, with nothing at which it could be cut. */
const longAddress = `https://erp.example.org/${'x'.repeat(1_900)}`;

interface Stored {
  readonly id: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly paused: { readonly reason: string } | null;
}

for (const [language, width] of screens) walk(language, width);

/** What an administrator does about the addresses that are told what happens. */
function walk(language: Language, width: number): void {
  describe(`webhooks in the administration, ${language}, ${width} px wide`, function () {
    this.timeout(120_000);
    const stage = setStage(0);
    const text = words[language];
    let receiver: WebhookReceiver;

    beforeEach(async () => {
      receiver = await WebhookReceiver.start();
    });
    afterEach(() => receiver.stop());

    const visit = (tab = 'webhooks'): Promise<Page> =>
      stage.visit({
        ...{ user: 'admin', language, width, path: `${administration}?tab=${tab}` },
        options: { permissions: ['clipboard-read', 'clipboard-write'] },
      });

    async function expectGood(page: Page, state: string, name: string): Promise<void> {
      await expectNoSidewaysScroll(page, state);
      await expectAccessible(page, state);
      await picture(page, `${language}-webhook-${name}-${width}`);
    }

    const button = (within: Page | Locator, name: string) =>
      within.getByRole('button', { name, exact: true });
    const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
    const add = (by: SignedIn, url: string, types = ['seance.created']) =>
      asked<Stored>(by, 'POST', webhooks, { url, types });
    const messagesOf = (page: Page) => page.getByRole('button', { name: text.messages });

    /** Copies the secret that is shown, with which the other system then knows our messages. */
    async function takeSecret(page: Page): Promise<string> {
      const shown = dialog(page, text.secretTitle);
      await shown.getByText(text.once).waitFor();
      const secret = shown.getByLabel(text.secret, { exact: true });
      const value = await secret.inputValue();
      expect(await focused(page)).to.equal(text.secret);
      await button(shown, text.copy).click();
      await shown.getByText(text.copied).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(value);
      return value;
    }

    it('are added with what is wrong said at its field, and tell their secret once', async () => {
      const page = await visit();
      await page.getByText(text.none).waitFor();
      await expectGood(page, 'no webhooks', 'none');
      await button(page, text.add).click();
      const form = dialog(page, text.add);
      await button(form, 'Ok').click();
      await form.getByText(text.required).waitFor();
      await form.getByText(text.noType).waitFor();
      expect(await focused(page)).to.equal(text.address);
      await expectGood(page, 'a webhook without anything', 'form-wrong');
      await form.getByLabel(text.address, { exact: true }).fill('https://10.0.0.1/hook');
      await form.getByLabel(text.created, { exact: true }).check();
      await button(form, 'Ok').click();
      await form.getByText(text.inside).waitFor();
      expect(await focused(page)).to.equal(text.address);
      await form.getByLabel(text.address, { exact: true }).fill(receiver.url);
      await button(form, text.every).click();
      await expectGood(page, 'a webhook', 'form');
      await button(form, 'Ok').click();
      receiver.secrets.push(await takeSecret(page));
      await expectGood(page, 'the secret of a webhook', 'secret');
      await button(dialog(page, text.secretTitle), text.close).last().click();
      await page.getByText(text.added).waitFor();
      const row = page.getByRole('row').filter({ hasText: receiver.url });
      await row.getByText(text.active, { exact: true }).waitFor();
      await row.getByText(text.events, { exact: true }).waitFor();
      await expectGood(page, 'the webhooks', 'list');
      await messagesOf(page).click();
      const messages = dialog(page, text.title);
      await messages.getByText(text.noMessage).waitFor();
      await button(messages, text.try).click();
      await messages.getByText(text.arrived).waitFor();
      expect(receiver.received.map(({ type }) => type)).to.deep.equal(['webhook.trial']);
    });

    it('are tried, paused and resumed, and get another secret beside the old one', async () => {
      const page = await visit();
      const { id } = await add(page, receiver.url);
      await page.reload();
      await messagesOf(page).click();
      const messages = dialog(page, text.title);
      receiver.answer = (_, response) => response.writeHead(500).end('Out of <order>');
      await button(messages, text.try).click();
      await messages.getByText(text.notArrived).waitFor();
      await messages.getByText('Out of <order>', { exact: true }).waitFor();
      await expectGood(page, 'a trial that failed', 'trial-failed');
      receiver.answer = (_, response) => response.writeHead(204).end();
      await button(messages, text.pause).click();
      await messages.getByText(text.paused, { exact: true }).waitFor();
      expect((await asked<Stored>(page, 'GET', `${webhooks}/${id}`)).paused?.reason).to.equal('by-hand');
      await button(messages, text.resume).click();
      await messages.getByText(text.resumed).waitFor();
      expect(await focused(page)).to.equal(text.pause);
      for (const isFirst of [true, false]) {
        await button(messages, text.rotate).click();
        const question = dialog(page, text.rotate);
        await question.waitFor();
        expect(await question.getByText(text.again).count()).to.equal(isFirst ? 0 : 1);
        if (isFirst) await expectGood(page, 'the question before another secret', 'rotation');
        await button(question, text.rotate).click();
        const secret = await takeSecret(page);
        receiver.secrets.splice(0, 1, secret);
        const shown = dialog(page, text.secretTitle);
        await shown.getByText(text.twoSecrets).waitFor();
        await button(shown, text.close).last().click();
      }
      await button(messages, text.try).click();
      await messages.getByText(text.arrived).waitFor();
      expect(receiver.received.at(-1)?.signatures).to.equal(2);
      await expectGood(page, 'the messages of a webhook', 'messages');
    });

    it('that fail are told of where administrators arrive, and go on once they are mended', async () => {
      const page = await visit();
      const { id } = await add(page, receiver.url);
      receiver.answer = (_, response) => response.writeHead(410).end();
      const trainer = await stage.signedIn('trainer1');
      await created(trainer, lesson);
      await eventually(async () =>
        expect((await asked<Stored>(page, 'GET', `${webhooks}/${id}`)).paused?.reason).to.equal('gone'),
      );
      await page.goto(administration);
      await page.getByText(text.broken).waitFor();
      await expectGood(page, 'the settings with a webhook that fails', 'broken');
      await page.getByRole('link', { name: text.showBroken, exact: true }).click();
      await page.getByText(text.gone).waitFor();
      expect(await page.getByText(text.broken).count()).to.equal(0);
      await expectGood(page, 'a webhook that is gone', 'gone');
      await messagesOf(page).click();
      const messages = dialog(page, text.title);
      await messages.getByText(text.failed).waitFor();
      await button(messages, text.retry).click();
      await messages.getByText(text.willRetry).waitFor();
      expect(await focused(page)).to.equal(text.willRetry);
      receiver.answer = (_, response) => response.writeHead(204).end();
      await button(messages, text.resume).click();
      await messages.getByText(text.resumed).waitFor();
      await eventually(async () => {
        await button(messages, text.refresh).click();
        expect(await messages.getByText(text.delivered).count()).to.equal(1);
      });
      await button(messages, text.close).last().click();
      await page.getByText(text.active, { exact: true }).waitFor();
      await page.getByRole('link', { name: text.settings, exact: true }).click();
      await page.locator('settings-form form').waitFor();
      expect(await page.getByText(text.broken).count()).to.equal(0);
    });

    it('of a long address are edited, and deleted by keyboard alone', async () => {
      const page = await visit();
      await add(page, longAddress);
      await page.reload();
      await messagesOf(page).waitFor();
      await expectGood(page, 'a webhook with a long address', 'long');
      await messagesOf(page).click();
      const messages = dialog(page, text.title);
      await messages.getByText(text.noMessage).waitFor();
      await expectGood(page, 'the messages to a long address', 'long-messages');
      await page.keyboard.press('Escape');
      await page.locator('webhook-list .button.primary.icon').click();
      const form = dialog(page, text.editTitle);
      await form.getByLabel(text.edited, { exact: true }).check();
      await form.getByLabel(text.created, { exact: true }).uncheck();
      await button(form, 'Ok').click();
      await page.getByText(text.wasEdited).waitFor();
      expect((await listed<Stored>(page, webhooks))[0]?.types).to.deep.equal(['seance.edited']);
      await page.locator('webhook-list .button.danger').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText(text.question).waitFor();
      await expectGood(page, 'the question before a webhook is deleted', 'deletion');
      await page.keyboard.press('Tab');
      expect(await focused(page)).to.equal(text.remove);
      await page.keyboard.press('Enter');
      await page.getByText(text.removed).waitFor();
      await page.getByText(text.none).waitFor();
    });
  });
}
