import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { RequestDialog } from './request-dialog.js';

/** What is asked, and what is done once the reader agrees. */
export interface Question {
  readonly title: string;
  readonly lines: readonly string[];
  /** Of the button that agrees. */
  readonly action: string;
  readonly run: () => Promise<void>;
}

/** Asks before something is done that cannot be undone by a button. */
export class ConfirmQuestion extends RequestDialog<true> {
  static override properties = { ...RequestDialog.properties, question: { attribute: false } };

  static override styles: CSSResultGroup = [
    RequestDialog.styles,
    css`
      dialog {
        width: min(32rem, 100vw - 1rem);
      }
    `,
  ];

  declare question: Question;

  protected override heading(): string {
    return this.question.title;
  }

  protected override body(): TemplateResult {
    return html`${this.question.lines.map((line) => html`<p>${line}</p>`)}`;
  }

  protected override buttons(): TemplateResult {
    return html`${this.alert()} ${this.cancelButton()}
      <button class="button danger" aria-disabled=${this.isBusy}>${this.question.action}</button>`;
  }

  protected override async submit(): Promise<void> {
    if (await this.request(this.question.run)) this.finish(true);
  }
}

customElements.define('confirm-question', ConfirmQuestion);
