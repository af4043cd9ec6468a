import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { AdminList } from '../administration/admin-list.js';
import type { AdminKey } from '../administration/load-admin-locale.js';
import { showMessage } from '../administration/show-dialogs.js';
import { Attempt } from '../core/attempt.js';
import { brief } from '../core/brief.js';
import { iconButton } from '../core/icon-button.js';
import { icon } from '../core/icons.js';
import type { Page } from '../core/page.js';
import { sheets } from '../core/sheets.js';
import { showWebhookForm, showWebhookMessages } from './show-webhook.js';
import { showWebhookSecret } from './show-webhook-secret.js';
import { stateBadge } from './state-badge.js';
import { stateNotes, type Webhook } from './webhook.js';
import webhookCss from './webhook.css?inline';
import webhookListCss from './webhook-list.css?inline';

/** The addresses that are told what happens on the platform. */
export class WebhookList extends AdminList<Webhook> {
  static override styles: CSSResultGroup = [AdminList.styles, sheets(webhookCss, webhookListCss)];

  protected override readonly columns: readonly AdminKey[] = [
    'webhook.url',
    'webhook.state',
    'webhook.types',
  ];

  protected override readonly caption = 'admin.webhooks';

  /** The server tells all of them at once: there are a few. */
  protected override async fetch(signal: AbortSignal): Promise<Page<Webhook>> {
    const all = await this.desk.client.webhooks(signal);
    const { page, size } = this.search;
    const items = size === 'all' ? all : all.slice((page - 1) * size, page * size);
    return { items, total: all.length, page, size };
  }

  protected override tools(): TemplateResult {
    return html`<button type="button" class="button primary" @click=${() => void this.#add()}>
      ${icon('plus')} ${this.desk.locale.text('webhook.add')}
    </button>`;
  }

  protected override emptyText(): string {
    return this.desk.locale.text('webhook.none');
  }

  protected override row(webhook: Webhook): TemplateResult {
    const { locale } = this.desk;
    const name = brief(webhook.url);
    const messages = locale.text('webhook.messagesOf', { url: name });
    return html`<tr role="row">
      <td role="cell" class="name"><span class="url">${webhook.url}</span></td>
      <td role="cell" class="state">${this.#state(webhook)}</td>
      <td role="cell" class="count">${locale.text('webhook.typeCount', { count: webhook.types.length })}</td>
      <td role="cell" class="buttons">
        ${iconButton('list', messages, () => void this.#open(webhook))}
        ${iconButton('pencil', locale.text('admin.editOf', { name }), () => void this.#edit(webhook), 'primary')}
        ${iconButton('bin', locale.text('admin.deleteOf', { name }), () => void this.#delete(webhook), 'danger')}
      </td>
    </tr>`;
  }

  #state(webhook: Webhook): TemplateResult {
    const { locale } = this.desk;
    const { waiting } = webhook;
    const notes = [
      ...stateNotes(webhook, locale),
      ...(waiting > 0 ? [locale.text('webhook.waiting', { count: waiting })] : []),
    ];
    return html`${stateBadge(webhook, locale)} ${notes.map((note) => html`<p class="muted">${note}</p>`)}`;
  }

  async #add(): Promise<void> {
    const { client, locale } = this.desk;
    const attempt = new Attempt();
    const added = await showWebhookForm(this.renderRoot, this.desk, {
      heading: 'webhook.addTitle',
      input: { url: '', types: [] },
      save: (input) => client.addWebhook(input, attempt),
    });
    if (!added) return;
    this.done(locale.text('webhook.added'));
    await showWebhookSecret(this.renderRoot, locale, added);
  }

  async #edit({ id, url, types }: Webhook): Promise<void> {
    const { client, locale } = this.desk;
    const edited = await showWebhookForm(this.renderRoot, this.desk, {
      heading: 'webhook.editTitle',
      input: { url, types },
      save: (input) => client.editWebhook(id, input),
    });
    if (edited) this.done(locale.text('webhook.edited'));
  }

  /** What was done there is seen in the list. */
  async #open(webhook: Webhook): Promise<void> {
    await showWebhookMessages(this.renderRoot, this.desk, webhook);
    this.load();
  }

  async #delete({ id, url, waiting }: Webhook): Promise<void> {
    const { client, locale, notices } = this.desk;
    const isDeleted = await showMessage(this.renderRoot, this.desk, {
      heading: locale.text('webhook.deleteTitle'),
      lines: [
        locale.text('webhook.deleteQuestion', { url: brief(url) }),
        ...(waiting > 0 ? [locale.text('webhook.deleteWaiting', { count: waiting })] : []),
      ],
      seances: { total: 0, items: [] },
      remove: () => client.deleteWebhook(id),
    });
    if (!isDeleted) return;
    this.done(locale.text('webhook.deleted'));
    await notices.focus();
  }
}

customElements.define('webhook-list', WebhookList);
