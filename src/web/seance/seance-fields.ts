import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { enrolmentModes, type EnrolmentMode, type Seance } from './seance.js';
import type { TrainingSession } from '../space/space.js';
import type { Locale } from '../core/locale.js';
import type { FormChoices } from './form-choices.js';
import type { FieldErrors, FieldName, FormValues } from './form-values.js';
import { enrolmentWarnings } from './enrolment-warnings.js';
import { timeWarnings } from './form-warnings.js';
import '../core/rich-text-field.js';
import type { RichTextField } from '../core/rich-text-field.js';
import './time-zone-field.js';
import type { TimeZoneField } from './time-zone-field.js';
import './trainers-field.js';
import type { TrainersField } from './trainers-field.js';

/** What the fields show, and whom they tell what was typed. */
export interface FieldsContext {
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly locale: Locale;
  readonly session: TrainingSession;
  /** The séance that is edited, as it is; undefined for a new one. */
  readonly stored: Seance | undefined;
  readonly choices: FormChoices;
  readonly change: (changes: Partial<FormValues>) => void;
}

interface FieldNotes {
  readonly hint?: string | undefined;
  readonly warning?: string | undefined;
}

/** The fields of the form, in the order of `cursus-seance-fig5`. */
export function seanceFields(context: FieldsContext): TemplateResult {
  const warnings = timeWarnings(context.values, context.session, new Date(), context.locale);
  return html`${nameField(context)} ${richTextField('description', context)}
  ${timeField('start', warnings.start, context)} ${timeField('end', warnings.end, context)}
  ${timeZoneField(context)} ${modeField(context)} ${capacityField(context)} ${locationField(context)}
  ${richTextField('extraInfo', context)} ${trainersField(context)} ${groupField(context)}
  ${agendaField(context)}`;
}

function nameField(context: FieldsContext): TemplateResult {
  const { values, choices, change } = context;
  const { required, maxLength } = choices.constraints.name ?? {};
  return field(
    'name',
    context,
    html`<input
      id="name"
      name="name"
      class="field"
      autofocus
      ?required=${required}
      maxlength=${maxLength ?? nothing}
      .value=${live(values.name)}
      @input=${(event: InputEvent) => change({ name: textOf(event) })}
      aria-invalid=${isWrong('name', context)}
      aria-describedby="name-notes"
    />`,
  );
}

function timeField(
  name: 'start' | 'end',
  warning: string | undefined,
  context: FieldsContext,
): TemplateResult {
  const { values, locale, choices, change } = context;
  return field(
    name,
    context,
    html`<input
      id=${name}
      name=${name}
      class="field"
      type="datetime-local"
      ?required=${choices.constraints[name]?.required}
      .value=${live(values[name])}
      @input=${(event: InputEvent) => change({ [name]: textOf(event) })}
      aria-invalid=${isWrong(name, context)}
      aria-describedby=${`${name}-notes`}
    />`,
    { warning, hint: locale.wallTime(values[name]) },
  );
}

function timeZoneField({ values, locale, errors, change }: FieldsContext): TemplateResult {
  return html`<time-zone-field
    .locale=${locale}
    .value=${values.timeZone}
    .error=${errors.timeZone}
    @change=${(event: Event) => change({ timeZone: (event.target as TimeZoneField).value })}
    ?data-invalid=${errors.timeZone !== undefined}
  ></time-zone-field>`;
}

function modeField(context: FieldsContext): TemplateResult {
  const { values, locale, change } = context;
  return field(
    'enrolmentMode',
    context,
    html`<select
      id="enrolmentMode"
      name="enrolmentMode"
      class="field"
      @change=${(event: Event) => change({ enrolmentMode: textOf(event) as EnrolmentMode })}
      aria-invalid=${isWrong('enrolmentMode', context)}
      aria-describedby="enrolmentMode-notes"
    >
      ${enrolmentModes.map(
        (mode) =>
          html`<option value=${mode} .selected=${mode === values.enrolmentMode}>
            ${locale.text(`enrolment.${mode}`)}
          </option>`,
      )}
    </select>`,
    { warning: enrolmentWarnings(context).mode },
  );
}

