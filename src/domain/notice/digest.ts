import { Temporal } from 'temporal-polyfill';
import { type Instant, instantFromEpoch, shownAt } from '../time/schedule.js';
import type { TimeZone } from '../time/time-zone.js';

/** When the digest of a day is sent, on the clocks of its reader. */
const hour = 7;

/** The next seven o'clock in the morning in a zone, after `now`. */
export function nextMorning(now: Instant, timeZone: TimeZone): Instant {
  const today = shownAt(now, timeZone).toPlainDate();
  for (const day of [today, today.add({ days: 1 })]) {
    const morning = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
    const instant = instantFromEpoch(morning.epochMilliseconds);
    if (instant > now) return instant;
  }
  throw new Error('Every day has a morning.');
}
