import { html, type TemplateResult } from 'lit';
import { lengthHint } from '../core/field-checks.js';
import { inputField, selectField, switchField, type FieldRow } from '../core/field.js';
import type { FieldErrors } from '../core/form-controller.js';
import { enrolmentModes, type EnrolmentMode, type Seance } from './seance.js';
import type { Locale } from '../core/locale.js';
import type { FormChoices } from './form-choices.js';
import { requiredFields, type FieldName, type FormValues } from './form-values.js';
import { enrolmentWarnings } from './enrolment-warnings.js';
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
  /** The séance that is edited, as it is; undefined for a new one. */
  readonly stored: Seance | undefined;
  readonly choices: FormChoices;
  /** Says that there may be people of the session who are not known yet; empty when there are none. */
  readonly incompleteNote: string;
  /** How long before the start the platform closes enrolment where a séance does not say. */
  readonly closingDelayMinutes: number;
  /** What is in the way of what stands in a field. */
  readonly warningsOf: (name: FieldName) => readonly string[];
  readonly change: (changes: Partial<FormValues>) => void;
  /** Where the focus begins. */
  readonly first: 'name' | 'start';
}

/** The fields of the form, in the order in which they are asked. */
export function seanceFields(context: FieldsContext): TemplateResult {
  return html`${nameField(context)} ${richTextField('description', context)} ${timeFields(context)}
  ${timeZoneField(context)} ${modeField(context)} ${windowFields(context)} ${capacityField(context)}
  ${locationField(context)} ${onlineField(context)} ${richTextField('extraInfo', context)}
  ${trainersField(context)} ${groupField(context)} ${agendaField(context)}`;
}

function rowOf(
  name: FieldName,
  { errors, locale, warningsOf }: FieldsContext,
  notes: Pick<FieldRow, 'warnings' | 'hints'> = {},
): FieldRow {
  const [isRequired, warnings] = [name in requiredFields, warningsOf(name)];
  return { name, label: locale.text(`form.${name}`), isRequired, error: errors[name], warnings, ...notes };
}

function nameField(context: FieldsContext): TemplateResult {
  const { values, locale, choices, change, first } = context;
  const { name: constraints } = choices.constraints;
  return inputField(rowOf('name', context, { hints: [lengthHint(values.name, constraints, locale)] }), {
    value: values.name,
    constraints,
    isFirst: first === 'name',
    change: (name) => change({ name }),
  });
}

function timeFields(context: FieldsContext): TemplateResult {
  const { values, locale, change, first } = context;
  return html`${(['start', 'end'] as const).map((name) =>
    inputField(rowOf(name, context, { hints: [locale.wallTime(values[name])] }), {
      type: 'datetime-local',
      value: values[name],
      isFirst: first === name,
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
  return selectField(rowOf('enrolmentMode', context, { warnings: enrolmentWarnings(context).mode }), {
    value: values.enrolmentMode,
    choices: enrolmentModes.map((id) => ({ id, name: locale.text(`enrolment.${id}`) })),
    change: (mode) => change({ enrolmentMode: mode as EnrolmentMode }),
  });
}

/** Only learners who enrol themselves are bound by the window; what is wrong with it is shown in any mode. */
function windowFields(context: FieldsContext): TemplateResult {
  const { values, errors, locale, closingDelayMinutes: minutes, change } = context;
  const empty = {
    enrolmentOpens: locale.text('form.opensHint'),
    enrolmentCloses: locale.text('form.closesHint', { minutes }),
  };
  const shown = (['enrolmentOpens', 'enrolmentCloses'] as const).filter(
    (name) => values.enrolmentMode === 'public' || errors[name] !== undefined,
  );
  return html`${shown.map((name) =>
    inputField(rowOf(name, context, { hints: [locale.wallTime(values[name]) || empty[name]] }), {
      type: 'datetime-local',
      value: values[name],
      change: (time) => change({ [name]: time }),
    }),
  )}`;
}

function capacityField(context: FieldsContext): TemplateResult {
  const { values, locale, choices, change } = context;
  const { capacity: warnings } = enrolmentWarnings(context);
  return inputField(rowOf('capacity', context, { warnings, hints: [locale.text('form.capacityHint')] }), {
    type: 'number',
    value: values.capacity,
    constraints: choices.constraints.capacity,
    change: (capacity) => change({ capacity }),
  });
}

function locationField(context: FieldsContext): TemplateResult {
  const { values, locale, choices, change } = context;
  const none = choices.isLoading('locations') ? locale.text('tool.loading') : '';
  const hints = choices.isMissing('locations') ? [locale.text('form.locationsMissing')] : [];
  return selectField(rowOf('locationId', context, { hints }), {
    value: values.locationId,
    choices: [{ id: '', name: none }, ...choices.locations],
    change: (locationId) => change({ locationId }),
  });
}

function onlineField(context: FieldsContext): TemplateResult {
  const { values, locale, choices, change } = context;
  return inputField(rowOf('onlineUrl', context, { hints: [locale.text('form.onlineHint')] }), {
    type: 'url',
    value: values.onlineUrl,
    constraints: choices.constraints.onlineUrl,
    change: (onlineUrl) => change({ onlineUrl }),
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

function trainersField({
  values,
  errors,
  locale,
  choices,
  incompleteNote,
  warningsOf,
  change,
}: FieldsContext): TemplateResult {
  return html`<trainers-field
    .locale=${locale}
    .trainers=${choices.trainers}
    .value=${values.trainerIds}
    .isLoading=${choices.isLoading('trainers')}
    .isMissing=${choices.isMissing('trainers')}
    .error=${errors.trainerIds}
    .warnings=${warningsOf('trainerIds')}
    .incompleteNote=${incompleteNote}
    @change=${(event: Event) => change({ trainerIds: (event.target as TrainersField).value })}
    ?data-invalid=${errors.trainerIds !== undefined}
  ></trainers-field>`;
}

function groupField(context: FieldsContext): TemplateResult {
  const { values, locale, choices, change } = context;
  const isAutomatic = values.enrolmentMode === 'automatic';
  const { groupName: constraints } = choices.constraints;
  const others = choices.isMissing('groups') ? 'form.groupsMissing' : 'form.groupHint';
  const hint = locale.text(isAutomatic ? 'form.groupNeedsEnrolment' : others);
  const length = lengthHint(values.groupName, constraints, locale);
  return inputField(rowOf('groupName', context, { hints: [length, hint] }), {
    value: isAutomatic ? '' : values.groupName,
    constraints,
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
