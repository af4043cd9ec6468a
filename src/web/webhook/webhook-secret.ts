import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { AdminLocale } from '../administration/load-admin-locale.js';
import { FormDialog } from '../core/form-dialog.js';
import { sheets } from '../core/sheets.js';
import { copied, textToCopy } from '../core/to-copy.js';
import { stateNotes, type WebhookWithSecret } from './webhook.js';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import webhookSecretCss from './webhook-secret.css?inline';

/** Shows the secret of a webhook, which nobody is shown again. */
export class WebhookSecret extends FormDialog<never> {
  static override properties = { said: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(narrowDialogCss, webhookSecretCss)];

  /** Whether it was just copied, for screen readers and others alike. */
  declare protected said: boolean;

  constructor(
    override readonly locale: AdminLocale,
    private readonly webhook: WebhookWithSecret,
  ) {
    super(locale);
    this.said = false;
  }

  override firstUpdated(): void {
    super.firstUpdated();
    void this.form.focus('#secret');
  }

  protected override heading(): string {
    return this.locale.text('webhook.secret');
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    return html`<p>${locale.text('webhook.secretUse')} ${locale.text('webhook.secretOnce')}</p>
      <div>
        <label for="secret">${locale.text('webhook.secretLabel')}</label>
        <div class="secret">
          ${textToCopy('secret', this.webhook.secret)} ${this.mainButton(locale.text('feed.copy'))}
        </div>
      </div>
      ${stateNotes({ ...this.webhook, paused: null }, locale).map((note) => html`<p>${note}</p>`)}
      <p role="status" class="muted">${this.said ? locale.text('webhook.secretCopied') : nothing}</p>`;
  }

  protected override buttons(): TemplateResult {
    return this.leaveButton('action.close');
  }

  /** Where the browser keeps the clipboard from the page, the secret is selected: the keys do the rest. */
  protected override async submit(): Promise<void> {
    this.said = await copied(this.webhook.secret);
    if (!this.said) await this.form.focus('#secret');
  }
}

customElements.define('webhook-secret', WebhookSecret);
