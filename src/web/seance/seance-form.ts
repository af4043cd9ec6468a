import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { RequestFailure } from '../core/request-failure.js';
import type { SavedSeance, Seance, SeanceInput, TaggedSeance } from './seance.js';
import type { SeancesClient } from '../space/seances-client.js';
import type { Settings, TrainingSession } from '../space/space.js';
import { failureText } from '../core/failure-message.js';
import { formStyles } from '../core/styles/form.js';
import type { ChosenScope } from '../series/series.js';
import { checkInputs } from '../core/field-checks.js';
import { sortProblems } from '../core/field-problems.js';
import { editorsSince, type Editors } from './editors-since.js';
import { FormChoices } from './form-choices.js';
import { compareForms, mergeForms } from './form-merge.js';
import {
  changesBetween,
  differences,
  fieldNames,
  initialValues,
  toInput,
  valuesOf,
  type FieldErrors,
  type FieldName,
  type FormValues,
} from './form-values.js';
import { leaveQuestion } from '../core/leave-question.js';
import './merge-question.js';
import type { MergeQuestion } from './merge-question.js';
import { ModalDialog } from '../core/modal-dialog.js';
import { seanceFields } from './seance-fields.js';
import { showEditScope } from '../series/show-edit-scope.js';
import { addMinutes, minutesBetween } from '../time/wall-time.js';

export { showModal } from '../core/modal-dialog.js';

/** The first field with an error, whether it is an input or an element with inputs in it. */
const wrong = '[aria-invalid="true"], [data-invalid]';

/** Creates a séance, or edits the one in `stored`. Whatever goes wrong, what was typed stays. */
export class SeanceForm extends ModalDialog<SavedSeance> {
  static override properties = {
    ...ModalDialog.properties,
    client: { attribute: false },
    settings: { attribute: false },
    session: { attribute: false },
    timeZone: { attribute: false },
    stored: { attribute: false },
    values: { state: true },
    errors: { state: true },
    alert: { state: true },
    newer: { state: true },
    isBusy: { state: true },
    asksToLeave: { state: true },
  };

  static override styles: CSSResultGroup = [ModalDialog.styles, formStyles];

  declare client: SeancesClient;
  declare settings: Settings;
  declare session: TrainingSession;
  /** The reader's own zone. */
  declare timeZone: string;
  declare stored: TaggedSeance | undefined;
  declare values: FormValues;
  declare errors: FieldErrors;
  /** What is wrong with the whole. */
  declare alert: string | undefined;
  /** What somebody else made of the séance in the meantime. */
  declare newer: TaggedSeance | undefined;
  declare isBusy: boolean;
  declare asksToLeave: boolean;
  readonly #choices = new FormChoices(this);
  readonly #attempt = new Attempt();
  #original!: FormValues;
  #isAsking = false;
  #editors: Editors | undefined;

