import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import type { Locale } from '../core/locale.js';
import { moveTimes } from './move-times.js';
import type { Move } from './move.js';
import type { Seance } from './seance.js';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import moveTimesCss from './move-times.css?inline';
import { sheets } from '../core/sheets.js';

/** Says from when to when a séance moves, and moves it once the reader agrees. */
export class ConfirmMove extends FormDialog<Seance> {
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(narrowDialogCss, moveTimesCss)];

  constructor(
    locale: Locale,
    private readonly move: Move,
    private readonly save: () => Promise<Seance>,
  ) {
    super(locale);
  }

  protected override heading(): string {
    return this.locale.text('move.title');
  }

  protected override body(): TemplateResult {
    return moveTimes(this.move, this.locale);
  }

  protected override buttons(): TemplateResult {
    return html`${this.leaveButton()} ${this.mainButton(this.locale.text('move.confirm'), { isFirst: true })}`;
  }

  protected override submit(): Promise<unknown> {
    return this.form.send(async () => this.finish(await this.save()));
  }
}

customElements.define('confirm-move', ConfirmMove);
