import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SettingChange, SettingSchema, SettingValue } from '../administration/admin-client.js';
import type { AdminKey, AdminLocale } from '../administration/load-admin-locale.js';

/** One setting of the form, and whom it tells what was typed. */
export interface SettingContext {
  readonly name: string;
  readonly schema: SettingSchema;
  /** As it is in the control: a number that is being typed may not be one yet. */
  readonly value: SettingValue;
  readonly error: string | undefined;
  readonly lastChange: SettingChange | undefined;
  readonly locale: AdminLocale;
  readonly change: (value: SettingValue) => void;
}

/** A row of the form, drawn from the schema of the setting: its label, its control, and who changed it last. */
export function settingField(context: SettingContext): TemplateResult {
  const { name, locale, error, lastChange } = context;
  return html`<div class="row">
    <label class="label" for=${name}>${settingLabel(name, locale)}</label>
    <div>
      ${control(context)}
      <div class="notes" id=${`${name}-notes`}>
        ${error ? html`<p class="error">${error}</p>` : nothing}
        <p class="muted">${locale.text(`setting.${name}.hint` as AdminKey)}</p>
        ${lastChange ? html`<p class="muted">${changeLine(lastChange, locale)}</p>` : nothing}
      </div>
    </div>
  </div>`;
}

export function settingLabel(name: string, locale: AdminLocale): string {
  return locale.text(`setting.${name}` as AdminKey);
}

/** A value as people read it. */
export function settingText(name: string, value: SettingValue, locale: AdminLocale): string {
  if (typeof value === 'boolean') return locale.text(value ? 'settings.yes' : 'settings.no');
  if (typeof value === 'number') return locale.text('settings.number', { value });
  const key = `setting.${name}.${value}` as AdminKey;
  return locale.has(key) ? locale.text(key) : value;
}

function changeLine({ name, before, actor, at }: SettingChange, locale: AdminLocale): string {
  return locale.text('settings.lastChange', {
    who: actor.name || locale.text('settings.somebody'),
    when: locale.shortDate(at, Intl.DateTimeFormat().resolvedOptions().timeZone),
    before: settingText(name, before, locale),
  });
}

function control(context: SettingContext): TemplateResult {
  const { schema } = context;
  if (schema.type === 'boolean') return checkbox(context);
  if (schema.type === 'integer') return numberInput(context);
  return select(context, schema.enum ?? zones(String(context.value)));
}

function checkbox({ name, value, error, change }: SettingContext): TemplateResult {
  return html`<input
    id=${name}
    type="checkbox"
    .checked=${live(value === true)}
    @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
    aria-invalid=${error !== undefined}
    aria-describedby=${`${name}-notes`}
  />`;
}

function numberInput({ name, schema, value, error, change }: SettingContext): TemplateResult {
  return html`<input
    id=${name}
    class="field"
    type="number"
    required
    min=${schema.minimum ?? nothing}
    max=${schema.maximum ?? nothing}
    .value=${live(String(value))}
    @input=${(event: Event) => change(numberIn(event.target as HTMLInputElement))}
    aria-invalid=${error !== undefined}
    aria-describedby=${`${name}-notes`}
  />`;
}

function select(
  { name, value, error, locale, change }: SettingContext,
  choices: readonly string[],
): TemplateResult {
  return html`<select
    id=${name}
    class="field"
    @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
    aria-invalid=${error !== undefined}
    aria-describedby=${`${name}-notes`}
  >
    ${choices.map(
      (choice) =>
        html`<option value=${choice} .selected=${choice === value}>
          ${settingText(name, choice, locale)}
        </option>`,
    )}
  </select>`;
}

/** What was typed when it is no number, so that the server is not asked in vain. */
function numberIn({ value, valueAsNumber }: HTMLInputElement): SettingValue {
  return Number.isNaN(valueAsNumber) ? value : valueAsNumber;
}

/** The zone in force may be one that this browser does not know. */
function zones(current: string): readonly string[] {
  return [...new Set([current, ...Intl.supportedValuesOf('timeZone')])].sort();
}
