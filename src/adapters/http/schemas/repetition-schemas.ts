import { skipReasons } from '../../../domain/repetition/plan.js';
import { listOf, object, oneOf, optional } from './object.js';
import { seance } from './seance-schemas.js';
import { calendarDate, count, id, instant, text, wallTime, word } from './values.js';
import { findings } from './warning-schemas.js';

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

export const repetitionResult = object({
  seriesId: id,
  created: count,
  copyIds: listOf(id).description('Of all copies, by date.'),
  items: listOf(seance).description('The first hundred.'),
});