function capacityField(context: FieldsContext): TemplateResult {
  const { values, locale, choices, change } = context;
  const { minimum, maximum } = choices.constraints.capacity ?? {};
  return field(
    'capacity',
    context,
    html`<input
      id="capacity"
      name="capacity"
      class="field"
      type="number"
      inputmode="numeric"
      min=${minimum ?? nothing}
      max=${maximum ?? nothing}
      .value=${live(values.capacity)}
      @input=${(event: InputEvent) => change({ capacity: textOf(event) })}
      aria-invalid=${isWrong('capacity', context)}
      aria-describedby="capacity-notes"
    />`,
    { hint: locale.text('form.capacityHint'), warning: enrolmentWarnings(context).capacity },
  );
}

function locationField(context: FieldsContext): TemplateResult {
  const { values, choices, change } = context;
  return field(
    'locationId',
    context,
    html`<select
      id="locationId"
      name="locationId"
      class="field"
      @change=${(event: Event) => change({ locationId: textOf(event) })}
      aria-invalid=${isWrong('locationId', context)}
      aria-describedby="locationId-notes"
    >
      <option value="" .selected=${values.locationId === ''}></option>
      ${choices.locations.map(
        ({ id, name }) => html`<option value=${id} .selected=${id === values.locationId}>${name}</option>`,
      )}
    </select>`,
  );
}

function richTextField(name: 'description' | 'extraInfo', context: FieldsContext): TemplateResult {
  const { values, errors, locale, change } = context;
  return html`<rich-text-field
    .locale=${locale}
    .label=${locale.text(`form.${name}`)}
    .value=${values[name]}
    .error=${errors[name]}
    @change=${(event: Event) => change({ [name]: (event.target as RichTextField).value })}
    ?data-invalid=${errors[name] !== undefined}
  ></rich-text-field>`;
}

function trainersField({ values, errors, locale, choices, change }: FieldsContext): TemplateResult {
  return html`<trainers-field
    .locale=${locale}
    .trainers=${choices.trainers}
    .value=${values.trainerIds}
    .error=${errors.trainerIds}
    @change=${(event: Event) => change({ trainerIds: (event.target as TrainersField).value })}
    ?data-invalid=${errors.trainerIds !== undefined}
  ></trainers-field>`;
}

function groupField(context: FieldsContext): TemplateResult {
  const { values, locale, choices, change } = context;
  const isAutomatic = values.enrolmentMode === 'automatic';
  return field(
    'groupName',
    context,
    html`<input
        id="groupName"
        name="groupName"
        class="field"
        list="groups"
        ?disabled=${isAutomatic}
        maxlength=${choices.constraints.groupName?.maxLength ?? nothing}
        .value=${live(isAutomatic ? '' : values.groupName)}
        @input=${(event: InputEvent) => change({ groupName: textOf(event) })}
        aria-invalid=${isWrong('groupName', context)}
        aria-describedby="groupName-notes"
      />
      <datalist id="groups">
        ${choices.groups.map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>`,
    { hint: locale.text(isAutomatic ? 'form.groupNeedsEnrolment' : 'form.groupHint') },
  );
}

function agendaField(context: FieldsContext): TemplateResult {
  const { values, change } = context;
  return field(
    'inAgenda',
    context,
    html`<input
      id="inAgenda"
      name="inAgenda"
      type="checkbox"
      .checked=${live(values.inAgenda)}
      @change=${(event: Event) => change({ inAgenda: (event.target as HTMLInputElement).checked })}
    />`,
  );
}

function field(
  name: FieldName,
  context: FieldsContext,
  control: TemplateResult,
  more: FieldNotes = {},
): TemplateResult {
  const isRequired = context.choices.constraints[name]?.required ?? false;
  return html`<div class="row">
    <label for=${name} class=${isRequired ? 'label required' : 'label'}
      >${context.locale.text(`form.${name}`)}</label
    >
    <div>${control} ${notes(name, context, more)}</div>
  </div>`;
}

/** What there is to say about a field, read with it. */
function notes(
  name: FieldName,
  { errors }: FieldsContext,
  { hint, warning }: FieldNotes = {},
): TemplateResult {
  return html`<div id=${`${name}-notes`} class="notes">
    ${errors[name] ? html`<p class="error">${errors[name]}</p>` : nothing}
    ${warning ? html`<p class="warning">${warning}</p>` : nothing}
    ${hint ? html`<p class="muted">${hint}</p>` : nothing}
  </div>`;
}

function isWrong(name: FieldName, { errors }: FieldsContext): 'true' | 'false' {
  return errors[name] === undefined ? 'false' : 'true';
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
