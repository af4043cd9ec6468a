import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { inputField } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import { nameInText } from '../core/person-name.js';
import type { Entry, MarkValue, Slot } from './attendance.js';
import { isPartial, proposedMinutes, typedMinutes } from './attendance-sheet-values.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import fieldsCss from '../core/styles/fields.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import { sheets } from '../core/sheets.js';

/** A mark that needs more than a tap. */
export type MarkToComplete = 'late' | 'left-early' | 'excused';

/** Asks by how many minutes somebody was late or left early, or why they are excused. */
export class MarkNoteForm extends FormDialog<MarkValue, 'minutes'> {
  static override properties = { ...FormDialog.properties, minutes: { state: true }, note: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, narrowDialogCss)];

  declare protected minutes: string;
  declare protected note: string;

  constructor(
    override readonly locale: AttendanceLocale,
    private readonly halfDay: Slot,
    private readonly entry: Entry,
    private readonly mark: MarkToComplete,
    now: number,
  ) {
    super(locale);
    const isSame = entry.mark === mark;
    const known = isSame && entry.minutes !== undefined ? String(entry.minutes) : undefined;
    this.minutes = isPartial(mark) ? (known ?? proposedMinutes(mark, halfDay, now)) : '';
    this.note = isSame ? (entry.note ?? '') : '';
  }

  protected override heading(): string {
    return this.locale.text('presence.markOf', {
      mark: this.locale.text(`mark.${this.mark}`),
      name: nameInText(this.entry.user),
    });
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    const isLong = isPartial(this.mark);
    return html`${isLong ? this.#minutes() : nothing}
    ${inputField(
      { name: 'note', label: locale.text('presence.note'), hints: [locale.text('presence.noteHint')] },
      { value: this.note, isFirst: !isLong, change: (note) => (this.note = note) },
    )}`;
  }

  #minutes(): TemplateResult {
    const { locale } = this;
    return inputField(
      {
        ...{ name: 'minutes', isRequired: true, error: this.form.errors.minutes },
        label: locale.text(this.mark === 'late' ? 'presence.minutesLate' : 'presence.minutesEarly'),
      },
      {
        ...{ type: 'number', value: this.minutes, isFirst: true, unit: locale.text('presence.minutes') },
        constraints: { minimum: 1, maximum: this.halfDay.minutes - 1 },
        change: (minutes) => {
          this.minutes = minutes;
          this.form.mend('minutes');
        },
      },
    );
  }

  protected override submit(): Promise<void> {
    const { mark } = this;
    const note = this.note.trim();
    const minutes = isPartial(mark) ? typedMinutes(this.minutes, this.halfDay) : undefined;
    const isWrong = isPartial(mark) && minutes === undefined;
    const limit = this.halfDay.minutes - 1;
    const errors = isWrong ? { minutes: this.locale.text('presence.minutesWrong', { limit }) } : {};
    if (this.form.check(errors))
      this.finish({ mark, ...(minutes !== undefined && { minutes }), ...(note && { note }) });
    return Promise.resolve();
  }
}

customElements.define('mark-note-form', MarkNoteForm);
