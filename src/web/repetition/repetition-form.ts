import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import type { ConstraintsOf } from '../core/input-constraints.js';
import type { RepetitionInput, RepetitionPreview, RepetitionResult } from './repetition.js';
import { RequestFailure } from '../core/request-failure.js';
import type { Seance } from '../seance/seance.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Settings } from '../space/space.js';
import { failureMessage, failureText } from '../core/failure-message.js';
import { LatestRequest } from '../core/latest-request.js';
import { repetitionStyles } from './repetition-styles.js';
import { checkInputs } from '../core/field-checks.js';
import { sortProblems } from '../core/field-problems.js';
import { leaveQuestion } from '../core/leave-question.js';
import { ModalDialog } from '../core/modal-dialog.js';
import './occurrence-list.js';
import type { DateChoiceEvent } from './occurrence-list.js';
import { optionFields, ruleFields, type RepetitionContext } from './repetition-fields.js';
import {
  chooseDate,
  hasDates,
  initialRepetition,
  repetitionFields,
  toRepetition,
  type RepetitionErrors,
  type RepetitionValues,
} from './repetition-values.js';
import type { DatesField } from './dates-field.js';

export { showModal } from '../core/modal-dialog.js';

/** How long a pause in choosing asks for the preview, in milliseconds. */
const pause = 300;
const wrong = '[aria-invalid="true"], [data-invalid]';

/** Repeats a séance: the rule, and under it the dates that it gives. Whatever goes wrong, what was typed stays. */
export class RepetitionForm extends ModalDialog<RepetitionResult> {
  static override properties = {
    ...ModalDialog.properties,
    client: { attribute: false },
    seance: { attribute: false },
    settings: { attribute: false },
    timeZone: { attribute: false },
    values: { state: true },
    errors: { state: true },
    alert: { state: true },
    constraints: { state: true },
    showsOptions: { state: true },
    isBusy: { state: true },
    asksToLeave: { state: true },
  };

  static override styles: CSSResultGroup = [ModalDialog.styles, repetitionStyles];

  declare client: SeancesClient;
  declare seance: Seance;
  declare settings: Settings;
  /** The reader's own zone: a séance elsewhere names its own. */
  declare timeZone: string;
  declare values: RepetitionValues;
  declare errors: RepetitionErrors;
  /** What is wrong with the whole. */
  declare alert: string | undefined;
  declare constraints: ConstraintsOf<RepetitionInput>;
  declare showsOptions: boolean;
  declare isBusy: boolean;
  declare asksToLeave: boolean;
  readonly #preview = new LatestRequest<RepetitionPreview>(this);
  readonly #attempt = new Attempt();
  #original!: RepetitionValues;