  constructor() {
    super();
    this.errors = {};
    this.isBusy = false;
    this.asksToLeave = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('client')) return;
    const seance = this.stored?.seance;
    this.#original = seance ? valuesOf(seance) : initialValues(this.session, this.settings, new Date());
    this.values = this.#original;
    void this.#choices.load(this.client, this.session.id, seance);
  }

  protected override heading(): string {
    return this.locale.text(this.stored ? 'form.editTitle' : 'form.createTitle');
  }

  protected override body(): TemplateResult {
    const { values, errors, locale, session } = this;
    return html`${
      this.#choices.isIncomplete
        ? html`<p class="notice" role="alert">${locale.text('form.choicesUnavailable')}</p>`
        : nothing
    }
    ${seanceFields({
      ...{ values, errors, locale, session },
      stored: this.stored?.seance,
      choices: this.#choices,
      change: this.#change,
    })}`;
  }

  protected override buttons(): TemplateResult {
    if (this.asksToLeave) return leaveQuestion(this.locale, this.#stay, () => this.finish(undefined));
    if (this.newer) return this.#mergeQuestion(this.newer);
    return html`${this.alert ? html`<p class="alert" role="alert">${this.alert}</p>` : nothing}
      <span class="muted" role="status">${this.isBusy ? this.locale.text('form.saving') : nothing}</span>
      <button type="button" class="button" @click=${this.leave}>${this.locale.text('action.cancel')}</button>
      <button class="button primary" aria-disabled=${this.isBusy}>${this.locale.text('action.ok')}</button>`;
  }

  protected override mayClose(): boolean {
    if (differences(this.#original, this.values).length === 0) return true;
    this.asksToLeave = true;
    void this.#focus('.question .button');
    return false;
  }

  protected override async submit(): Promise<void> {
    if (this.isBusy || this.#isAsking || this.asksToLeave || this.newer || !this.#check()) return;
    this.alert = undefined;
    const isSettled = await this.#trySave();
    this.isBusy = false;
    if (!isSettled) await this.submit();
  }

  /** False when it is to be tried again at once: somebody was faster, and there is nothing to choose. */
  async #trySave(): Promise<boolean> {
    try {
      if (this.stored) await this.#edit(this.stored);
      else await this.#create();
    } catch (error) {
      const failure = RequestFailure.of(error);
      if (failure.code === 'stale' && this.stored) return this.#compare(this.stored.seance);
      await this.#refused(failure);
    }
    return true;
  }

  async #create(): Promise<void> {
    this.isBusy = true;
    const input = toInput(this.values);
    this.finish({ seance: await this.client.createSeance(this.session.id, input, this.#attempt), count: 1 });
  }

  async #edit({ seance, etag }: TaggedSeance): Promise<void> {
    const changes = changesBetween(this.#original, this.values);
    if (Object.keys(changes).length === 0) {
      this.finish(undefined);
      return;
    }
    const chosen = await this.#scopeOf(seance, changes);
    if (!chosen) return;
    this.isBusy = true;
    const { scope, count } = chosen;
    this.finish({ seance: await this.client.editSeance(seance.id, changes, etag, scope), count });
  }

  /** Which séances of its series the edit is about; undefined when the reader goes back to the form. */
  async #scopeOf(seance: Seance, changes: Partial<SeanceInput>): Promise<ChosenScope | undefined> {
    if (seance.seriesId === null) return { scope: 'this', count: 1 };
    const { client, locale } = this;
    this.#isAsking = true;
    try {
      return await showEditScope(this.renderRoot, { client, locale, seance, changes });
    } finally {
      this.#isAsking = false;
    }
  }

  readonly #change = (changes: Partial<FormValues>): void => {
    const before = this.values;
    this.values = { ...before, ...changes };
    const touched = Object.keys(changes);
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([name]) => !touched.includes(name)));
    if (changes.start !== undefined) this.#moveEnd(before);
  };

  /** The end follows the start, as far behind it as before. */
  #moveEnd({ start, end }: FormValues): void {
    const length = minutesBetween(start, end);
    if (!(length > 0) || this.values.start === '') return;
    this.values = { ...this.values, end: addMinutes(this.values.start, length) };
  }

  #check(): boolean {
    this.errors = checkInputs(this.renderRoot, fieldNames, this.#choices.constraints, this.locale);
    const isRight = Object.keys(this.errors).length === 0;
    if (!isRight) void this.#focus(wrong);
    return isRight;
  }

  async #refused(failure: RequestFailure): Promise<void> {
    const { errors, others } = sortProblems(failure, (property) =>
      fieldNames.find((name) => name === (property === 'groupId' ? 'groupName' : property)),
    );
    this.errors = errors;
    const named = Object.keys(errors).length > 0;
    this.alert =
      named && others.length === 0 ? undefined : [failureText(failure, this.locale), ...others].join(' ');
    if (named) await this.#focus(wrong);
  }

  /** True when the reader is asked. What cannot be seen in the form, such as a new series, is no reason to ask. */
  async #compare(stored: Seance): Promise<boolean> {
    try {
      const newer = await this.client.getSeance(stored.id);
      this.#choices.include(newer.seance);
      const { theirs, conflicts } = compareForms(this.#original, this.values, valuesOf(newer.seance));
      const asks = theirs.length + conflicts.length > 0;
      if (asks) {
        this.#editors = await editorsSince(this.client, stored, newer.seance);
        this.newer = newer;
      } else this.#merge(newer, []);
      return asks;
    } catch (error) {
      this.alert = failureText(RequestFailure.of(error), this.locale);
      return true;
    }
  }

  #mergeQuestion(newer: TaggedSeance): TemplateResult {
    const theirs = valuesOf(newer.seance);
    return html`<merge-question
      class="question"
      .locale=${this.locale}
      .choices=${this.#choices}
      .comparison=${compareForms(this.#original, this.values, theirs)}
      .mine=${this.values}
      .theirs=${theirs}
      .editors=${this.#editors}
      .timeZone=${this.timeZone}
      @review=${(event: Event) => this.#review(newer, event)}
      @save=${(event: Event) => this.#saveMerged(newer, event)}
    ></merge-question>`;
  }

  #review(newer: TaggedSeance, event: Event): void {
    this.#merge(newer, (event.target as MergeQuestion).taken);
    void this.#focus('input');
  }

  #saveMerged(newer: TaggedSeance, event: Event): void {
    this.#merge(newer, (event.target as MergeQuestion).taken);
    void this.updateComplete.then(() => this.submit());
  }

  /** From here on the form is one of `newer`: what is sent is what still differs from it. */
  #merge(newer: TaggedSeance, taken: readonly FieldName[]): void {
    const theirs = valuesOf(newer.seance);
    this.values = mergeForms(this.values, theirs, taken);
    this.stored = newer;
    this.newer = undefined;
    this.#original = theirs;
    this.errors = {};
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

customElements.define('seance-form', SeanceForm);
