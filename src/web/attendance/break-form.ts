import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { inputField } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import type { Attendance, AttendanceBreak } from './attendance.js';
import type { AttendanceSheetClient } from './attendance-sheet-client.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import fieldsCss from '../core/styles/fields.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import { sheets } from '../core/sheets.js';

type Field = 'start' | 'end';

/** Says what parts the half-days of a séance, as long as nothing is marked. */
export class BreakForm extends FormDialog<Attendance, Field> {
  static override properties = { ...FormDialog.properties, start: { state: true }, end: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, narrowDialogCss)];

  declare protected start: string;
  declare protected end: string;

  constructor(
    override readonly locale: AttendanceLocale,
    private readonly client: AttendanceSheetClient,
    private readonly seanceId: string,
    private readonly now: Attendance['break'],
  ) {
    super(locale);
    this.start = now.start;
    this.end = now.end;
  }

  override fieldOf(property: string): Field | undefined {
    return property === 'start' || property === 'end' ? property : undefined;
  }

  protected override heading(): string {
    return this.locale.text('presence.break');
  }

  protected override isTouched(): boolean {
    return this.start !== this.now.start || this.end !== this.now.end;
  }

  protected override body(): TemplateResult {
    return html`<p>${this.locale.text('presence.breakHint')}</p>
      ${this.#time('start', true)} ${this.#time('end', false)}
      <p>
        <button
          type="button"
          class="button"
          aria-disabled=${this.form.isBusy}
          @click=${() => void this.#send({ start: null, end: null })}
        >
          ${this.locale.text('presence.breakUsual')}
        </button>
      </p>`;
  }

  #time(name: Field, isFirst: boolean): TemplateResult {
    return inputField(
      {
        ...{ name, isRequired: true, error: this.form.errors[name] },
        label: this.locale.text(name === 'start' ? 'presence.breakStart' : 'presence.breakEnd'),
      },
      {
        ...{ type: 'time', value: this[name], isFirst },
        change: (time) => {
          this[name] = time;
          this.form.mend(name);
        },
      },
    );
  }

  protected override async submit(): Promise<void> {
    const { start, end, locale } = this;
    const errors = {
      ...(start === '' && { start: locale.text('check.time') }),
      ...(end === '' && { end: locale.text('check.time') }),
      ...(start > end && end !== '' && { end: locale.text('presence.breakWrong') }),
    };
    if (this.form.check(errors)) await this.#send({ start, end });
  }

  async #send(pause: AttendanceBreak): Promise<void> {
    await this.form.send(async () => this.finish(await this.client.setBreak(this.seanceId, pause)));
  }
}

customElements.define('break-form', BreakForm);
