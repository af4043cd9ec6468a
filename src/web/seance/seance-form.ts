import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { checkInputs } from '../core/field-checks.js';
import type { FieldErrors } from '../core/form-controller.js';
import { FormDialog } from '../core/form-dialog.js';
import { RequestFailure, type FieldProblem } from '../core/request-failure.js';
import { repetitionFieldOf, type RepetitionField } from '../repetition/repetition-values.js';
import type { ChosenScope } from '../series/series.js';
import { showEditScope } from '../series/show-edit-scope.js';
import { incompleteListNote } from '../space/incomplete-list.js';
import type { TrainingSession } from '../space/space.js';
import { sessionOf, type Workplace } from '../space/workplace.js';
import { addMinutes, minutesBetween } from '../time/wall-time.js';
import { capacityBar } from './capacity-bar.js';
import { editorsSince, type Editors } from './editors-since.js';
import { FormChoices } from './form-choices.js';
import { compareForms, mergeForms } from './form-merge.js';
import { FormRepetition } from './form-repetition.js';
import {
  changesBetween,
  differences,
  fieldNames,
  initialValues,
  toInput,
  valuesOf,
  windowMoved,
  type FieldName,
  type FormValues,
  type Wish,
} from './form-values.js';
import { draftOf, FormWarnings, isAbout } from './form-warnings.js';
import './merge-question.js';
import type { MergeQuestion } from './merge-question.js';
import { seanceFields } from './seance-fields.js';
import type { SavedSeance, Seance, SeanceInput } from './seance.js';
import { typingErrors } from './typing-errors.js';
import { warningNote } from './warning-notes.js';
import fieldsCss from '../core/styles/fields.css?inline';
import formCss from '../core/styles/form.css?inline';
import { sheets } from '../core/sheets.js';

/** What may be right again once another field is changed. */
const window = ['enrolmentOpens', 'enrolmentCloses'];
const times = ['start', 'end', 'timeZone', 'locationId', 'trainerIds'];
const decidedBy: Readonly<Record<string, readonly string[]>> = {
  ...{ start: [...times, ...window], end: times, timeZone: times },
  ...{ enrolmentOpens: window, enrolmentCloses: window },
};

type Field = FieldName | RepetitionField;

