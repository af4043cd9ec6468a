import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { inputField, selectField } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import { nameInText } from '../core/person-name.js';
import { marks, type Entry, type Mark, type MarkValue, type Slot } from './attendance.js';
import type { AttendanceSheetClient } from './attendance-sheet-client.js';
import { isPartial, markText, typedMinutes } from './attendance-sheet-values.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import fieldsCss from '../core/styles/fields.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import { sheets } from '../core/sheets.js';

type Field = 'mark' | 'minutes' | 'reason';

/** What is to be corrected, and what it is to be. */
export interface CorrectionQuestion {
  readonly seanceId: string;
  readonly slot: Slot;
  readonly entry: Entry;
  readonly proposal: MarkValue;
}

/** Corrects a mark after the half-day was closed, with a reason: what was there before stays beside it. */
export class CorrectionForm extends FormDialog<Slot, Field> {
  static override properties = {
    ...FormDialog.properties,
    mark: { state: true },
    minutes: { state: true },
    reason: { state: true },
  };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, narrowDialogCss)];

  declare protected mark: Mark;
  declare protected minutes: string;
  declare protected reason: string;

  constructor(
    override readonly locale: AttendanceLocale,
    private readonly client: AttendanceSheetClient,
    private readonly question: CorrectionQuestion,
  ) {
    super(locale);
    const { mark, minutes, note = '' } = question.proposal;
    this.mark = mark;
    this.minutes = minutes === undefined ? '' : String(minutes);
    this.reason = note;
  }

  override fieldOf(property: string): Field | undefined {
    return (['mark', 'minutes', 'reason'] as const).find((name) => name === property);
  }

  protected override heading(): string {
    return this.locale.text('presence.correctOf', { name: nameInText(this.question.entry.user) });
  }

  protected override isTouched(): boolean {
    return this.reason !== (this.question.proposal.note ?? '');
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    return html`<p>${locale.text('presence.correctHint', { mark: markText(this.question.entry, locale) })}</p>
      ${selectField(
        { name: 'mark', label: locale.text('presence.newMark'), error: this.form.errors.mark },
        {
          value: this.mark,
          choices: marks.map((id) => ({ id, name: locale.text(`mark.${id}`) })),
          change: (mark) => this.#change({ mark: mark as Mark }),
        },
      )}
      ${isPartial(this.mark) ? this.#minutes() : nothing}
      ${inputField(
        {
          ...{ name: 'reason', isRequired: true, error: this.form.errors.reason },
          label: locale.text('presence.reason'),
          hints: [locale.text('presence.reasonHint')],
        },
        { value: this.reason, isFirst: true, change: (reason) => this.#change({ reason }) },
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
        ...{ type: 'number', value: this.minutes, unit: locale.text('presence.minutes') },
        constraints: { minimum: 1, maximum: this.question.slot.minutes - 1 },
        change: (minutes) => this.#change({ minutes }),
      },
    );
  }

  #change(
    changes: Partial<{ readonly mark: Mark; readonly minutes: string; readonly reason: string }>,
  ): void {
    Object.assign(this, changes);
    this.form.mend(...Object.keys(changes));
  }

  protected override async submit(): Promise<void> {
    const { seanceId, slot, entry } = this.question;
    const { mark } = this;
    const reason = this.reason.trim();
    const minutes = isPartial(mark) ? typedMinutes(this.minutes, slot) : undefined;
    const limit = slot.minutes - 1;
    const errors = {
      ...(isPartial(mark) &&
        minutes === undefined && { minutes: this.locale.text('presence.minutesWrong', { limit }) }),
      ...(reason === '' && { reason: this.locale.text('check.required') }),
    };
    if (!this.form.check(errors)) return;
    const correction = { userId: entry.user.id, mark, reason, ...(minutes !== undefined && { minutes }) };
    await this.form.send(async () => this.finish(await this.client.correct(seanceId, slot.id, correction)));
  }
}

customElements.define('correction-form', CorrectionForm);
