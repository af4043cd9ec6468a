import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { warningLines } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import { occurrenceNotes } from '../series/occurrence-notes.js';
import type { SeriesChange } from '../series/series.js';
import { sessionOf, type Workplace } from '../space/workplace.js';
import { moveTimes } from './move-times.js';
import type { Move } from './move.js';
import type { Seance } from './seance.js';
import fieldsCss from '../core/styles/fields.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import moveTimesCss from './move-times.css?inline';
import { sheets } from '../core/sheets.js';

/** Says from when to when a séance moves and what is in the way there, and moves it once the reader agrees. */
export class ConfirmMove extends FormDialog<Seance> {
  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(fieldsCss, narrowDialogCss, moveTimesCss),
  ];

  readonly #preview = new Loader<readonly SeriesChange[]>(this);

  constructor(
    private readonly at: Workplace,
    private readonly move: Move,
    private readonly save: () => Promise<Seance>,
  ) {
    super(at.locale);
    const { seance, start, end } = move;
    void this.#preview.load((signal) => at.client.previewChanges(seance.id, { start, end }, 'this', signal));
  }

  protected override heading(): string {
    return this.locale.text('move.title');
  }

  protected override body(): TemplateResult {
    const session = sessionOf(this.at, this.move.seance.sessionId);
    const notes = (this.#preview.answer ?? []).flatMap((planned) =>
      occurrenceNotes(planned, session, this.locale),
    );
    return html`${moveTimes(this.move, this.locale, this.at.space.actor.timeZone)}
      <div class="notes" role="status">${warningLines(notes)}</div>`;
  }

  protected override buttons(): TemplateResult {
    return html`${this.leaveButton()} ${this.mainButton(this.locale.text('move.confirm'), { isFirst: true })}`;
  }

  protected override submit(): Promise<unknown> {
    return this.form.send(async () => this.finish(await this.save()));
  }
}

customElements.define('confirm-move', ConfirmMove);
