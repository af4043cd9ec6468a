import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { checkInputs } from '../core/field-checks.js';
import { sortProblems } from '../core/field-problems.js';
import { wrong, type FieldErrors } from '../core/form-controller.js';
import type { ConstraintsOf } from '../core/input-constraints.js';
import { Loader } from '../core/loader.js';
import type { Locale } from '../core/locale.js';
import type { TrainingSession } from '../space/space.js';
import type { Workplace } from '../space/workplace.js';
import type { DatesField } from './dates-field.js';
import './occurrence-list.js';
import type { DateChoiceEvent } from './occurrence-list.js';
import { optionFields, ruleFields, type RepetitionContext } from './repetition-fields.js';
import {
  chooseDate,
  hasDates,
  inTheWay,
  leaveOut,
  repetitionFieldOf,
  repetitionFields,
  toRepetition,
  type RepetitionField,
  type RepetitionValues,
} from './repetition-values.js';
import type { LookAhead, RepetitionInput, RepetitionPreview } from './repetition.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import repetitionPlanCss from './repetition-plan.css?inline';
import { sheets } from '../core/sheets.js';

/** How long a pause in choosing asks for the preview, in milliseconds. */
const pause = 300;

/** Tells the form around what was chosen. */
export class PlanChangeEvent extends Event {
  static readonly type = 'plan-change';
  readonly changes: Partial<RepetitionValues>;

  constructor(changes: Partial<RepetitionValues>) {
    super(PlanChangeEvent.type);
    this.changes = changes;
  }
}

/** The rule of a repetition, and under it the dates that it gives. Fires `plan-change`. */
export class RepetitionPlan extends LitElement {
  static override properties = {
    at: { attribute: false },
    session: { attribute: false },
    lookAhead: { attribute: false },
    values: { attribute: false },
    errors: { attribute: false },
    isNew: { type: Boolean, attribute: 'new' },
    showsOptions: { state: true },
  };

  static override styles = sheets(controlsCss, fieldsCss, repetitionPlanCss);

  declare at: Workplace;
  /** Of the séance. */
  declare session: TrainingSession;
  /** Another one when what is repeated is not as it was; undefined while it cannot be repeated. */
  declare lookAhead: LookAhead | undefined;
  declare values: RepetitionValues;
  /** What was found when it was sent. */
  declare errors: FieldErrors<RepetitionField>;
  /** Whether the séance is created with its copies. */
  declare isNew: boolean;
  declare protected showsOptions: boolean;
  readonly #preview = new Loader<RepetitionPreview>(this);
  /** Without them the server's answers say what is wrong. */
  readonly #constraints = new Loader<ConstraintsOf<RepetitionInput>>(this);

  constructor() {
    super();
    this.isNew = false;
    this.showsOptions = false;
  }

  /** How many copies there are to be, as far as that is known. */
  get count(): number {
    return this.#preview.answer?.occurrences.length ?? 0;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated)
      void this.#constraints.load((signal) => this.at.client.inputConstraints('RepetitionInput', signal));
    if (changed.has('lookAhead') || changed.has('values')) this.#ask();
  }

  override render(): TemplateResult {
    const { locale } = this;
    const errors = { ...this.#previewErrors(), ...this.errors };
    const context: RepetitionContext = {
      ...{ values: this.values, errors, locale, constraints: this.#constraints.answer ?? {} },
      change: this.#change,
    };
    const isWrongInside = Boolean(errors.interval ?? errors.exceptDates);
    return html`<div class="plan">
      ${this.#deletedPlace()} ${ruleFields(context)}
      <details .open=${this.showsOptions || isWrongInside} @toggle=${this.#onToggle}>
        <summary>${locale.text('repetition.options')}</summary>
        <div class="options">${optionFields(context)}</div>
      </details>
      <section aria-labelledby="preview" aria-busy=${this.#preview.isLoading}>
        <h3 id="preview" tabindex="-1">${locale.text('repetition.preview')}</h3>
        <p role="status" class=${this.#isSaidAtField ? 'hidden-text' : nothing}>${this.#summary()}</p>
        ${this.#untick()} ${this.#dates()}
      </section>
    </div>`;
  }

  /** What is wrong comes first. */
  override focus(): void {
    const first = this.renderRoot.querySelector(wrong) ?? this.renderRoot.querySelector('input');
    (first as HTMLElement | null)?.focus();
  }

  /** What is wrong before anything is sent; a date that was typed and not added yet is added. */
  check(): FieldErrors<RepetitionField> {
    this.renderRoot.querySelector<DatesField>('dates-field')?.takeTyped();
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

  get locale(): Locale {
    return this.at.locale;
  }

  /** Whether what is wrong is read at a field: it is still heard when it changes. */
  get #isSaidAtField(): boolean {
    const { failure } = this.#preview;
    if (!failure || failure.fields.length === 0) return false;
    return sortProblems(failure, repetitionFieldOf).others.length === 0;
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
      locale.text(this.isNew ? 'repetition.countBeside' : 'repetition.count', {
        count: answer.occurrences.length,
      }),
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
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#preview')?.focus());
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
      .session=${this.session}
      .ownZone=${this.at.space.actor.timeZone}
      .preview=${answer}
      .exceptDates=${this.values.exceptDates}
      .keepDates=${this.values.keepDates}
      @date-choice=${this.#onChoice}
    ></occurrence-list>`;
  }

  readonly #change = (changes: Partial<RepetitionValues>): void => {
    this.values = { ...this.values, ...changes };
    this.dispatchEvent(new PlanChangeEvent(changes));
  };

  #onChoice(event: DateChoiceEvent): void {
    this.#change(chooseDate(this.values, event.choice));
  }

  readonly #ask = (): void => {
    const { lookAhead, values } = this;
    if (!lookAhead || !hasDates(values)) return this.#preview.clear();
    const input = toRepetition(values);
    void this.#preview.load((signal) => lookAhead(input, signal), pause);
  };

  /** What the last look at the rule found. */
  #previewErrors(): FieldErrors<RepetitionField> {
    const { failure } = this.#preview;
    return failure ? sortProblems(failure, repetitionFieldOf).errors : {};
  }

  #onToggle(event: ToggleEvent): void {
    this.showsOptions = (event.target as HTMLDetailsElement).open;
  }
}

customElements.define('repetition-plan', RepetitionPlan);
