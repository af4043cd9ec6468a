import Joi from 'joi';
import { skipReasons } from '../../../ports/calendar-reader.js';
import { placedSeances } from './location-schemas.js';
import { listOf, object, oneOf, optional, pageOf, partial } from './object.js';
import { calendarDate, count, flag, id, line, pageQuery, text } from './values.js';

/** 1 MiB: the school holidays of a century are smaller. */
const calendarLength = 1_048_576;

const written = { name: line.min(1), startsOn: calendarDate, endsOn: calendarDate };

export const closedDayInput = object({
  ...written,
  endsOn: optional(calendarDate.description('The last day, inclusive; the first when absent.')),
});

export const closedDayChanges = object(partial(written)).min(1);

const day = { name: text, startsOn: calendarDate, endsOn: calendarDate };

export const closedDayPage = pageOf(object({ id, ...day }));

export const closedDayQuery = object({
  from: optional(calendarDate.description('Only those that end on this day or later.')),
  ...pageQuery,
});

export const periodQuery = object({
  from: calendarDate.description('The first day of the period.'),
  to: calendarDate.description('Its last day, inclusive: a period has at most 366 days.'),
});

export const closedDayList = object({ items: listOf(object(day)) });

export const closedDay = object({ id, ...day, seances: placedSeances });

export const calendarInput = object({
  calendar: Joi.string().max(calendarLength).description('An iCalendar file (RFC 5545).'),
});

export const importPreview = object({
  days: listOf(object({ ...day, isKnown: flag })),
  skipped: listOf(object({ name: text, reason: oneOf(...skipReasons) })),
  skippedTotal: count.description('How many were left out; `skipped` has the first 1,000.'),
  seances: placedSeances,
});

export const importResult = object({ added: count, known: count, seances: placedSeances });
