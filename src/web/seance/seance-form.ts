import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { checkInputs } from '../core/field-checks.js';
import { FormDialog } from '../core/form-dialog.js';
import { RequestFailure } from '../core/request-failure.js';
import type { ChosenScope } from '../series/series.js';
import { showEditScope } from '../series/show-edit-scope.js';
import type { TrainingSession } from '../space/space.js';
import type { Workplace } from '../space/workplace.js';
import { addMinutes, minutesBetween } from '../time/wall-time.js';
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
  type FieldName,
  type FormValues,
} from './form-values.js';
import './merge-question.js';
import type { MergeQuestion } from './merge-question.js';
import { seanceFields } from './seance-fields.js';
import type { SavedSeance, Seance, SeanceInput, TaggedSeance } from './seance.js';
import fieldsCss from '../core/styles/fields.css?inline';
import formCss from '../core/styles/form.css?inline';
import { sheets } from '../core/sheets.js';

/** Creates a séance, or edits the one in `stored`. Whatever goes wrong, what was typed stays. */
export class SeanceForm extends FormDialog<SavedSeance, FieldName> {
  static override properties = {
    values: { state: true },
    newer: { state: true },
  };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, formCss)];

  declare protected values: FormValues;
  /** What somebody else made of the séance in the meantime. */
  declare protected newer: TaggedSeance | undefined;
  readonly #at: Workplace;
  readonly #session: TrainingSession;
  readonly #choices = new FormChoices(this);
  readonly #attempt = new Attempt();
  #stored: TaggedSeance | undefined;
  #original: FormValues;
  #isAsking = false;
  #editors: Editors | undefined;

  constructor(at: Workplace, stored: TaggedSeance | undefined) {
    super(at.locale);
    this.#at = at;
    this.#stored = stored;
    this.#session = at.space.sessions.find(({ id }) => id === stored?.seance.sessionId) ?? at.session;
    this.#original = stored
      ? valuesOf(stored.seance)
      : initialValues(this.#session, at.space.settings, new Date());
    this.values = this.#original;
    if (stored) this.#choices.include(stored.seance);
    this.#choices.load(at.client, this.#session.id);
  }

  protected override heading(): string {
    return this.locale.text(this.#stored ? 'form.editTitle' : 'form.createTitle');
  }

  protected override body(): TemplateResult {
    const { values, locale } = this;
    return html`${
      this.#choices.isIncomplete
        ? html`<p class="notice" role="alert">${locale.text('form.choicesUnavailable')}</p>`
        : nothing
    }
    ${seanceFields({
      ...{ values, errors: this.form.errors, locale, session: this.#session },
      stored: this.#stored?.seance,
      choices: this.#choices,
      change: this.#change,
    })}`;
  }

  protected override buttons(): TemplateResult {
    return this.newer ? this.#mergeQuestion(this.newer) : super.buttons();
  }

  protected override isTouched(): boolean {
    return differences(this.#original, this.values).length > 0;
  }

  override fieldOf(property: string): FieldName | undefined {
    return fieldNames.find((name) => name === (property === 'groupId' ? 'groupName' : property));
  }

  protected override async submit(): Promise<void> {
    if (this.#isAsking || this.newer || !this.#check()) return;
    if (this.#stored) return this.#edit(this.#stored);
    const { client } = this.#at;
    await this.form.send(async () => {
      const seance = await client.createSeance(this.#session.id, toInput(this.values), this.#attempt);
      this.finish({ seance, count: 1 });
    });
  }

  async #edit(stored: TaggedSeance): Promise<void> {
    const { seance, etag } = stored;
    const changes = changesBetween(this.#original, this.values);
    if (Object.keys(changes).length === 0) {
      this.finish(undefined);
      return;
    }
    const chosen = await this.#scopeOf(seance, changes);
    if (!chosen) return;
    const { scope, count } = chosen;
    await this.form.send(async () => {
      try {
        this.finish({ seance: await this.#at.client.editSeance(seance.id, changes, etag, scope), count });
      } catch (error) {
        if (!(error instanceof RequestFailure) || error.code !== 'stale') throw error;
        await this.#compare(seance);
      }
    });
    // Somebody was faster, and left nothing to choose.
    if (this.#stored !== stored && !this.newer) await this.submit();
  }

  /** Which séances of its series the edit is about; undefined when the reader goes back to the form. */
  async #scopeOf(seance: Seance, changes: Partial<SeanceInput>): Promise<ChosenScope | undefined> {
    if (seance.seriesId === null) return { scope: 'this', count: 1 };
    this.#isAsking = true;
    try {
      return await showEditScope(this.renderRoot, this.#at, { seance, changes });
    } catch (error) {
      await this.form.refuse(RequestFailure.of(error));
      return undefined;
    } finally {
      this.#isAsking = false;
    }
  }

  readonly #change = (changes: Partial<FormValues>): void => {
    const before = this.values;
    this.values = { ...before, ...changes };
    this.form.mend(...Object.keys(changes));
    if (changes.start !== undefined) this.#moveEnd(before);
  };

  /** The end follows the start, as far behind it as before. */
  #moveEnd({ start, end }: FormValues): void {
    const length = minutesBetween(start, end);
    if (!(length > 0) || this.values.start === '') return;
    this.values = { ...this.values, end: addMinutes(this.values.start, length) };
  }

  #check(): boolean {
    return this.form.check(checkInputs(this.renderRoot, fieldNames, this.#choices.constraints, this.locale));
  }

  /** Asks the reader; what cannot be seen in the form, such as a new series, is no reason to. */
  async #compare(stored: Seance): Promise<void> {
    const { client } = this.#at;
    const newer = await client.getSeance(stored.id);
    this.#choices.include(newer.seance);
    const { theirs, conflicts } = compareForms(this.#original, this.values, valuesOf(newer.seance));
    if (theirs.length + conflicts.length === 0) {
      this.#merge(newer, []);
    } else {
      this.#editors = await editorsSince(client, stored, newer.seance);
      this.newer = newer;
    }
  }

  #mergeQuestion(newer: TaggedSeance): TemplateResult {
    const theirs = valuesOf(newer.seance);
    return html`<merge-question
      class="question"
      .at=${this.#at}
      .choices=${this.#choices}
      .comparison=${compareForms(this.#original, this.values, theirs)}
      .mine=${this.values}
      .theirs=${theirs}
      .editors=${this.#editors}
      @review=${(event: Event) => this.#review(newer, event)}
      @save=${(event: Event) => this.#saveMerged(newer, event)}
    ></merge-question>`;
  }

  #review(newer: TaggedSeance, event: Event): void {
    this.#merge(newer, (event.target as MergeQuestion).taken);
    this.focusFirst();
  }

  #saveMerged(newer: TaggedSeance, event: Event): void {
    this.#merge(newer, (event.target as MergeQuestion).taken);
    void this.updateComplete.then(() => this.submit());
  }

  /** From here on the form is one of `newer`: what is sent is what still differs from it. */
  #merge(newer: TaggedSeance, taken: readonly FieldName[]): void {
    const theirs = valuesOf(newer.seance);
    this.values = mergeForms(this.values, theirs, taken);
    this.#stored = newer;
    this.newer = undefined;
    this.#original = theirs;
    this.form.reset();
  }
}

customElements.define('seance-form', SeanceForm);
