import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { failureMessage } from '../core/failure-message.js';
import { checkInputs } from '../core/field-checks.js';
import { sortProblems } from '../core/field-problems.js';
import type { FieldErrors } from '../core/form-controller.js';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import { RequestFailure } from '../core/request-failure.js';
import { FormChoices } from '../seance/form-choices.js';
import type { Seance } from '../seance/seance.js';
import '../series/change-list.js';
import type { SeriesChange } from '../series/series.js';
import { incompleteListNote } from '../space/incomplete-list.js';
import { sessionOf, type Workplace } from '../space/workplace.js';
import { changeFields, selectionLabels } from './selection-fields.js';
import {
  inBrief,
  commonValues,
  selectionFields,
  toChanges,
  touchedFields,
  type SelectionField,
  type SelectionValues,
} from './selection-values.js';
import fieldsCss from '../core/styles/fields.css?inline';
import selectionFormCss from './selection-form.css?inline';
import { sheets } from '../core/sheets.js';

/** How long a pause in typing asks for the preview, in milliseconds. */
const pause = 300;

/**
 * Changes what is ticked of several séances at once: all of them or none. Below it stands what would become of each.
 * Whatever goes wrong, what was typed stays. Ends with the ids of those that were changed.
 */
export class SelectionForm extends FormDialog<readonly string[], SelectionField> {
  static override properties = {
    values: { state: true },
    chosen: { state: true },
    seances: { state: true },
  };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, selectionFormCss)];

  declare protected values: SelectionValues;
  /** What is to be changed. */
  declare protected chosen: ReadonlySet<SelectionField>;
  /** Those that somebody else deletes meanwhile are changed no more. */
  declare protected seances: readonly Seance[];
  readonly #choices = new FormChoices(this);
  readonly #preview = new Loader<readonly SeriesChange[]>(this);
  readonly #attempt = new Attempt();
  readonly #original: SelectionValues;

  constructor(
    private readonly at: Workplace,
    ticked: readonly Seance[],
  ) {
    super(at.locale);
    this.seances = ticked;
    this.#original = commonValues(ticked);
    this.values = this.#original;
    this.chosen = new Set();
    for (const seance of ticked) this.#choices.include(seance);
    void this.#choices.load(at.client, this.#session.id);
  }

  protected override heading(): string {
    return this.locale.text('selection.title', { count: this.seances.length });
  }

  protected override body(): TemplateResult {
    const { seances, values, chosen, locale } = this;
    return html`<p>${locale.text('selection.hint')}</p>
      ${
        this.#choices.isIncomplete
          ? html`<p class="notice" role="alert">${locale.text('form.choicesUnavailable')}</p>`
          : nothing
      }
      ${changeFields({
        ...{ seances, values, chosen, locale, errors: this.#allErrors() },
        choices: this.#choices,
        incompleteNote: incompleteListNote(this.at),
        choose: this.#choose,
        change: this.#change,
      })}
      <section aria-labelledby="preview" aria-busy=${this.#preview.isLoading}>
        <h3 id="preview">${locale.text('repetition.preview')}</h3>
        <p role="status" class=${this.#isSaidAtField ? 'hidden-text' : nothing}>${this.#summary()}</p>
        ${this.#changes()}
      </section>`;
  }

  protected override buttons(): TemplateResult {
    const count = this.seances.length;
    return html`<span class="muted" role="status">${this.progress()}</span> ${this.leaveButton()}
      ${this.mainButton(this.locale.text('selection.save', { count }), { isReady: this.#isReady })}`;
  }

  protected override isTouched(): boolean {
    return touchedFields(this.#original, this.values).some((name) => this.chosen.has(name));
  }

  /** An end that stays may be wrong because of the start. */
  override fieldOf(_property: string, inner?: string): SelectionField | undefined {
    const isOfStart = inner === 'endTime' && !this.chosen.has(inner);
    const shown = isOfStart ? 'startTime' : inner;
    return selectionFields.find((name) => name === shown && this.chosen.has(name));
  }

  protected override async submit(): Promise<void> {
    if (!this.#isReady || !this.form.check(this.#wrong())) return;
    const changes = toChanges(this.values, this.chosen);
    if (!changes) return;
    const ids = this.seances.map(({ id }) => id);
    await this.form.send(async () => {
      try {
        await this.at.client.selection.edit({ ids, changes }, this.#attempt);
        this.finish(ids);
      } catch (error) {
        throw error instanceof RequestFailure ? inBrief(error, this.locale) : error;
      }
    });
    if (this.form.failure?.code === 'not-found') this.#leaveOutGone(this.form.failure, ids);
  }

  get #session() {
    return sessionOf(this.at, this.seances[0]?.sessionId ?? '');
  }

  get #isReady(): boolean {
    return this.chosen.size > 0 && this.seances.length > 0;
  }

  readonly #choose = (name: SelectionField, isChosen: boolean): void => {
    const others = [...this.chosen].filter((one) => one !== name);
    this.chosen = new Set(isChosen ? [...others, name] : others);
    this.form.mend(...mendedBy(name));
    this.#ask();
  };

  readonly #change = (changes: Partial<SelectionValues>): void => {
    this.values = { ...this.values, ...changes };
    this.form.mend(...Object.keys(changes).flatMap((name) => mendedBy(name as SelectionField)));
    this.#ask();
  };

  #ask(): void {
    const changes = toChanges(this.values, this.chosen);
    if (!changes || this.seances.length === 0) return this.#preview.clear();
    const ids = this.seances.map(({ id }) => id);
    void this.#preview.load((signal) => this.at.client.selection.preview({ ids, changes }, signal), pause);
  }

  /** Those that are gone are named above the button, and changed no more. */
  #leaveOutGone({ fields }: RequestFailure, ids: readonly string[]): void {
    const gone = new Set(fields.map(({ pointer }) => ids[Number(pointer.split('/')[2])]));
    this.seances = this.seances.filter(({ id }) => !gone.has(id));
    this.#ask();
  }

  /** What the last look found, and what was found when it was sent. */
  #allErrors(): FieldErrors<SelectionField> {
    return { ...this.#previewed.errors, ...this.form.errors };
  }

  get #previewed() {
    const failure = this.#preview.failure ?? new RequestFailure('refused');
    return sortProblems(inBrief(failure, this.locale), (...path) => this.fieldOf(...path));
  }

  /** Whether what is wrong is read at a field: it is still heard when it changes. */
  get #isSaidAtField(): boolean {
    const { errors, others } = this.#previewed;
    return Object.keys(errors).length > 0 && others.length === 0;
  }

  #wrong(): FieldErrors<SelectionField> {
    return checkInputs<SelectionField>(
      this.renderRoot,
      selectionFields,
      this.#choices.constraints,
      this.locale,
    );
  }

  /** How many are to be changed, and of what; a screen reader hears it when it changes. */
  #summary(): string {
    const { locale } = this;
    const { answer, failure, isLoading } = this.#preview;
    if (failure) return failure.fields.length > 0 ? Object.values(this.#previewed.errors).join(' ') : '';
    if (!answer) return locale.text(isLoading ? 'selection.loading' : 'selection.nothing');
    const names = selectionFields.filter((name) => this.chosen.has(name));
    const fields = locale.list(names.map((name) => locale.text(selectionLabels[name])));
    return `${locale.text('scope.changed', { count: answer.length })}. ${locale.text('form.staleFields', { fields })}`;
  }

  #changes(): TemplateResult | typeof nothing {
    const { answer, failure } = this.#preview;
    if (failure)
      return this.#isSaidAtField ? nothing : failureMessage(failure, this.locale, () => this.#ask());
    if (!answer) return nothing;
    return html`<change-list
      .locale=${this.locale}
      .session=${this.#session}
      .changes=${answer}
    ></change-list>`;
  }
}

/** What may be right again once a field is changed. */
function mendedBy(name: SelectionField): readonly SelectionField[] {
  if (name === 'inAgenda' || name === 'capacity') return [name];
  return ['locationId', 'trainerIds', 'startTime', 'endTime'];
}

customElements.define('selection-form', SelectionForm);
