import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import type { SomeSeances } from './admin-client.js';
import type { AdminLocale } from './load-admin-locale.js';
import { seanceOutlines } from './seance-outlines.js';
import adminMessageCss from './admin-message.css?inline';
import { sheets } from '../core/sheets.js';

/** What is said, about which séances, and what is done once the reader agrees; without, there is nothing to agree to. */
export interface AdminNews {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly seances: SomeSeances;
  readonly remove?: () => Promise<void>;
}

/** Names the séances that a place or closed days concern, and asks before a deletion. */
export class AdminMessage extends FormDialog<true> {
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(adminMessageCss)];

  constructor(
    override readonly locale: AdminLocale,
    private readonly news: AdminNews,
  ) {
    super(locale);
  }

  protected override heading(): string {
    return this.news.heading;
  }

  protected override body(): TemplateResult {
    const { lines, seances } = this.news;
    return html`${lines.map((line) => html`<p>${line}</p>`)}
    ${seances.total > 0 ? seanceOutlines(seances, this.locale) : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    if (!this.news.remove) return this.mainButton(locale.text('action.close'), { isFirst: true });
    return html`${this.leaveButton('action.cancel', true)}
    ${this.mainButton(locale.text('action.delete'), { kind: 'danger' })}`;
  }

  protected override async submit(): Promise<void> {
    if (await this.form.send(async () => this.news.remove?.())) this.finish(true);
  }
}

customElements.define('admin-message', AdminMessage);
