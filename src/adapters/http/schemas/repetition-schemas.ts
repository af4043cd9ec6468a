import Joi from 'joi';
import { skipReasons } from '../../../domain/repetition/plan.js';
import { longestWeeks, weekdays } from '../../../domain/repetition/rule.js';
import { byDefault, listOf, object, oneOf, optional } from './object.js';
import { seance } from './seance-schemas.js';
import { calendarDate, count, flag, id, instant, text, wallTime, word } from './values.js';
import { findings } from './warning-schemas.js';

const dates = listOf(calendarDate)
  .strict()
  .max(longestWeeks * 7)
  .unique();

/** The body of a repetition and of its preview. */
export const repetitionInput = object({
  weekdays: listOf(oneOf(...weekdays))
    .strict()
    .min(1)
    .unique(),
  until: optional(calendarDate.description('The last day, inclusive: either this or weeks.')),
  weeks: optional(
    Joi.number()
      .strict()
      .integer()
      .min(1)
      .max(longestWeeks)
      .description("From the séance's day, inclusive: either this or until."),
  ),
  interval: byDefault(
    Joi.number()
      .strict()
      .integer()
      .min(1)
      .max(52)
      .description('Every how many weeks; weeks start on Monday.'),
    1,
  ),
  exceptDates: byDefault(dates.description('Days that are left out.'), []),
  keepDates: byDefault(
    dates.description('Days that are kept although they are closed, or the series has a séance then.'),
    [],
  ),
  skipClosedDays: byDefault(flag.strict(), true),
  numbering: optional(
    flag.strict().description('Whether names get [1], [2], …; the setting decides when absent.'),
  ),
}).xor('until', 'weeks');

/** A date that is only planned, and what is in its way. */
export const plannedDate = {
  start: wallTime,
  end: wallTime,
  timeZone: word,
  startsAt: instant,
  endsAt: instant,
  ...findings,
};

export const repetitionPreview = object({
  occurrences: listOf(object({ ...plannedDate, name: text })),
  skipped: listOf(object({ date: calendarDate, reason: oneOf(...skipReasons), name: optional(text) })),
});

export const repetitionResult = object({ seriesId: id, created: count, items: listOf(seance) });
