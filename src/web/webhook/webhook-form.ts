import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AdminKey, AdminLocale } from '../administration/load-admin-locale.js';
import { fieldNotes, inputField } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import type { FieldProblem } from '../core/request-failure.js';
import { sheets } from '../core/sheets.js';
import { everyType, typeGroups, typeText, type EventType, type WebhookInput } from './webhook.js';
import fieldsCss from '../core/styles/fields.css?inline';
import formCss from '../core/styles/form.css?inline';
import webhookFormCss from './webhook-form.css?inline';

type Field = keyof WebhookInput;
type Group = keyof typeof typeGroups;

/** What the form begins with, and what is done with what it ends with. */
export interface WebhookTask<Result> {
  readonly heading: AdminKey;
  readonly input: WebhookInput;
  readonly save: (input: WebhookInput) => Promise<Result>;
}

/** Asks for an address, and which events it is told of. */
export class WebhookForm<Result> extends FormDialog<Result, Field> {
  static override properties = { url: { state: true }, types: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, formCss, webhookFormCss)];

  declare protected url: string;
  declare protected types: readonly EventType[];

  constructor(
    override readonly locale: AdminLocale,
    private readonly task: WebhookTask<Result>,
  ) {
    super(locale);
    this.url = task.input.url;
    this.types = task.input.types;
  }

  protected override heading(): string {
    return this.locale.text(this.task.heading);
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    return html`${inputField(
      {
        ...{ name: 'url', label: locale.text('webhook.url'), isRequired: true },
        ...{ error: this.form.errors.url, hints: [locale.text('webhook.urlHint')] },
      },
      {
        ...{ type: 'url', value: this.url, isFirst: true },
        change: (url) => {
          this.url = url;
          this.form.mend('url');
        },
      },
    )}
    ${this.#types()}`;
  }

  protected override isTouched(): boolean {
    const { url, types } = this.task.input;
    const isSame = types.length === this.types.length && types.every((type) => this.types.includes(type));
    return this.url !== url || !isSame;
  }

  override fieldOf(property: string): Field | undefined {
    return property === 'url' || property === 'types' ? property : undefined;
  }

  /** Of an address the server says no more than that it is not allowed. */
  messageOf({ code, message }: FieldProblem): string {
    return code === 'not-allowed' ? this.locale.text('webhook.inside') : message;
  }

  protected override async submit(): Promise<void> {
    const url = this.url.trim();
    const { types } = this;
    const isRight = this.form.check({
      ...(url === '' && { url: this.locale.text('check.required') }),
      ...(types.length === 0 && { types: this.locale.text('webhook.noType') }),
    });
    if (!isRight) return;
    await this.form.send(async () => this.finish(await this.task.save({ url, types })));
  }

  #types(): TemplateResult {
    const { locale } = this;
    const error = this.form.errors.types;
    return html`<div
      role="group"
      aria-labelledby="types-label"
      aria-describedby="types-notes"
      ?data-invalid=${error !== undefined}
      tabindex="-1"
    >
      <div class="every">
        <span id="types-label" class="label required">${locale.text('webhook.types')}</span>
        <button type="button" class="button" @click=${() => this.#choose(everyType)}>
          ${locale.text('webhook.everyType')}
        </button>
      </div>
      ${fieldNotes({ name: 'types', error, hints: [locale.text('webhook.typesHint')] })}
      <div class="groups">${(Object.keys(typeGroups) as Group[]).map((group) => this.#group(group))}</div>
    </div>`;
  }

  #group(group: Group): TemplateResult {
    const { locale } = this;
    return html`<fieldset>
      <legend>${locale.text(`webhook.group.${group}`)}</legend>
      ${typeGroups[group].map((type) => this.#type(type))}
    </fieldset>`;
  }

  #type(type: EventType): TemplateResult {
    const toggle = (event: Event): void => {
      const isChosen = (event.target as HTMLInputElement).checked;
      this.#choose(everyType.filter((one) => (one === type ? isChosen : this.types.includes(one))));
    };
    return html`<label>
      <input type="checkbox" .checked=${live(this.types.includes(type))} @change=${toggle} />
      ${typeText(type, this.locale)}
    </label>`;
  }

  #choose(types: readonly EventType[]): void {
    this.types = types;
    this.form.mend('types');
  }
}

customElements.define('webhook-form', WebhookForm);
