import Joi from 'joi';
import { mostClashes } from '../../../application/repetition/clash-finder.js';
import { longestWeeks, weekdays } from '../../../domain/repetition/rule.js';
import { ownFields } from '../../../domain/seance/own-field.js';
import { seance } from './seance-schemas.js';
import { calendarDate, count, id, instant, text, wallTime } from './values.js';

const dates = Joi.array()
  .strict()
  .items(calendarDate)
  .max(longestWeeks * 7)
  .unique()
  .default([]);

/** The body of a repetition and of its preview. */
export const repetitionInput = Joi.object({
  weekdays: Joi.array()
    .strict()
    .items(Joi.string().valid(...weekdays))
    .min(1)
    .unique()
    .required(),
  until: calendarDate.description('The last day, inclusive: either this or weeks.'),
  weeks: Joi.number()
    .strict()
    .integer()
    .min(1)
    .max(longestWeeks)
    .description("From the séance's day, inclusive: either this or until."),
  interval: Joi.number()
    .strict()
    .integer()
    .min(1)
    .max(52)
    .default(1)
    .description('Every how many weeks; weeks start on Monday.'),
  exceptDates: dates.description('Days that are left out.'),
  keepDates: dates.description('Days that are kept although they are closed.'),
  skipClosedDays: Joi.boolean().strict().default(true),
  numbering: Joi.boolean()
    .strict()
    .description('Whether names get [1], [2], …; the setting decides when absent.'),
}).xor('until', 'weeks');

const clockChange = Joi.string().valid('skipped', 'doubled', 'longer', 'shorter', null).required();

const conflicts = Joi.array()
  .items(
    Joi.object({
      kind: Joi.string().valid('trainer', 'location').required(),
      resource: Joi.object({ id: id.required(), name: text.required() }).required(),
      startsAt: instant.required(),
      endsAt: instant.required(),
      seance: Joi.object({ id: id.required(), name: text.required() }).allow(null).required(),
    }),
  )
  .required()
  .description(`At most ${mostClashes}, the earliest.`);

const when = {
  start: wallTime.required(),
  end: wallTime.required(),
  timeZone: Joi.string().required(),
  startsAt: instant.required(),
  endsAt: instant.required(),
  clockChange,
  conflicts,
};

export const repetitionPreview = Joi.object({
  occurrences: Joi.array()
    .items(Joi.object({ ...when, name: text.required() }))
    .required(),
  skipped: Joi.array()
    .items(
      Joi.object({
        date: calendarDate.required(),
        reason: Joi.string().valid('exception', 'closed-day').required(),
        name: text,
      }),
    )
    .required(),
});

export const repetitionResult = Joi.object({
  seriesId: id.required(),
  created: count.required(),
  items: Joi.array().items(seance).required(),
});

export const seriesChangePreview = Joi.object({
  changes: Joi.array()
    .items(
      Joi.object({
        ...when,
        id: id.required(),
        name: text.required(),
        before: Joi.object({
          name: text.required(),
          start: wallTime.required(),
          end: wallTime.required(),
        }).required(),
        kept: Joi.array()
          .items(Joi.string().valid(...ownFields))
          .required(),
        closedDay: text.allow(null).required(),
      }),
    )
    .required(),
});
