import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { RequestFailure } from '../core/request-failure.js';
import { sortProblems } from '../core/field-problems.js';
import { leaveQuestion } from '../core/leave-question.js';
import { ModalDialog } from '../core/modal-dialog.js';
import { failureText } from '../core/failure-message.js';
import { formStyles } from '../core/styles/form.js';
import type { AdminKey, AdminLocale } from './load-admin-locale.js';

/** A line of a form. */
export interface RecordField {
  readonly name: string;
  readonly label: AdminKey;
  readonly type?: 'text' | 'date' | 'tel';
  readonly isRequired?: boolean;
  readonly hint?: AdminKey;
}

export type RecordValues = Readonly<Record<string, string>>;

/** What a form asks for, and what is done with it. */
export interface RecordTask<Result> {
  readonly heading: AdminKey;
  readonly fields: readonly RecordField[];
  readonly values: RecordValues;
  readonly save: (values: RecordValues) => Promise<Result>;
}

/** A dialog of a few lines: a place (`cursus-fig80`), a closed day. Whatever goes wrong, what was typed stays. */
export class RecordForm<Result> extends ModalDialog<Result> {
  static override properties = {
    ...ModalDialog.properties,
    texts: { attribute: false },
    task: { attribute: false },
    values: { state: true },
    errors: { state: true },
    alert: { state: true },
    isBusy: { state: true },
    asksToLeave: { state: true },
  };

  static override styles: CSSResultGroup = [ModalDialog.styles, formStyles];

  declare texts: AdminLocale;
  declare task: RecordTask<Result>;
  declare values: RecordValues;
  declare errors: RecordValues;
  declare alert: string | undefined;
  declare isBusy: boolean;
  declare asksToLeave: boolean;

  constructor() {
    super();
    this.errors = {};
    this.isBusy = false;
    this.asksToLeave = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('task')) this.values = this.task.values;
  }

  protected override heading(): string {
    return this.texts.text(this.task.heading);
  }

  protected override body(): TemplateResult {
    return html`${this.task.fields.map((field, index) => this.#field(field, index === 0))}`;
  }

  protected override buttons(): TemplateResult {
    const { texts } = this;
    if (this.asksToLeave) return leaveQuestion(texts, this.#stay, () => this.finish(undefined));
    return html`${this.alert ? html`<p class="alert" role="alert">${this.alert}</p>` : nothing}
      <span class="muted" role="status">${this.isBusy ? texts.text('form.saving') : nothing}</span>
      <button type="button" class="button" @click=${this.leave}>${texts.text('action.cancel')}</button>
      <button class="button primary" aria-disabled=${this.isBusy}>${texts.text('action.ok')}</button>`;
  }

  protected override mayClose(): boolean {
    const { values } = this.task;
    if (Object.keys(this.values).every((name) => this.values[name] === values[name])) return true;
    this.asksToLeave = true;
    void this.#focus('.question .button');
    return false;
  }

  protected override async submit(): Promise<void> {
    if (this.isBusy || this.asksToLeave || !this.#check()) return;
    this.isBusy = true;
    this.alert = undefined;
    try {
      this.finish(await this.task.save(this.values));
    } catch (error) {
      await this.#refused(RequestFailure.of(error));
    } finally {
      this.isBusy = false;
    }
  }

  #field({ name, label, type = 'text', isRequired, hint }: RecordField, isFirst: boolean): TemplateResult {
    const error = this.errors[name];
    return html`<div class="row">
      <label class=${isRequired ? 'label required' : 'label'} for=${name}>${this.texts.text(label)}</label>
      <div>
        <input
          id=${name}
          name=${name}
          class="field"
          type=${type}
          ?required=${isRequired}
          ?autofocus=${isFirst}
          .value=${live(this.values[name] ?? '')}
          @input=${(event: Event) => this.#change(name, (event.target as HTMLInputElement).value)}
          aria-invalid=${error !== undefined}
          aria-describedby=${`${name}-notes`}
        />
        <div class="notes" id=${`${name}-notes`}>
          ${error ? html`<p class="error">${error}</p>` : nothing}
          ${hint ? html`<p class="muted">${this.texts.text(hint)}</p>` : nothing}
        </div>
      </div>
    </div>`;
  }

  #change(name: string, value: string): void {
    const { [name]: _mended, ...errors } = this.errors;
    this.values = { ...this.values, [name]: value };
    this.errors = errors;
  }

  /** What is missing, or is no whole date; what the server knows better is its to say. */
  #check(): boolean {
    const wrong = this.task.fields.flatMap(({ name }) => {
      const { validity } = this.renderRoot.querySelector(`#${name}`) as HTMLInputElement;
      if (validity.badInput) return [[name, this.texts.text('admin.incompleteDay')] as const];
      return validity.valueMissing ? [[name, this.texts.text('check.required')] as const] : [];
    });
    this.errors = Object.fromEntries(wrong);
    if (wrong.length > 0) void this.#focus('[aria-invalid="true"]');
    return wrong.length === 0;
  }

  async #refused(failure: RequestFailure): Promise<void> {
    const names = this.task.fields.map(({ name }) => name);
    const { errors, others } = sortProblems(failure, (property) => names.find((name) => name === property));
    const isNamed = Object.keys(errors).length > 0;
    this.errors = errors as RecordValues;
    this.alert =
      isNamed && others.length === 0 ? undefined : [failureText(failure, this.texts), ...others].join(' ');
    if (isNamed) await this.#focus('[aria-invalid="true"]');
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

customElements.define('record-form', RecordForm);
