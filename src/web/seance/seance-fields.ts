import { html, type TemplateResult } from 'lit';
import { inputField, selectField, switchField, type FieldRow } from '../core/field.js';
import type { FieldErrors } from '../core/form-controller.js';
import { enrolmentModes, type EnrolmentMode, type Seance } from './seance.js';
import type { TrainingSession } from '../space/space.js';
import type { Locale } from '../core/locale.js';
import type { FormChoices } from './form-choices.js';
import type { FieldName, FormValues } from './form-values.js';
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
  readonly errors: FieldErrors<FieldName>;
  readonly locale: Locale;
  readonly session: TrainingSession;
  /** The séance that is edited, as it is; undefined for a new one. */
  readonly stored: Seance | undefined;
  readonly choices: FormChoices;
  readonly change: (changes: Partial<FormValues>) => void;
}

/** The fields of the form, in the order in which they are asked. */
export function seanceFields(context: FieldsContext): TemplateResult {
  return html`${nameField(context)} ${richTextField('description', context)} ${timeFields(context)}
  ${timeZoneField(context)} ${modeField(context)} ${capacityField(context)} ${locationField(context)}
  ${richTextField('extraInfo', context)} ${trainersField(context)} ${groupField(context)}
  ${agendaField(context)}`;
}

function rowOf(
  name: FieldName,
  { errors, locale, choices }: FieldsContext,
  notes: Pick<FieldRow, 'warning' | 'hints'> = {},
): FieldRow {
  const isRequired = choices.constraints[name]?.required;
  return { name, label: locale.text(`form.${name}`), isRequired, error: errors[name], ...notes };
}

function nameField(context: FieldsContext): TemplateResult {
  const { values, choices, change } = context;
  return inputField(rowOf('name', context), {
    value: values.name,
    constraints: choices.constraints.name,
    isFirst: true,
    change: (name) => change({ name }),
  });
}

function timeFields(context: FieldsContext): TemplateResult {
  const { values, locale, session, change } = context;
  const warnings = timeWarnings(values, session, new Date(), locale);
  return html`${(['start', 'end'] as const).map((name) =>
    inputField(rowOf(name, context, { warning: warnings[name], hints: [locale.wallTime(values[name])] }), {
      type: 'datetime-local',
      value: values[name],
      change: (time) => change({ [name]: time }),
    }),
  )}`;
}

function timeZoneField({ values, locale, errors, change }: FieldsContext): TemplateResult {
  return html`<time-zone-field
    .locale=${locale}
    .value=${values.timeZone}
    .start=${values.start}
    .error=${errors.timeZone}
    @change=${(event: Event) => change({ timeZone: (event.target as TimeZoneField).value })}
    ?data-invalid=${errors.timeZone !== undefined}
  ></time-zone-field>`;
}

function modeField(context: FieldsContext): TemplateResult {
  const { values, locale, change } = context;
  return selectField(rowOf('enrolmentMode', context, { warning: enrolmentWarnings(context).mode }), {
    value: values.enrolmentMode,
    choices: enrolmentModes.map((id) => ({ id, name: locale.text(`enrolment.${id}`) })),
    change: (mode) => change({ enrolmentMode: mode as EnrolmentMode }),
  });
}

function capacityField(context: FieldsContext): TemplateResult {
  const { values, locale, choices, change } = context;
  const { capacity: warning } = enrolmentWarnings(context);
  return inputField(rowOf('capacity', context, { warning, hints: [locale.text('form.capacityHint')] }), {
    type: 'number',
    value: values.capacity,
    constraints: choices.constraints.capacity,
    change: (capacity) => change({ capacity }),
  });
}

function locationField(context: FieldsContext): TemplateResult {
  const { values, choices, change } = context;
  return selectField(rowOf('locationId', context), {
    value: values.locationId,
    choices: [{ id: '', name: '' }, ...choices.locations],
    change: (locationId) => change({ locationId }),
  });
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
  const hint = locale.text(isAutomatic ? 'form.groupNeedsEnrolment' : 'form.groupHint');
  return inputField(rowOf('groupName', context, { hints: [hint] }), {
    value: isAutomatic ? '' : values.groupName,
    constraints: choices.constraints.groupName,
    isDisabled: isAutomatic,
    proposals: choices.groups.map(({ name }) => name),
    change: (groupName) => change({ groupName }),
  });
}

function agendaField(context: FieldsContext): TemplateResult {
  const { values, change } = context;
  return switchField(rowOf('inAgenda', context), {
    value: values.inAgenda,
    change: (inAgenda) => change({ inAgenda }),
  });
}
