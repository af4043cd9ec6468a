import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { inputField } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import type { AdminKey, AdminLocale } from './load-admin-locale.js';
import fieldsCss from '../core/styles/fields.css?inline';
import formCss from '../core/styles/form.css?inline';
import { sheets } from '../core/sheets.js';

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
  /** What fields contradict each other, where nothing is missing. */
  readonly check?: (values: RecordValues) => Readonly<Record<string, AdminKey>>;
  readonly save: (values: RecordValues) => Promise<Result>;
}

/** A dialog of a few lines: a place, a closed day. Whatever goes wrong, what was typed stays. */
export class RecordForm<Result> extends FormDialog<Result, string> {
  static override properties = { values: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, formCss)];

  declare protected values: RecordValues;

  constructor(
    override readonly locale: AdminLocale,
    private readonly task: RecordTask<Result>,
  ) {
    super(locale);
    this.values = task.values;
  }

  protected override heading(): string {
    return this.locale.text(this.task.heading);
  }

  protected override body(): TemplateResult {
    return html`${this.task.fields.map((field, index) => this.#field(field, index === 0))}`;
  }

  protected override isTouched(): boolean {
    const { values } = this.task;
    return Object.keys(this.values).some((name) => this.values[name] !== values[name]);
  }

  override fieldOf(property: string): string | undefined {
    return this.task.fields.find(({ name }) => name === property)?.name;
  }

  protected override async submit(): Promise<void> {
    if (!this.form.check(this.#wrong())) return;
    await this.form.send(async () => this.finish(await this.task.save(this.values)));
  }

  #field({ name, label, type = 'text', isRequired, hint }: RecordField, isFirst: boolean): TemplateResult {
    const { locale } = this;
    const error = this.form.errors[name];
    const value = this.values[name] ?? '';
    const hints = [type === 'date' ? locale.weekday(value) : '', hint ? locale.text(hint) : ''];
    return inputField(
      { name, label: locale.text(label), isRequired, error, hints },
      {
        type,
        isFirst,
        value,
        change: (value) => {
          this.values = { ...this.values, [name]: value };
          this.form.mend(name);
        },
      },
    );
  }

  /** What is missing, or is no whole date; what the server knows better is its to say. */
  #wrong(): RecordValues {
    const wrong = this.task.fields.flatMap(({ name }) => {
      const { validity } = this.renderRoot.querySelector(`#${name}`) as HTMLInputElement;
      if (validity.badInput) return [[name, this.locale.text('admin.incompleteDay')] as const];
      return validity.valueMissing ? [[name, this.locale.text('check.required')] as const] : [];
    });
    const contradictions = Object.entries(wrong.length === 0 ? (this.task.check?.(this.values) ?? {}) : {});
    return Object.fromEntries([
      ...wrong,
      ...contradictions.map(([name, text]) => [name, this.locale.text(text)] as const),
    ]);
  }
}

customElements.define('record-form', RecordForm);
