import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { failureMessage } from '../core/failure-message.js';
import { checkInputs } from '../core/field-checks.js';
import { sortProblems } from '../core/field-problems.js';
import type { FieldErrors } from '../core/form-controller.js';
import { FormDialog } from '../core/form-dialog.js';
import type { ConstraintsOf } from '../core/input-constraints.js';
import { Loader } from '../core/loader.js';
import { seanceTime } from '../seance/seance-time.js';
import type { Seance } from '../seance/seance.js';
import type { TrainingSession } from '../space/space.js';
import { sessionOf, type Workplace } from '../space/workplace.js';
import type { DatesField } from './dates-field.js';
import './occurrence-list.js';
import type { DateChoiceEvent } from './occurrence-list.js';
import { optionFields, ruleFields, type RepetitionContext } from './repetition-fields.js';
import {
  chooseDate,
  hasDates,
  initialRepetition,
  inTheWay,
  leaveOut,
  repetitionFields,
  toRepetition,
  type RepetitionField,
  type RepetitionValues,
} from './repetition-values.js';
import type { RepetitionInput, RepetitionPreview, RepetitionResult } from './repetition.js';
import fieldsCss from '../core/styles/fields.css?inline';
import repetitionFormCss from './repetition-form.css?inline';
import { sheets } from '../core/sheets.js';

/** How long a pause in choosing asks for the preview, in milliseconds. */
const pause = 300;

