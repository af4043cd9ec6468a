import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { AdminClient } from '../administration/admin-client.js';
import type { AdminKey, AdminLocale } from '../administration/load-admin-locale.js';
import { failureMessage } from '../core/failure-message.js';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import { sheets } from '../core/sheets.js';
import { showQuestion } from '../core/show-question.js';
import { browserZone } from '../time/browser-zone.js';
import { showWebhookSecret } from './show-webhook-secret.js';
import { stateBadge } from './state-badge.js';
import {
  canRetry,
  deliveryText,
  faultText,
  stateNotes,
  typeText,
  type Webhook,
  type WebhookDelivery,
  type WebhookWithSecret,
} from './webhook.js';
import webhookCss from './webhook.css?inline';
import webhookMessagesCss from './webhook-messages.css?inline';

/** What an address was told lately, and what can be done about it: try it, pause it, give it another secret. */
export class WebhookMessages extends FormDialog<never> {
  static override properties = { webhook: { state: true }, said: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(webhookCss, webhookMessagesCss)];

  declare protected webhook: Webhook;
  /** What was just done, for screen readers and others alike. */
  declare protected said: string;
  readonly #deliveries = new Loader<readonly WebhookDelivery[]>(this);

  constructor(
    override readonly locale: AdminLocale,
    private readonly client: AdminClient,
    webhook: Webhook,
  ) {
    super(locale);
    this.webhook = webhook;
    this.said = '';
    void this.#load();
  }

  protected override heading(): string {
    return this.locale.text('webhook.title');
  }

  protected override body(): TemplateResult {
    const { locale, webhook } = this;
    const { paused, waiting, url } = webhook;
    return html`<p class="url">${url}</p>
      <p>
        ${stateBadge(webhook, locale)}
        ${stateNotes(webhook, locale).map((note) => html`<span>${note} </span>`)}
        <span>${locale.text('webhook.waiting', { count: waiting })}.</span>
      </p>
      <div class="commands">
        ${this.#commandButton('webhook.try', this.#try)}
        ${this.#commandButton(paused ? 'webhook.resume' : 'webhook.pause', () => this.#pause(paused === null))}
        ${this.#commandButton('webhook.rotate', this.#rotate)}
      </div>
      <p role="status" class="said" tabindex="-1">
        ${this.form.isBusy ? locale.text('tool.loading') : this.said}
      </p>
      <h3 id="latest">${locale.text('webhook.latest')}</h3>
      <div aria-busy=${this.#deliveries.isLoading}>${this.#latest()}</div>`;
  }

  protected override buttons(): TemplateResult {
    return html`${this.mainButton(this.locale.text('webhook.refresh'))} ${this.leaveButton('action.close')}`;
  }

  /** There is nothing to lose while the server is asked. */
  protected override mayClose(): boolean {
    return true;
  }

  protected override async submit(): Promise<void> {
    this.said = '';
    await this.#load();
  }

  #latest(): TemplateResult | typeof nothing {
    const { locale } = this;
    const { answer, failure } = this.#deliveries;
    if (failure) return failureMessage(failure, locale, () => void this.#load());
    if (!answer) return nothing;
    if (answer.length === 0) return html`<p class="notice">${locale.text('webhook.noMessage')}</p>`;
    return html`<ul role="list" aria-labelledby="latest">
      ${answer.map((delivery) => this.#delivery(delivery))}
    </ul>`;
  }

  #delivery(delivery: WebhookDelivery): TemplateResult {
    const { locale } = this;
    const { id, type, state, createdAt, last } = delivery;
    const at = last?.at ?? createdAt;
    const name = `delivery-${id}`;
    return html`<li class=${state}>
      <div class="told" id=${name}>
        <p class="muted">
          <span>${typeText(type, locale)}</span>
          <time datetime=${at}>${locale.shortDate(at, browserZone())}</time>
        </p>
        <p><span class="outcome">${deliveryText(delivery, locale)}</span> ${faultText(delivery, locale)}</p>
        ${last?.detail ? html`<p class="muted detail">${last.detail}</p>` : nothing}
      </div>
      ${
        canRetry(delivery)
          ? html`<button
              type="button"
              class="button"
              aria-describedby=${name}
              aria-disabled=${this.form.isBusy}
              @click=${() => void this.#retry(id)}
            >
              ${locale.text('action.retry')}
            </button>`
          : nothing
      }
    </li>`;
  }

  #commandButton(label: AdminKey, run: () => Promise<void>): TemplateResult {
    return html`<button type="button" class="button" aria-disabled=${this.form.isBusy} @click=${run}>
      ${this.locale.text(label)}
    </button>`;
  }

  async #load(): Promise<void> {
    const { client } = this;
    const { id } = this.webhook;
    await this.#deliveries.load(async (signal) => {
      const [webhook, deliveries] = await Promise.all([
        client.webhook(id, signal),
        client.webhookDeliveries(id, signal),
      ]);
      this.webhook = webhook;
      return deliveries;
    });
  }

  readonly #try = (): Promise<void> =>
    this.#do(async () => {
      const { locale } = this;
      const trial = await this.client.tryWebhook(this.webhook.id);
      return trial.state === 'delivered'
        ? locale.text('webhook.arrived', { status: trial.last?.status ?? '' })
        : locale.text('webhook.notArrived', { reason: faultText(trial, locale) });
    });

  /** For a day two secrets are valid: whoever has the old one has as long to change it. */
  readonly #rotate = async (): Promise<void> => {
    if (this.form.isBusy) return;
    this.said = '';
    const { locale } = this;
    const { id, rotatesUntil } = this.webhook;
    const when = rotatesUntil && locale.shortDate(rotatesUntil, browserZone());
    let rotated: WebhookWithSecret | undefined;
    const title = locale.text('webhook.rotate');
    await showQuestion(this.renderRoot, locale, {
      ...{ title, action: title },
      lines: [
        locale.text('webhook.rotateHint'),
        ...(when === null ? [] : [locale.text('webhook.rotateAgain', { when })]),
      ],
      run: async () => {
        rotated = await this.client.rotateWebhook(id);
      },
    });
    if (!rotated) return;
    this.webhook = rotated;
    await showWebhookSecret(this.renderRoot, locale, rotated);
    await this.#load();
  };

  /** Its button is gone then: what was done has the focus. */
  async #retry(deliveryId: string): Promise<void> {
    await this.#do(async () => {
      await this.client.retryWebhookDelivery(this.webhook.id, deliveryId);
      return this.locale.text('webhook.retryDone');
    });
    await this.form.focus('.said');
  }

  #pause(paused: boolean): Promise<void> {
    return this.#do(async () => {
      await this.client.editWebhook(this.webhook.id, { paused });
      return this.locale.text(paused ? 'webhook.pauseDone' : 'webhook.resumeDone');
    });
  }

  /** Does what needs the server, says what came of it, and shows everything as it is then. */
  async #do(work: () => Promise<string>): Promise<void> {
    if (this.form.isBusy) return;
    this.said = '';
    await this.form.send(async () => {
      this.said = await work();
      await this.#load();
    });
  }
}

customElements.define('webhook-messages', WebhookMessages);
