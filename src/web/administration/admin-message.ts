import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { RequestFailure } from '../core/request-failure.js';
import { ModalDialog } from '../core/modal-dialog.js';
import { failureText } from '../core/failure-message.js';
import type { SomeSeances } from './admin-client.js';
import type { AdminLocale } from './load-admin-locale.js';
import { seanceOutlines } from './seance-outlines.js';

/** What is said, about which séances, and what is done once the reader agrees; without, there is nothing to agree to. */
export interface AdminNews {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly seances: SomeSeances;
  readonly remove?: () => Promise<void>;
}

/** Names the séances that a place or closed days concern, and asks before a deletion. */
export class AdminMessage extends ModalDialog<true> {
  static override properties = {
    ...ModalDialog.properties,
    texts: { attribute: false },
    news: { attribute: false },
    failure: { state: true },
    isBusy: { state: true },
  };

  static override styles: CSSResultGroup = [
    ModalDialog.styles,
    css`
      ul {
        margin: 0.5rem 0 0;
        padding-inline-start: 1.5rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare texts: AdminLocale;
  declare news: AdminNews;
  declare failure: RequestFailure | undefined;
  declare isBusy: boolean;

  constructor() {
    super();
    this.isBusy = false;
  }

  protected override heading(): string {
    return this.news.heading;
  }

  protected override body(): TemplateResult {
    const { lines, seances } = this.news;
    return html`${lines.map((line) => html`<p>${line}</p>`)}
    ${seances.total > 0 ? seanceOutlines(seances, this.texts) : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const { texts } = this;
    if (!this.news.remove)
      return html`<button class="button primary" autofocus>${texts.text('action.close')}</button>`;
    return html`${
        this.failure ? html`<p class="alert" role="alert">${failureText(this.failure, texts)}</p>` : nothing
      }
      <button type="button" class="button" autofocus @click=${this.leave}>
        ${texts.text('action.cancel')}
      </button>
      <button class="button danger" aria-disabled=${this.isBusy}>${texts.text('action.delete')}</button>`;
  }

  protected override mayClose(): boolean {
    return !this.isBusy;
  }

  protected override async submit(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    try {
      await this.news.remove?.();
      this.finish(true);
    } catch (error) {
      this.failure = RequestFailure.of(error);
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('admin-message', AdminMessage);
