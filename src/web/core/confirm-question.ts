import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from './form-dialog.js';
import type { Locale } from './locale.js';
import narrowDialogCss from './styles/narrow-dialog.css?inline';
import { sheets } from './sheets.js';

/** What is asked, and what is done once the reader agrees. */
export interface Question {
  readonly title: string;
  readonly lines: readonly string[];
  /** Of the button that agrees. */
  readonly action: string;
  readonly run: () => Promise<void>;
}

/** Asks before something is done that cannot be undone by a button. */
export class ConfirmQuestion extends FormDialog<true> {
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(narrowDialogCss)];

  constructor(
    locale: Locale,
    private readonly question: Question,
  ) {
    super(locale);
  }

  protected override heading(): string {
    return this.question.title;
  }

  protected override body(): TemplateResult {
    return html`${this.question.lines.map((line) => html`<p>${line}</p>`)}`;
  }

  protected override buttons(): TemplateResult {
    const { action } = this.question;
    return html`${this.leaveButton('action.cancel', true)} ${this.mainButton(action, { kind: 'danger' })}`;
  }

  protected override async submit(): Promise<void> {
    if (await this.form.send(this.question.run)) this.finish(true);
  }
}

customElements.define('confirm-question', ConfirmQuestion);
