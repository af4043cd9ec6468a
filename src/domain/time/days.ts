import { Temporal } from 'temporal-polyfill';
import { type Instant, instantFromEpoch, shownAt } from './schedule.js';
import type { TimeZone } from './time-zone.js';
import type { CalendarDate } from './wall-time.js';

/** The day that calendars in `timeZone` show at `instant`. */
export function dayAt(instant: Instant, timeZone: TimeZone): CalendarDate {
  return shownAt(instant, timeZone).toPlainDate().toString() as CalendarDate;
}

/** When a day begins in `timeZone`: at midnight, or later where a clock change skips it. */
export function startOfDay(day: CalendarDate, timeZone: TimeZone): Instant {
  return instantFromEpoch(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}
