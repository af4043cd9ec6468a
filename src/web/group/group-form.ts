import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { checkInputs } from '../core/field-checks.js';
import { inputField } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import type { SeanceGroup } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { GroupResult } from './group.js';
import fieldsCss from '../core/styles/fields.css?inline';
import groupFormCss from './group-form.css?inline';
import { sheets } from '../core/sheets.js';

const fieldNames = ['name', 'limit'] as const;
type FieldName = (typeof fieldNames)[number];

/** "Modification du groupe de séances". What is right is for the server to say, at the field. */
export class GroupForm extends FormDialog<GroupResult, FieldName> {
  static override properties = { values: { state: true }, asksToDelete: { state: true } };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, groupFormCss)];

  declare protected values: Readonly<Record<FieldName, string>>;
  declare protected asksToDelete: boolean;

  constructor(
    private readonly at: Workplace,
    private readonly group: SeanceGroup,
  ) {
    super(at.locale);
    this.values = { name: group.name, limit: String(group.limit) };
    this.asksToDelete = false;
  }

  protected override heading(): string {
    return this.locale.text('group.title');
  }

  protected override body(): TemplateResult {
    return html`${this.#field('name')} ${this.#field('limit')}`;
  }

  protected override buttons(): TemplateResult {
    if (this.asksToDelete) return this.#question();
    return html`<button type="button" class="button danger delete" @click=${this.#ask}>
        ${this.locale.text('action.delete')}
      </button>
      ${this.leaveButton()} ${this.mainButton(this.locale.text('action.ok'))}`;
  }

  protected override isTouched(): boolean {
    return this.values.name !== this.group.name || this.values.limit !== String(this.group.limit);
  }

  override fieldOf(property: string): FieldName | undefined {
    return fieldNames.find((name) => name === property);
  }

  protected override async submit(): Promise<void> {
    if (this.asksToDelete || !this.#check()) return;
    const name = this.values.name.trim();
    const limit = Number(this.values.limit);
    const changes = {
      ...(name !== this.group.name && { name }),
      ...(limit !== this.group.limit && { limit }),
    };
    if (Object.keys(changes).length === 0) {
      this.finish(undefined);
      return;
    }
    const { enrolments } = this.at.client;
    await this.form.send(async () =>
      this.finish({ group: await enrolments.editGroup(this.group.id, changes), isDeleted: false }),
    );
  }

  #field(name: FieldName): TemplateResult {
    const row = {
      name,
      label: this.locale.text(`group.${name}`),
      isRequired: true,
      error: this.form.errors[name],
      hints: name === 'limit' ? [this.locale.text('group.limitHint')] : [],
    };
    return inputField(row, {
      type: name === 'limit' ? 'number' : 'text',
      value: this.values[name],
      constraints: { required: true },
      isFirst: name === 'name',
      change: (value) => {
        this.values = { ...this.values, [name]: value };
        this.form.mend(name);
      },
    });
  }

  #check(): boolean {
    return this.form.check(checkInputs<FieldName>(this.renderRoot, fieldNames, {}, this.locale));
  }

  #question(): TemplateResult {
    const { locale } = this;
    return html`<div class="alert question" role="alertdialog" aria-labelledby="question">
      <p id="question">${locale.text('group.deleteQuestion', { name: this.group.name })}</p>
      <div class="choice">
        <button type="button" class="button" @click=${() => (this.asksToDelete = false)}>
          ${locale.text('action.cancel')}
        </button>
        <button type="button" class="button danger" aria-disabled=${this.form.isBusy} @click=${this.#delete}>
          ${locale.text('group.delete')}
        </button>
      </div>
    </div>`;
  }

  #ask(): void {
    this.asksToDelete = true;
    this.form.reset();
    void this.form.focus('.question .button');
  }

  async #delete(): Promise<void> {
    const { group } = this;
    await this.form.send(async () => {
      await this.at.client.enrolments.deleteGroup(group.id);
      this.finish({ group, isDeleted: true });
    });
  }
}

customElements.define('group-form', GroupForm);
