import { type Instant, shiftInstant } from '../time/schedule.js';

const secondsPerDay = 24 * 60 * 60;

/** What was deleted at `now` minus the retention delay, or later, can be restored; what was deleted before is purged. */
export function restorableSince(now: Instant, retentionDays: number): Instant {
  return shiftInstant(now, -retentionDays * secondsPerDay);
}

/** The last moment at which what was deleted at `deletedAt` can be restored. */
export function restorableUntil(deletedAt: Instant, retentionDays: number): Instant {
  return shiftInstant(deletedAt, retentionDays * secondsPerDay);
}
