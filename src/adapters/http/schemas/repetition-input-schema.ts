import Joi from 'joi';
import { longestWeeks, weekdays } from '../../../domain/repetition/rule.js';
import { byDefault, listOf, object, oneOf, optional } from './object.js';
import { calendarDate, flag } from './values.js';

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