/** Repeats a séance: the rule, and under it the dates that it gives. Whatever goes wrong, what was typed stays. */
export class RepetitionForm extends FormDialog<RepetitionResult, RepetitionField> {
  static override properties = { values: { state: true }, showsOptions: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, repetitionFormCss)];

  declare protected values: RepetitionValues;
  declare protected showsOptions: boolean;
  readonly #preview = new Loader<RepetitionPreview>(this);
  /** Without them the server's answers say what is wrong. */
  readonly #constraints = new Loader<ConstraintsOf<RepetitionInput>>(this);
  readonly #attempt = new Attempt();
  readonly #original: RepetitionValues;
  readonly #session: TrainingSession;

  constructor(
    private readonly at: Workplace,
    private readonly seance: Seance,
  ) {
    super(at.locale);
    this.#session = sessionOf(at, seance.sessionId);
    this.#original = initialRepetition(seance, at.space.settings, this.#session);
    this.values = this.#original;
    this.showsOptions = false;
    void this.#constraints.load((signal) => at.client.inputConstraints('RepetitionInput', signal));
    this.#ask();
  }

  protected override heading(): string {
    return this.locale.text('action.repeat');
  }

  protected override body(): TemplateResult {
    const { locale, seance } = this;
    const errors = this.#allErrors();
    const context: RepetitionContext = {
      ...{ values: this.values, errors, locale, constraints: this.#constraints.answer ?? {} },
      change: this.#change,
    };
    const isWrongInside = Boolean(errors.interval ?? errors.exceptDates);
    return html`<p>
        <strong>${seance.name}</strong><br />${seanceTime(seance, locale, this.at.space.actor.timeZone)}
      </p>
      ${seance.seriesId === null ? nothing : html`<p class="notice">${locale.text('repetition.extends')}</p>`}
      ${this.#deletedPlace()} ${ruleFields(context)}
      <details .open=${this.showsOptions || isWrongInside} @toggle=${this.#onToggle}>
        <summary>${locale.text('repetition.options')}</summary>
        <div class="options">${optionFields(context)}</div>
      </details>
      <section aria-labelledby="preview" aria-busy=${this.#preview.isLoading}>
        <h3 id="preview" tabindex="-1">${locale.text('repetition.preview')}</h3>
        <p role="status" class=${this.#isSaidAtField ? 'hidden-text' : nothing}>${this.#summary()}</p>
        ${this.#untick()} ${this.#dates()}
      </section>`;
  }

  protected override buttons(): TemplateResult {
    const { isBusy } = this.form;
    return html`${isBusy ? html`<progress aria-hidden="true"></progress>` : nothing}
      <span class="muted" role="status">${isBusy ? this.#progress() : nothing}</span>
      ${this.leaveButton()} ${this.mainButton(this.locale.text('action.ok'))}`;
  }

  protected override isTouched(): boolean {
    return JSON.stringify(this.values) !== JSON.stringify(this.#original);
  }

  override fieldOf(property: string): RepetitionField | undefined {
    return repetitionFields.find((name) => name === property);
  }

  protected override async submit(): Promise<void> {
    this.renderRoot.querySelector<DatesField>('dates-field')?.takeTyped();
    if (!this.form.check(this.#wrong())) return;
    await this.form.send(async () => {
      const input = toRepetition(this.values);
      this.finish(await this.at.client.repeatSeance(this.seance.id, input, this.#attempt));
    });
  }

  /** Whether what is wrong is read at a field: it is still heard when it changes. */
  get #isSaidAtField(): boolean {
    const { failure } = this.#preview;
    if (!failure || failure.fields.length === 0) return false;
    return sortProblems(failure, (property) => this.fieldOf(property)).others.length === 0;
  }

  /** How many are to be, if that is known; a screen reader hears it when it changes. */
  #summary(): string {
    const { locale } = this;
    const { answer, failure, isLoading } = this.#preview;
    if (failure && failure.fields.length > 0) return failure.fields.map(({ message }) => message).join(' ');
    if (failure) return '';
    if (!answer) return locale.text(isLoading ? 'repetition.loading' : 'repetition.incomplete');
    const clashes = answer.occurrences.filter(({ conflicts }) => conflicts.length > 0).length;
    const outside = answer.occurrences.filter(({ warnings }) =>
      warnings.some(({ code }) => code === 'outside-session'),
    ).length;
    const skipped = answer.skipped.length;
    return [
      locale.text('repetition.count', { count: answer.occurrences.length }),
      ...(skipped > 0 ? [locale.text('repetition.skippedCount', { count: skipped })] : []),
      ...(clashes > 0 ? [locale.text('repetition.clashCount', { count: clashes })] : []),
      ...(outside > 0 ? [locale.text('repetition.outsideCount', { count: outside })] : []),
    ].join(' · ');
  }

  /** Leaves out at once what runs into something. */
  #untick(): TemplateResult | typeof nothing {
    const { answer, failure } = this.#preview;
    const found = answer && !failure ? inTheWay(answer) : [];
    if (found.length === 0) return nothing;
    const run = (): void => {
      this.#change(leaveOut(this.values, found));
      // The button goes with what it was about.
      void this.form.focus('#preview');
    };
    return html`<button type="button" class="button" @click=${run}>
      ${this.locale.text('repetition.untick', { count: found.length })}
    </button>`;
  }

  /** The copies get the place of the séance, whatever became of it. */
  #deletedPlace(): TemplateResult | typeof nothing {
    const warnings = this.#preview.answer?.occurrences[0]?.warnings ?? [];
    const name = warnings.find(({ code }) => code === 'location-deleted')?.resource?.name;
    if (name === undefined) return nothing;
    return html`<p class="warning">${this.locale.text('repetition.deletedPlace', { name })}</p>`;
  }

  #dates(): TemplateResult | typeof nothing {
    const { answer, failure } = this.#preview;
    if (failure?.fields.length === 0) return failureMessage(failure, this.locale, this.#ask);
    if (!answer || failure) return nothing;
    return html`<occurrence-list
      .locale=${this.locale}
      .session=${this.#session}
      .ownZone=${this.at.space.actor.timeZone}
      .preview=${answer}
      .exceptDates=${this.values.exceptDates}
      .keepDates=${this.values.keepDates}
      @date-choice=${this.#onChoice}
    ></occurrence-list>`;
  }

  #progress(): string {
    return this.locale.text('repetition.creating', { count: this.#preview.answer?.occurrences.length ?? 0 });
  }

  readonly #change = (changes: Partial<RepetitionValues>): void => {
    this.values = { ...this.values, ...changes };
    this.form.mend(...Object.keys(changes));
    this.#ask();
  };

  #onChoice(event: DateChoiceEvent): void {
    this.#change(chooseDate(this.values, event.choice));
  }

  readonly #ask = (): void => {
    const { seance, values } = this;
    if (!hasDates(values)) return this.#preview.clear();
    const input = toRepetition(values);
    void this.#preview.load((signal) => this.at.client.previewRepetition(seance.id, input, signal), pause);
  };

  /** What the last look at the rule found, and what was found when it was sent. */
  #allErrors(): FieldErrors<RepetitionField> {
    const { failure } = this.#preview;
    const previewed = failure ? sortProblems(failure, (property) => this.fieldOf(property)).errors : {};
    return { ...previewed, ...this.form.errors };
  }

  #wrong(): FieldErrors<RepetitionField> {
    const { values, locale } = this;
    const constraints = this.#constraints.answer ?? {};
    const wrongInputs = checkInputs(this.renderRoot, repetitionFields, constraints, locale);
    // An input holds no value while what is typed in it is none.
    const hasNoEnd = values.until + values.weeks === '' && !wrongInputs.until && !wrongInputs.weeks;
    return {
      ...(values.weekdays.length === 0 && { weekdays: locale.text('repetition.noWeekday') }),
      ...(hasNoEnd && { until: locale.text('repetition.noEnd') }),
      ...(values.interval === '' && { interval: locale.text('check.required') }),
      ...wrongInputs,
    };
  }

  #onToggle(event: ToggleEvent): void {
    this.showsOptions = (event.target as HTMLDetailsElement).open;
  }
}

customElements.define('repetition-form', RepetitionForm);
