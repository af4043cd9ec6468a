import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FieldProblem } from '../core/request-failure.js';
import type { SeanceGroup } from '../seance/seance.js';
import type { SeancesClient } from '../space/seances-client.js';
import { fields } from '../core/styles/fields.js';
import { checkInputs } from '../core/field-checks.js';
import { RequestDialog } from '../core/request-dialog.js';

export interface GroupResult {
  readonly group: SeanceGroup;
  readonly isDeleted: boolean;
}

type Field = 'name' | 'limit';
type Errors = Readonly<Partial<Record<Field, string>>>;

/** "Modification du groupe de séances" (`cursus-seance-fig2`). What is right is for the server to say, at the field. */
export class GroupForm extends RequestDialog<GroupResult> {
  static override properties = {
    ...RequestDialog.properties,
    client: { attribute: false },
    group: { attribute: false },
    values: { state: true },
    errors: { state: true },
    asksToDelete: { state: true },
  };

  static override styles: CSSResultGroup = [
    RequestDialog.styles,
    fields,
    css`
      dialog {
        width: min(38rem, 100vw - 1rem);
      }

      .delete {
        margin-inline-end: auto;
      }
    `,
  ];

  declare client: SeancesClient;
  declare group: SeanceGroup;
  declare values: Readonly<Record<Field, string>>;
  declare errors: Errors;
  declare asksToDelete: boolean;

  constructor() {
    super();
    this.errors = {};
    this.asksToDelete = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('group')) this.values = { name: this.group.name, limit: String(this.group.limit) };
  }

  protected override heading(): string {
    return this.locale.text('group.title');
  }

  protected override body(): TemplateResult {
    return html`${this.#row('name')} ${this.#row('limit')}`;
  }

  protected override buttons(): TemplateResult {
    if (this.asksToDelete) return this.#question();
    return html`${this.#refusedFields.length > 0 ? nothing : this.alert()}
      <button type="button" class="button danger delete" @click=${this.#ask}>
        ${this.locale.text('action.delete')}
      </button>
      <button type="button" class="button" @click=${this.leave}>${this.locale.text('action.cancel')}</button>
      <button class="button primary" aria-disabled=${this.isBusy}>${this.locale.text('action.ok')}</button>`;
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
    let group = this.group;
    const isDone = await this.request(async () => {
      group = await this.client.enrolments.editGroup(this.group.id, changes);
    });
    if (isDone) this.finish({ group, isDeleted: false });
    else await this.#tell(this.#refusals());
  }

  #row(name: Field): TemplateResult {
    const error = this.errors[name];
    return html`<div class="row">
      <label class="label" for=${name}>${this.locale.text(`group.${name}`)}</label>
      <div>
        <input
          id=${name}
          name=${name}
          class="field"
          type=${name === 'limit' ? 'number' : 'text'}
          required
          ?autofocus=${name === 'name'}
          .value=${live(this.values[name])}
          @input=${this.#onInput}
          aria-invalid=${error === undefined ? 'false' : 'true'}
          aria-describedby=${`${name}-notes`}
        />
        <div id=${`${name}-notes`} class="notes">
          ${error === undefined ? nothing : html`<p class="error">${error}</p>`}
          ${name === 'limit' ? html`<p class="muted">${this.locale.text('group.limitHint')}</p>` : nothing}
        </div>
      </div>
    </div>`;
  }

  #onInput(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    this.values = { ...this.values, [name]: value };
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([field]) => field !== name));
  }

  #check(): boolean {
    const found = checkInputs<Field>(this.renderRoot, ['name', 'limit'], {}, this.locale);
    void this.#tell(found);
    return Object.keys(found).length === 0;
  }

  get #refusedFields(): readonly FieldProblem[] {
    return this.failure?.fields ?? [];
  }

  #refusals(): Errors {
    return Object.fromEntries(this.#refusedFields.map(({ pointer, message }) => [pointer.slice(1), message]));
  }

  async #tell(errors: Errors): Promise<void> {
    this.errors = errors;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  #question(): TemplateResult {
    const { locale } = this;
    return html`${this.alert()}
      <div class="alert question" role="alertdialog" aria-labelledby="question">
        <p id="question">${locale.text('group.deleteQuestion', { name: this.group.name })}</p>
        <div class="choice">
          <button type="button" class="button" @click=${() => (this.asksToDelete = false)}>
            ${locale.text('action.cancel')}
          </button>
          <button type="button" class="button danger" aria-disabled=${this.isBusy} @click=${this.#delete}>
            ${locale.text('group.delete')}
          </button>
        </div>
      </div>`;
  }

  async #ask(): Promise<void> {
    this.asksToDelete = true;
    this.failure = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.question .button')?.focus();
  }

  async #delete(): Promise<void> {
    const { group } = this;
    if (await this.request(() => this.client.enrolments.deleteGroup(group.id)))
      this.finish({ group, isDeleted: true });
  }
}

customElements.define('group-form', GroupForm);