/** Creates a séance, or edits the one in `stored`. Whatever goes wrong, what was typed stays. */
export class SeanceForm extends FormDialog<SavedSeance, Field> {
  static override properties = {
    values: { state: true },
    newer: { state: true },
    isWaiting: { state: true },
  };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, formCss)];

  declare protected values: FormValues;
  /** What somebody else made of the séance in the meantime. */
  declare protected newer: Seance | undefined;
  /** Whether saving waits for what there is to choose among. */
  declare protected isWaiting: boolean;
  readonly #at: Workplace;
  readonly #session: TrainingSession;
  readonly #choices = new FormChoices(this);
  /** Only of a new séance: one that there is has a dialog for it. */
  readonly #repetition: FormRepetition | undefined;
  /** Where the reader begins. */
  readonly #first: 'name' | 'start';
  readonly #warnings = new FormWarnings(this);
  readonly #attempt = new Attempt();
  #stored: Seance | undefined;
  readonly #ready: Promise<void>;
  #original: FormValues;
  #isAsking = false;
  #editors: Editors | undefined;

  constructor(at: Workplace, stored: Seance | undefined, wish?: Wish) {
    super(at.locale);
    this.#at = at;
    this.#stored = stored;
    const like = wish && 'like' in wish ? wish.like : undefined;
    const known = stored ?? like;
    this.#first = like ? 'start' : 'name';
    this.#session = known ? sessionOf(at, known.sessionId) : at.session;
    this.#repetition = stored ? undefined : new FormRepetition(this, at, this.#session);
    this.#original = stored
      ? valuesOf(stored)
      : initialValues(this.#session, at.space.settings, new Date(), wish);
    this.values = this.#original;
    if (known) this.#choices.include(known);
    this.isWaiting = false;
    this.#ready = this.#prepare(known === undefined);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('values')) this.#lookAhead();
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
      ...{ values, locale, errors: { ...this.#typingErrors(), ...this.form.errors } },
      stored: this.#stored,
      choices: this.#choices,
      incompleteNote: incompleteListNote(this.#at),
      closingDelayMinutes: this.#at.space.settings.closingDelayMinutes,
      warningsOf: this.#warningsOf,
      change: this.#change,
      first: this.#first,
    })}
    ${this.#repetition?.render({ values, errors: this.form.errors, mend: (names) => this.form.mend(...names) })}`;
  }

  protected override buttons(): TemplateResult {
    return this.newer ? this.#mergeQuestion(this.newer) : super.buttons();
  }

  protected override progress(): string {
    return this.isWaiting ? this.locale.text('tool.loading') : super.progress();
  }

  protected override isTouched(): boolean {
    return this.#repetition?.isWanted === true || differences(this.#original, this.values).length > 0;
  }

  override fieldOf(property: string, inner?: string): Field | undefined {
    if (property === 'repetition') return repetitionFieldOf(property, inner);
    return fieldNames.find((name) => name === (property === 'groupId' ? 'groupName' : property));
  }

  /** A clash of what stands in the form is said as the warning is that was shown of it. */
  messageOf({ code, clash, message }: FieldProblem): string {
    const { values, locale } = this;
    if (clash?.start !== values.start || (code !== 'trainer-busy' && code !== 'location-busy'))
      return message;
    const { resource, takenBy: seance, start } = clash;
    const field = code === 'trainer-busy' ? 'trainerIds' : 'locationId';
    return warningNote({ code, field, start, resource, seance }, values, this.#session, locale);
  }

  protected override async submit(): Promise<void> {
    if (
      this.#isAsking ||
      this.newer ||
      this.#repetition?.isPending ||
      !(await this.#isReady()) ||
      !this.#check()
    )
      return;
    if (this.#stored) return this.#edit(this.#stored);
    const { client } = this.#at;
    await this.form.send(async () => {
      const repetition = this.#repetition?.input;
      const input = { ...toInput(this.values), ...(repetition && { repetition }) };
      const {
        created = 0,
        copyIds,
        ...seance
      } = await client.createSeance(this.#session.id, input, this.#attempt);
      this.finish({ seance, count: 1 + created, ...(copyIds && { copyIds }) });
    });
  }

  async #edit(stored: Seance): Promise<void> {
    const changes = changesBetween(this.#original, this.values);
    if (Object.keys(changes).length === 0) {
      this.finish(undefined);
      return;
    }
    const chosen = await this.#scopeOf(stored, changes);
    if (!chosen) return;
    const { scope, count } = chosen;
    await this.form.send(async () => {
      try {
        const saved = await this.#at.client.editSeance(stored, changes, scope);
        this.finish({ seance: saved, count, before: stored });
      } catch (error) {
        if (!(error instanceof RequestFailure) || error.code !== 'stale') throw error;
        await this.#compare(stored);
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
      const bar = await capacityBar(this.#at.client, seance, changes, this.locale);
      if (bar !== undefined) return void this.form.check({ capacity: bar });
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
    this.form.mend(...Object.keys(changes).flatMap((name) => decidedBy[name] ?? [name]));
    if (changes.start === undefined) return;
    this.#moveEnd(before);
    if (!this.#repetition) return;
    this.values = { ...this.values, ...windowMoved(this.values, before.start, changes.start) };
    this.#repetition.follow(before.start, changes.start);
  };

  /** The end follows the start, as far behind it as before. */
  #moveEnd({ start, end }: FormValues): void {
    const length = minutesBetween(start, end);
    if (!(length > 0) || this.values.start === '') return;
    this.values = { ...this.values, end: addMinutes(this.values.start, length) };
  }

  #check(): boolean {
    const wrong = checkInputs(this.renderRoot, fieldNames, this.#choices.constraints, this.locale);
    return this.form.check({ ...wrong, ...this.#typingErrors(), ...this.#repetition?.check() });
  }

  #typingErrors(): FieldErrors<FieldName> {
    return typingErrors(this.values, this.#choices.constraints, this.locale);
  }

  async #prepare(isBlank: boolean): Promise<void> {
    await this.#choices.load(this.#at.client, this.#session.id);
    if (isBlank) this.#chooseCreator();
  }

  /** Whoever creates a séance nearly always gives it. */
  #chooseCreator(): void {
    const { id } = this.#at.space.actor;
    if (!this.#choices.trainers.some((trainer) => trainer.id === id)) return;
    const trainerIds = [id];
    this.#original = { ...this.#original, trainerIds };
    this.values = { ...this.values, trainerIds };
  }

  /** Waits for what there is to choose among: nobody saves what they have not seen. False when that was given up. */
  async #isReady(): Promise<boolean> {
    if (this.isWaiting) return false;
    this.isWaiting = true;
    await this.#ready;
    this.isWaiting = false;
    return this.isConnected;
  }

  /** Asks what would be in the way of what stands in the form. */
  #lookAhead(): void {
    const stored = this.#stored && { id: this.#stored.id, values: this.#original };
    this.#warnings.look(draftOf(this.values, stored), (draft, signal) =>
      this.#at.client.checkSeance(this.#session.id, draft, signal),
    );
  }

  /** A refusal in the same words is enough. */
  readonly #warningsOf = (name: FieldName): readonly string[] => {
    if (this.form.errors[name] !== undefined) return [];
    const { values, locale } = this;
    return this.#warnings.all
      .filter((warning) => warning.field === name && isAbout(warning, values))
      .map((warning) => warningNote(warning, values, this.#session, locale));
  };

  /** Asks the reader; what cannot be seen in the form, such as a new series, is no reason to. */
  async #compare(stored: Seance): Promise<void> {
    const { client } = this.#at;
    const newer = await client.getSeance(stored.id);
    this.#choices.include(newer);
    const { theirs, conflicts } = compareForms(this.#original, this.values, valuesOf(newer));
    if (theirs.length + conflicts.length === 0) {
      this.#merge(newer, []);
    } else {
      this.#editors = await editorsSince(client, stored, newer);
      this.newer = newer;
    }
  }

  #mergeQuestion(newer: Seance): TemplateResult {
    const theirs = valuesOf(newer);
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

  #review(newer: Seance, event: Event): void {
    this.#merge(newer, (event.target as MergeQuestion).taken);
    this.focusFirst();
  }

  #saveMerged(newer: Seance, event: Event): void {
    this.#merge(newer, (event.target as MergeQuestion).taken);
    void this.updateComplete.then(() => this.submit());
  }

  /** From here on the form is one of `newer`: what is sent is what still differs from it. */
  #merge(newer: Seance, taken: readonly FieldName[]): void {
    const theirs = valuesOf(newer);
    this.values = mergeForms(this.values, theirs, taken);
    this.#stored = newer;
    this.newer = undefined;
    this.#original = theirs;
    this.form.reset();
  }
}

customElements.define('seance-form', SeanceForm);
