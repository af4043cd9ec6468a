import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fieldNotes, inputField, type FieldRow } from '../core/field.js';
import type { FieldErrors } from '../core/form-controller.js';
import type { ConstraintsOf } from '../core/input-constraints.js';
import { weekdays, type RepetitionInput, type Weekday } from './repetition.js';
import type { Locale } from '../core/locale.js';
import './dates-field.js';
import type { DatesField } from './dates-field.js';
import { switchWeekday, type RepetitionField, type RepetitionValues } from './repetition-values.js';

/** What the fields show, and whom they tell what was chosen. */
export interface RepetitionContext {
  readonly values: RepetitionValues;
  readonly errors: FieldErrors<RepetitionField>;
  readonly locale: Locale;
  readonly constraints: ConstraintsOf<RepetitionInput>;
  readonly change: (changes: Partial<RepetitionValues>) => void;
}

/** What everybody asks of a repetition: on which days of the week, and until when. */
export function ruleFields(context: RepetitionContext): TemplateResult {
  return html`${weekdaysField(context)} ${untilField(context)} ${weeksField(context)}`;
}

/** What few ask of a repetition, folded away: every n weeks, exceptions, closed days, numbering. */
export function optionFields(context: RepetitionContext): TemplateResult {
  const { values, errors, locale, change } = context;
  return html`${intervalField(context)}
    <dates-field
      .locale=${locale}
      .label=${locale.text('repetition.exceptDates')}
      .value=${values.exceptDates}
      .error=${errors.exceptDates}
      @change=${(event: Event) => change({ exceptDates: (event.target as DatesField).value })}
      ?data-invalid=${errors.exceptDates !== undefined}
    ></dates-field>
    ${optionField('skipClosedDays', context)} ${optionField('numbering', context)}`;
}

function weekdaysField({ values, errors, locale, change }: RepetitionContext): TemplateResult {
  const box = (day: Weekday): TemplateResult =>
    html`<label>
      <input
        type="checkbox"
        ?autofocus=${day === weekdays[0]}
        aria-invalid=${errors.weekdays ? 'true' : 'false'}
        .checked=${live(values.weekdays.includes(day))}
        @change=${() => change({ weekdays: switchWeekday(values.weekdays, day) })}
      />${locale.text(`weekday.${day}`)}
    </label>`;
  return html`<fieldset aria-describedby="weekdays-notes">
    <legend>${locale.text('repetition.weekdays')}</legend>
    <div class="weekdays">${weekdays.map(box)}</div>
    ${fieldNotes({ name: 'weekdays', error: errors.weekdays })}
  </fieldset>`;
}

/** One end at a time: the date clears the duration. */
function untilField(context: RepetitionContext): TemplateResult {
  const { values, locale, change } = context;
  return inputField(
    { ...rowOf('until', context), hints: [locale.weekday(values.until)] },
    {
      type: 'date',
      value: values.until,
      change: (until) => change({ until, weeks: '' }),
    },
  );
}

function weeksField(context: RepetitionContext): TemplateResult {
  return numberField('weeks', context, (weeks) => context.change({ weeks, until: '' }));
}

function intervalField(context: RepetitionContext): TemplateResult {
  return numberField('interval', context, (interval) => context.change({ interval }));
}

/** A number of weeks. */
function numberField(
  name: 'weeks' | 'interval',
  context: RepetitionContext,
  change: (value: string) => void,
): TemplateResult {
  const { values, locale, constraints } = context;
  return inputField(rowOf(name, context), {
    type: 'number',
    value: values[name],
    constraints: constraints[name],
    unit: locale.text('repetition.weeksUnit', { count: values[name] === '1' ? 1 : 2 }),
    change,
  });
}

function optionField(
  name: 'skipClosedDays' | 'numbering',
  { values, locale, change }: RepetitionContext,
): TemplateResult {
  return html`<label class="switch">
    <input
      type="checkbox"
      .checked=${live(values[name])}
      @change=${() => change({ [name]: !values[name] })}
    />
    ${locale.text(`repetition.${name}`)}
  </label>`;
}

function rowOf(name: 'until' | 'weeks' | 'interval', { errors, locale }: RepetitionContext): FieldRow {
  return { name, label: locale.text(`repetition.${name}`), error: errors[name] };
}
