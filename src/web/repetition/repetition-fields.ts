import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ConstraintsOf } from '../core/input-constraints.js';
import { weekdays, type RepetitionInput, type Weekday } from './repetition.js';
import type { Locale } from '../core/locale.js';
import './dates-field.js';
import type { DatesField } from './dates-field.js';
import {
  switchWeekday,
  type RepetitionErrors,
  type RepetitionField,
  type RepetitionValues,
} from './repetition-values.js';

/** What the fields show, and whom they tell what was chosen. */
export interface RepetitionContext {
  readonly values: RepetitionValues;
  readonly errors: RepetitionErrors;
  readonly locale: Locale;
  readonly constraints: ConstraintsOf<RepetitionInput>;
  readonly change: (changes: Partial<RepetitionValues>) => void;
}

/** The fields of `cursus-fig124`. */
export function ruleFields(context: RepetitionContext): TemplateResult {
  return html`${weekdaysField(context)} ${untilField(context)} ${weeksField(context)}`;
}

/** What the figure has not: every n weeks, exceptions, closed days, numbering. */
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
    ${switchField('skipClosedDays', context)} ${switchField('numbering', context)}`;
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
    ${notes('weekdays', errors)}
  </fieldset>`;
}

/** One end at a time: the date clears the duration. */
function untilField(context: RepetitionContext): TemplateResult {
  const { values, change } = context;
  return field(
    'until',
    context,
    html`<input
      id="until"
      name="until"
      class="field"
      type="date"
      .value=${live(values.until)}
      @input=${(event: Event) => change({ until: valueOf(event), weeks: '' })}
      aria-invalid=${isWrong('until', context)}
      aria-describedby="until-notes"
    />`,
  );
}

function weeksField(context: RepetitionContext): TemplateResult {
  const { change } = context;
  return numberField('weeks', context, (weeks) => change({ weeks, until: '' }));
}

function intervalField(context: RepetitionContext): TemplateResult {
  const { change } = context;
  return numberField('interval', context, (interval) => change({ interval }));
}

/** A number of weeks. */
function numberField(
  name: 'weeks' | 'interval',
  context: RepetitionContext,
  onInput: (value: string) => void,
): TemplateResult {
  const { values, locale, constraints } = context;
  const { minimum, maximum } = constraints[name] ?? {};
  return field(
    name,
    context,
    html`<div class="joined">
      <input
        id=${name}
        name=${name}
        class="field"
        type="number"
        inputmode="numeric"
        min=${minimum ?? nothing}
        max=${maximum ?? nothing}
        .value=${live(values[name])}
        @input=${(event: Event) => onInput(valueOf(event))}
        aria-invalid=${isWrong(name, context)}
        aria-describedby="${name}-unit ${name}-notes"
      />
      <span class="unit" id="${name}-unit"
        >${locale.text('repetition.weeksUnit', { count: values[name] === '1' ? 1 : 2 })}</span
      >
    </div>`,
  );
}

function switchField(
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

function field(
  name: 'until' | 'weeks' | 'interval',
  { errors, locale }: RepetitionContext,
  control: TemplateResult,
): TemplateResult {
  return html`<div class="row">
    <label for=${name} class="label">${locale.text(`repetition.${name}`)}</label>
    <div>${control} ${notes(name, errors)}</div>
  </div>`;
}

/** What is wrong with a field, read with it. */
function notes(name: RepetitionField, errors: RepetitionErrors): TemplateResult {
  return html`<div id="${name}-notes" class="notes">
    ${errors[name] ? html`<p class="error">${errors[name]}</p>` : nothing}
  </div>`;
}

function isWrong(name: RepetitionField, { errors }: RepetitionContext): 'true' | 'false' {
  return errors[name] === undefined ? 'false' : 'true';
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
