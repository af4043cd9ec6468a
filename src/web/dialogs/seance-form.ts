import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { Attempt } from '../client/attempt.js';
import { RequestFailure } from '../client/request-failure.js';
import type { Seance, TaggedSeance } from '../client/seance.js';
import type { SeancesClient } from '../client/seances-client.js';
import type { Settings, TrainingSession } from '../client/space.js';
import { failureText } from '../elements/failure-message.js';
import { formStyles } from '../styles/form.js';
import { checkInput } from './field-checks.js';
import { FormChoices } from './form-choices.js';
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
import { ModalDialog } from './modal-dialog.js';
import { seanceFields } from './seance-fields.js';
import { addMinutes, minutesBetween } from './wall-time.js';

export { showModal } from './modal-dialog.js';

/** The first field with an error, whether it is an input or an element with inputs in it. */
const wrong = '[aria-invalid="true"], [data-invalid]';

/** Creates a séance, or edits the one in `stored`. Whatever goes wrong, what was typed stays. */
export class SeanceForm extends ModalDialog<Seance> {
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
    if (this.asksToLeave) return this.#leaveQuestion();
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
    if (this.isBusy || this.asksToLeave || !this.#check()) return;
    this.isBusy = true;
    this.alert = undefined;
    try {
      this.finish(await this.#save());
    } catch (error) {
      await this.#refused(RequestFailure.of(error));
    } finally {
      this.isBusy = false;
    }
  }

  async #save(): Promise<Seance | undefined> {
    if (!this.stored) return this.client.createSeance(this.session.id, toInput(this.values), this.#attempt);
    const changes = changesBetween(this.#original, this.values);
    if (Object.keys(changes).length === 0) return undefined;
    return this.client.editSeance(this.stored.seance.id, changes, this.stored.etag);
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
    const found = fieldNames.flatMap((name) => {
      const input = this.renderRoot.querySelector<HTMLInputElement>(
        `input[name="${name}"], select[name="${name}"]`,
      );
      const message = input && checkInput(input, this.#choices.constraints[name] ?? {}, this.locale);
      return message ? [[name, message] as const] : [];
    });
    this.errors = Object.fromEntries(found);
    if (found.length > 0) void this.#focus(wrong);
    return found.length === 0;
  }

  async #refused(failure: RequestFailure): Promise<void> {
    if (failure.code === 'stale' && this.stored) return this.#compare(this.stored.seance.id);
    const { errors, others } = this.#sort(failure);
    this.errors = errors;
    const named = Object.keys(errors).length > 0;
    this.alert =
      named && others.length === 0 ? undefined : [failureText(failure, this.locale), ...others].join(' ');
    if (named) await this.#focus(wrong);
  }

  /** What the server says about each field that is there to show it, and the rest. */
  #sort({ fields }: RequestFailure): { readonly errors: FieldErrors; readonly others: readonly string[] } {
    const errors: Partial<Record<FieldName, string>> = {};
    const others: string[] = [];
    for (const { pointer, message } of fields) {
      const part = pointer.split('/')[1];
      const name = fieldNames.find((field) => field === (part === 'groupId' ? 'groupName' : part));
      if (name) errors[name] ??= message;
      else others.push(message);
    }
    return { errors, others };
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

  #leaveQuestion(): TemplateResult {
    const { locale } = this;
    return html`<div class="alert question" role="alertdialog" aria-labelledby="question">
      <p id="question">${locale.text('form.discardQuestion')}</p>
      <div class="choice">
        <button type="button" class="button" @click=${this.#stay}>${locale.text('form.keep')}</button>
        <button type="button" class="button danger" @click=${() => this.finish(undefined)}>
          ${locale.text('form.discard')}
        </button>
      </div>
    </div>`;
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
