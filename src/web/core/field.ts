import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Constraints } from './input-constraints.js';

/** A row of a form: what its control is called, and what there is to say about it. */
export interface FieldRow {
  /** Of the control, and its id. */
  readonly name: string;
  readonly label: string;
  /** Whether it is marked as required. */
  readonly isRequired?: boolean | undefined;
  readonly error?: string | undefined;
  /** What is in the way of what stands in it, without barring it. */
  readonly warnings?: readonly string[];
  readonly hints?: readonly string[];
}

/** What somebody types in, and whom it tells. */
export interface Input {
  readonly type?: 'text' | 'number' | 'date' | 'time' | 'datetime-local' | 'tel' | 'url';
  readonly value: string;
  readonly constraints?: Constraints | undefined;
  /** Whether the focus begins here. */
  readonly isFirst?: boolean;
  readonly isDisabled?: boolean;
  /** Proposed while one types. */
  readonly proposals?: readonly string[];
  /** What a number counts, at its end. */
  readonly unit?: string;
  readonly change: (value: string) => void;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface Choices {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly isDisabled?: boolean;
  readonly change: (id: string) => void;
}

interface Switch {
  readonly value: boolean;
  readonly change: (value: boolean) => void;
}

/** A control with its label, and under it what is read with it. The control has to be called as the row is. */
export function field(row: FieldRow, control: TemplateResult): TemplateResult {
  return html`<div class="row">
    <label for=${row.name} class=${row.isRequired ? 'label required' : 'label'}>${row.label}</label>
    <div>${control} ${fieldNotes(row)}</div>
  </div>`;
}

/** What there is to say about a field: its control is described by `NAME-notes`. */
export function fieldNotes({
  name,
  error,
  warnings = [],
  hints = [],
}: Omit<FieldRow, 'label'>): TemplateResult {
  return html`<div id=${`${name}-notes`} class="notes">
    ${error ? html`<p class="error">${error}</p>` : nothing} ${warningLines(warnings)}
    ${hints.map((hint) => (hint ? html`<p class="muted">${hint}</p>` : nothing))}
  </div>`;
}

/** What is in the way, without barring anything, a box each. */
export function warningLines(warnings: readonly string[]): readonly TemplateResult[] {
  return warnings.map((warning) => html`<p class="warning">${warning}</p>`);
}

export function inputField(row: FieldRow, input: Input): TemplateResult {
  const { proposals, unit } = input;
  const list = proposals
    ? html`<datalist id=${`${row.name}-list`}>
        ${proposals.map((proposal) => html`<option value=${proposal}></option>`)}
      </datalist>`
    : nothing;
  return field(
    row,
    unit === undefined
      ? html`${inputOf(row, input)}${list}`
      : html`<div class="joined">
          ${inputOf(row, input)}<span class="unit" id=${`${row.name}-unit`}>${unit}</span>
        </div>`,
  );
}

export function selectField(
  row: FieldRow,
  { value, choices, isDisabled = false, change }: Choices,
): TemplateResult {
  return field(
    row,
    html`<select
      id=${row.name}
      name=${row.name}
      class="field"
      ?disabled=${isDisabled}
      @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
      aria-invalid=${isWrong(row)}
      aria-describedby=${`${row.name}-notes`}
    >
      ${choices.map(({ id, name }) => html`<option value=${id} .selected=${id === value}>${name}</option>`)}
    </select>`,
  );
}

export function switchField(row: FieldRow, { value, change }: Switch): TemplateResult {
  return field(
    row,
    html`<input
      id=${row.name}
      name=${row.name}
      type="checkbox"
      .checked=${live(value)}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      aria-invalid=${isWrong(row)}
      aria-describedby=${`${row.name}-notes`}
    />`,
  );
}

function inputOf(row: FieldRow, input: Input): TemplateResult {
  const { type = 'text', value, constraints = {}, isFirst = false, isDisabled = false } = input;
  const { minimum, maximum } = constraints;
  const { name } = row;
  return html`<input
    id=${name}
    name=${name}
    class="field"
    type=${type}
    inputmode=${type === 'number' ? 'numeric' : nothing}
    list=${input.proposals ? `${name}-list` : nothing}
    ?required=${row.isRequired ?? constraints.required}
    ?disabled=${isDisabled}
    ?autofocus=${isFirst}
    min=${minimum ?? nothing}
    max=${maximum ?? nothing}
    .value=${live(value)}
    @input=${(event: Event) => input.change((event.target as HTMLInputElement).value)}
    aria-invalid=${isWrong(row)}
    aria-describedby=${input.unit === undefined ? `${name}-notes` : `${name}-unit ${name}-notes`}
  />`;
}

function isWrong({ error }: FieldRow): 'true' | 'false' {
  return error === undefined ? 'false' : 'true';
}
