import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { Attempt } from '../client/attempt.js';
import { RequestFailure } from '../client/request-failure.js';
import type { Seance, SeanceInput, TaggedSeance } from '../client/seance.js';
import type { SeancesClient } from '../client/seances-client.js';
import type { Settings, TrainingSession } from '../client/space.js';
import { failureText } from '../elements/failure-message.js';
import { formStyles } from '../styles/form.js';
import type { ChosenScope } from './edit-scope.js';
import { checkInputs } from './field-checks.js';
import { sortProblems } from './field-problems.js';
import { FormChoices } from './form-choices.js';
import {
  changesBetween,
  differences,
  fieldNames,
  initialValues,
  toInput,
  valuesOf,
  type FieldErrors,
  type FormValues,
} from './form-values.js';
import { leaveQuestion } from './leave-question.js';
import { ModalDialog } from './modal-dialog.js';
import { seanceFields } from './seance-fields.js';
import { showEditScope } from './show-edit-scope.js';
import { addMinutes, minutesBetween } from './wall-time.js';

export { showModal } from './modal-dialog.js';

/** The first field with an error, whether it is an input or an element with inputs in it. */
const wrong = '[aria-invalid="true"], [data-invalid]';

/** The séance as the server has it now, and how many were changed with it, itself included. */
export interface SavedSeance {
  readonly seance: Seance;
  readonly count: number;
}

/** Creates a séance, or edits the one in `stored`. Whatever goes wrong, what was typed stays. */
export class SeanceForm extends ModalDialog<SavedSeance> {
  static override properties = {
    ...ModalDialog.properties,
    client: { attribute: false },
    settings: { attribute: false },
    session: { attribute: false },
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
    ${seanceFields({ values, errors, locale, session, choices: this.#choices, change: this.#change })}`;
  }

  protected override buttons(): TemplateResult {
    if (this.asksToLeave) return leaveQuestion(this.locale, this.#stay, () => this.finish(undefined));
    if (this.newer) return this.#staleQuestion(this.newer);
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
    if (this.isBusy || this.#isAsking || this.asksToLeave || !this.#check()) return;
    this.alert = undefined;
    try {
      if (this.stored) await this.#edit(this.stored);
      else await this.#create();
    } catch (error) {
      await this.#refused(RequestFailure.of(error));
    } finally {
      this.isBusy = false;
    }
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
    if (failure.code === 'stale' && this.stored) return this.#compare(this.stored.seance.id);
    const { errors, others } = sortProblems(failure, (property) =>
      fieldNames.find((name) => name === (property === 'groupId' ? 'groupName' : property)),
    );
    this.errors = errors;
    const named = Object.keys(errors).length > 0;
    this.alert =
      named && others.length === 0 ? undefined : [failureText(failure, this.locale), ...others].join(' ');
    if (named) await this.#focus(wrong);
  }

  async #compare(id: string): Promise<void> {
    try {
      this.newer = await this.client.getSeance(id);
      await this.#focus('.question .button');
    } catch (error) {
      this.alert = failureText(RequestFailure.of(error), this.locale);
    }
  }

  #staleQuestion(newer: TaggedSeance): TemplateResult {
    const { locale } = this;
    const changed = differences(this.#original, valuesOf(newer.seance)).map((name) =>
      locale.text(`form.${name}`),
    );
    return html`<div class="alert question" role="alert">
      <p>${locale.text('form.stale')}</p>
      ${
        changed.length > 0
          ? html`<p>${locale.text('form.staleFields', { fields: locale.list(changed) })}</p>`
          : nothing
      }
      <div class="choice">
        <button type="button" class="button" @click=${() => this.#takeOver(newer)}>
          ${locale.text('form.reload')}
        </button>
        <button type="button" class="button primary" @click=${() => this.#insist(newer)}>
          ${locale.text('form.saveAnyway')}
        </button>
      </div>
    </div>`;
  }

  #takeOver(newer: TaggedSeance): void {
    this.stored = newer;
    this.newer = undefined;
    this.#original = valuesOf(newer.seance);
    this.values = this.#original;
    this.errors = {};
    void this.#focus('input');
  }

  /** Sends what was changed here, and nothing else: what they changed in other fields stays. */
  #insist(newer: TaggedSeance): void {
    this.stored = newer;
    this.newer = undefined;
    void this.submit();
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