  constructor() {
    super();
    this.errors = {};
    this.constraints = {};
    this.showsOptions = false;
    this.isBusy = false;
    this.asksToLeave = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('client')) return;
    this.#original = initialRepetition(this.seance, this.settings);
    this.values = this.#original;
    void this.#loadConstraints();
  }

  protected override heading(): string {
    return this.locale.text('action.repeat');
  }

  protected override body(): TemplateResult {
    const { locale, seance } = this;
    const errors = this.#allErrors();
    const context: RepetitionContext = {
      ...{ values: this.values, errors, locale, constraints: this.constraints },
      change: this.#change,
    };
    const isWrongInside = Boolean(errors.interval ?? errors.exceptDates);
    return html`<p>
        <strong>${seance.name}</strong><br />${locale.wallPeriod(seance.start, seance.end)}
        ${seance.timeZone === this.timeZone ? nothing : html`<span class="muted">(${seance.timeZone})</span>`}
      </p>
      ${seance.seriesId === null ? nothing : html`<p class="notice">${locale.text('repetition.extends')}</p>`}
      ${ruleFields(context)}
      <details .open=${this.showsOptions || isWrongInside} @toggle=${this.#onToggle}>
        <summary>${locale.text('repetition.options')}</summary>
        <div class="options">${optionFields(context)}</div>
      </details>
      <section aria-labelledby="preview" aria-busy=${this.#preview.isLoading}>
        <h3 id="preview">${locale.text('repetition.preview')}</h3>
        <p role="status">${this.#summary()}</p>
        ${this.#dates()}
      </section>`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    if (this.asksToLeave) return leaveQuestion(locale, this.#stay, () => this.finish(undefined));
    return html`${this.alert ? html`<p class="alert" role="alert">${this.alert}</p>` : nothing}
      ${this.isBusy ? html`<progress aria-hidden="true"></progress>` : nothing}
      <span class="muted" role="status">${this.isBusy ? this.#progress() : nothing}</span>
      <button type="button" class="button" @click=${this.leave}>${locale.text('action.cancel')}</button>
      <button class="button primary" aria-disabled=${this.isBusy}>${locale.text('action.ok')}</button>`;
  }

  protected override mayClose(): boolean {
    if (this.isBusy) return false;
    if (JSON.stringify(this.values) === JSON.stringify(this.#original)) return true;
    this.asksToLeave = true;
    void this.#focus('.question .button');
    return false;
  }

  protected override async submit(): Promise<void> {
    if (this.isBusy || this.asksToLeave) return;
    this.renderRoot.querySelector<DatesField>('dates-field')?.takeTyped();
    this.errors = this.#check();
    if (Object.keys(this.errors).length > 0) return this.#focus(wrong);
    this.isBusy = true;
    this.alert = undefined;
    try {
      this.finish(await this.client.repeatSeance(this.seance.id, toRepetition(this.values), this.#attempt));
    } catch (error) {
      await this.#refused(RequestFailure.of(error));
    } finally {
      this.isBusy = false;
    }
  }

  /** How many are to be, if that is known; a screen reader hears it when it changes. */
  #summary(): string {
    const { locale } = this;
    const { answer, failure, isLoading } = this.#preview;
    if (failure && failure.fields.length > 0) return failure.fields.map(({ message }) => message).join(' ');
    if (failure) return '';
    if (!answer) return locale.text(isLoading ? 'repetition.loading' : 'repetition.incomplete');
    const clashes = answer.occurrences.filter(({ conflicts }) => conflicts.length > 0).length;
    const skipped = answer.skipped.length;
    return [
      locale.text('repetition.count', { count: answer.occurrences.length }),
      ...(skipped > 0 ? [locale.text('repetition.skippedCount', { count: skipped })] : []),
      ...(clashes > 0 ? [locale.text('repetition.clashCount', { count: clashes })] : []),
    ].join(' · ');
  }

  #dates(): TemplateResult | typeof nothing {
    const { answer, failure } = this.#preview;
    if (failure?.fields.length === 0) return failureMessage(failure, this.locale, this.#ask);
    if (!answer || failure) return nothing;
    return html`<occurrence-list
      .locale=${this.locale}
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
    const touched = Object.keys(changes);
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([name]) => !touched.includes(name)));
    this.#ask();
  };

  #onChoice(event: DateChoiceEvent): void {
    this.#change(chooseDate(this.values, event.choice));
  }

  readonly #ask = (): void => {
    const { client, seance, values } = this;
    if (!hasDates(values)) return this.#preview.clear();
    const input = toRepetition(values);
    void this.#preview.run((signal) => client.previewRepetition(seance.id, input, signal), pause);
  };

  /** What the last look at the rule found, and what was found when it was sent. */
  #allErrors(): RepetitionErrors {
    const { failure } = this.#preview;
    return { ...(failure && this.#sort(failure).errors), ...this.errors };
  }

  #check(): RepetitionErrors {
    const { values, locale } = this;
    const wrongInputs = checkInputs(this.renderRoot, repetitionFields, this.constraints, locale);
    // An input holds no value while what is typed in it is none.
    const hasNoEnd = values.until + values.weeks === '' && !wrongInputs.until && !wrongInputs.weeks;
    return {
      ...(values.weekdays.length === 0 && { weekdays: locale.text('repetition.noWeekday') }),
      ...(hasNoEnd && { until: locale.text('repetition.noEnd') }),
      ...(values.interval === '' && { interval: locale.text('check.required') }),
      ...wrongInputs,
    };
  }

  async #refused(failure: RequestFailure): Promise<void> {
    const { errors, others } = this.#sort(failure);
    this.errors = errors;
    const isNamed = Object.keys(errors).length > 0;
    this.alert =
      isNamed && others.length === 0 ? undefined : [failureText(failure, this.locale), ...others].join(' ');
    if (isNamed) await this.#focus(wrong);
  }

  #sort(failure: RequestFailure): ReturnType<typeof sortProblems<keyof RepetitionErrors>> {
    return sortProblems(failure, (property) => repetitionFields.find((name) => name === property));
  }

  /** Without them the server's answers say what is wrong. */
  async #loadConstraints(): Promise<void> {
    this.constraints = await this.client.inputConstraints('RepetitionInput').catch(() => ({}));
  }

  #onToggle(event: ToggleEvent): void {
    this.showsOptions = (event.target as HTMLDetailsElement).open;
  }

  readonly #stay = (): void => {
    this.asksToLeave = false;
    void this.#focus('input');
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

customElements.define('repetition-form', RepetitionForm);
