import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { inputField, selectField, switchField, type FieldRow } from '../core/field.js';
import type { FieldErrors } from '../core/form-controller.js';
import type { Locale, MessageKey } from '../core/locale.js';
import type { FormChoices } from '../seance/form-choices.js';
import type { Seance } from '../seance/seance.js';
import '../seance/trainers-field.js';
import type { TrainersField } from '../seance/trainers-field.js';
import {
  presentValues,
  selectionFields,
  type SelectionField,
  type SelectionValues,
} from './selection-values.js';

/** What the fields show, and whom they tell what was ticked and typed. */
export interface SelectionContext {
  readonly seances: readonly Seance[];
  readonly values: SelectionValues;
  /** The fields that are to be changed. */
  readonly chosen: ReadonlySet<SelectionField>;
  readonly errors: FieldErrors<SelectionField>;
  readonly locale: Locale;
  readonly choices: FormChoices;
  /** As in the form of one séance. */
  readonly incompleteNote: string;
  readonly choose: (name: SelectionField, isChosen: boolean) => void;
  readonly change: (changes: Partial<SelectionValues>) => void;
}

/** What the fields are called; as in the form of one séance, where that has them. */
export const selectionLabels: Readonly<Record<SelectionField, MessageKey>> = {
  locationId: 'form.locationId',
  trainerIds: 'form.trainerIds',
  startTime: 'selection.startTime',
  endTime: 'selection.endTime',
  capacity: 'form.capacity',
  inAgenda: 'form.inAgenda',
};

const controls: Readonly<Record<SelectionField, (context: SelectionContext) => TemplateResult>> = {
  locationId: locationField,
  trainerIds: trainersField,
  startTime: (context) => timeField('startTime', context),
  endTime: (context) => timeField('endTime', context),
  capacity: capacityField,
  inAgenda: agendaField,
};

/** A tick for each field, and under it the field to change, or what stays as it is. */
export function changeFields(context: SelectionContext): readonly TemplateResult[] {
  const { chosen, locale, choose } = context;
  return selectionFields.map(
    (name, index) =>
      html`<div class="change">
        <label>
          <input
            type="checkbox"
            name=${`change-${name}`}
            .checked=${live(chosen.has(name))}
            ?autofocus=${index === 0}
            @change=${(event: Event) => choose(name, (event.target as HTMLInputElement).checked)}
          />${locale.text(`selection.change.${name}`)}
        </label>
        ${chosen.has(name) ? controls[name](context) : unchanged(name, context)}
      </div>`,
  );
}

function unchanged(name: SelectionField, { seances, locale }: SelectionContext): TemplateResult {
  const values = presentValues(name, seances, locale);
  const key = values.length === 1 ? 'selection.same' : 'selection.differs';
  return html`<p class="muted">${locale.text(key, { values: values.join(' · ') })}</p>`;
}

function rowOf(
  name: SelectionField,
  { errors, locale }: SelectionContext,
  notes: Pick<FieldRow, 'isRequired' | 'hints'> = {},
): FieldRow {
  return { name, label: locale.text(selectionLabels[name]), error: errors[name], ...notes };
}

function locationField(context: SelectionContext): TemplateResult {
  const { values, locale, choices, change } = context;
  const none = locale.text(choices.isLoading('locations') ? 'tool.loading' : 'detail.noLocation');
  const hints = choices.isMissing('locations') ? [locale.text('form.locationsMissing')] : [];
  return selectField(rowOf('locationId', context, { hints }), {
    value: values.locationId,
    choices: [{ id: '', name: none }, ...choices.locations],
    change: (locationId) => change({ locationId }),
  });
}

function trainersField({
  values,
  errors,
  locale,
  choices,
  incompleteNote,
  change,
}: SelectionContext): TemplateResult {
  return html`<trainers-field
    .locale=${locale}
    .trainers=${choices.trainers}
    .value=${values.trainerIds}
    .isLoading=${choices.isLoading('trainers')}
    .isMissing=${choices.isMissing('trainers')}
    .error=${errors.trainerIds}
    .warnings=${values.trainerIds.length > 0 ? [] : [locale.text('selection.noTrainer')]}
    .incompleteNote=${incompleteNote}
    @change=${(event: Event) => change({ trainerIds: (event.target as TrainersField).value })}
    ?data-invalid=${errors.trainerIds !== undefined}
  ></trainers-field>`;
}

function timeField(name: 'startTime' | 'endTime', context: SelectionContext): TemplateResult {
  const { values, locale, change } = context;
  return inputField(rowOf(name, context, { isRequired: true, hints: [locale.text('selection.hoursHint')] }), {
    type: 'time',
    value: values[name],
    change: (time) => change({ [name]: time }),
  });
}

function capacityField(context: SelectionContext): TemplateResult {
  const { values, locale, choices, change } = context;
  return inputField(rowOf('capacity', context, { hints: [locale.text('form.capacityHint')] }), {
    type: 'number',
    value: values.capacity,
    constraints: choices.constraints.capacity,
    change: (capacity) => change({ capacity }),
  });
}

function agendaField(context: SelectionContext): TemplateResult {
  const { values, change } = context;
  return switchField(rowOf('inAgenda', context), {
    value: values.inAgenda,
    change: (inAgenda) => change({ inAgenda }),
  });
}
