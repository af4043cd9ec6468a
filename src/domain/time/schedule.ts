import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal.js';
import { settledOffset } from './settled-offset.js';
import type { TimeZone } from './time-zone.js';
import { type CalendarDate, clockMinutes, dateOf, type WallTime, wallTimeAt } from './wall-time.js';

declare const kind: unique symbol;

/** A point on the universal time line, `YYYY-MM-DDTHH:mm:ssZ`. Sorts as text (ADR 0002). */
export type Instant = string & { readonly [kind]: 'instant' };

/** When something happens: what was meant (wall times in a zone) and when that is (instants). */
export interface Schedule {
  readonly start: WallTime;
  readonly end: WallTime;
  readonly timeZone: TimeZone;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/**
 * What a clock change does to a schedule: its start is `skipped` and moves forward by the gap, or `doubled` and is the
 * first of two; or the exact time between its ends is `longer` or `shorter` than the clock on the wall says.
 */
export type ClockChange = 'skipped' | 'doubled' | 'longer' | 'shorter';

/**
 * The schedule of `start` to `end` in `timeZone`.
 *
 * A wall time that a clock change skips moves forward by the gap, one that it doubles is the first (RFC 5545 3.3.5,
 * Temporal's `compatible`). When the start is skipped, the end keeps the exact length.
 *
 * @throws Refusal `validation` with `end-before-start` at `end`, when the end is not after the start.
 */
export function schedule(start: WallTime, end: WallTime, timeZone: TimeZone): Schedule {
  if (end <= start) throw Refusal.field('end', 'end-before-start');
  const startMinutes = clockMinutes(start);
  const endMinutes = clockMinutes(end);
  const startOffset = settledOffset(startMinutes * 60, timeZone);
  const endOffset = settledOffset(endMinutes * 60, timeZone);
  if (startOffset !== undefined && endOffset !== undefined) {
    const startsAt = instantAt(startMinutes, startOffset);
    return { start, end, timeZone, startsAt, endsAt: instantAt(endMinutes, endOffset) };
  }
  const startsAt = instantOf(start, timeZone);
  const endsAt = isSkipped(start, timeZone)
    ? shiftInstant(startsAt, (endMinutes - startMinutes) * 60)
    : instantOf(end, timeZone);
  return { start, end, timeZone, startsAt, endsAt };
}

/** The last day that a schedule is on: an end at midnight is the end of the day before. */
export function lastDateOf({ end }: Pick<Schedule, 'end'>): CalendarDate {
  return dateOf(wallTimeAt(clockMinutes(end) - 1));
}

/** What a clock change does to a schedule; null for nothing. */
export function clockChangeOf({ start, end, timeZone, startsAt, endsAt }: Schedule): ClockChange | null {
  const shown = (clockMinutes(end) - clockMinutes(start)) * 60_000;
  const exact = Date.parse(endsAt) - Date.parse(startsAt);
  const ofStart = hourChangeOf(start, timeZone);
  if (ofStart || exact === shown) return ofStart;
  return exact > shown ? 'longer' : 'shorter';
}

/** Whether a clock change skips or doubles an hour on the clocks of `timeZone`; null for neither. */
export function hourChangeOf(wallTime: WallTime, timeZone: TimeZone): 'skipped' | 'doubled' | null {
  if (settledOffset(clockMinutes(wallTime) * 60, timeZone) !== undefined) return null;
  if (isSkipped(wallTime, timeZone)) return 'skipped';
  return isDoubled(wallTime, timeZone) ? 'doubled' : null;
}

/** The instant at which clocks in `timeZone` show `wallTime`. */
export function instantOf(wallTime: WallTime, timeZone: TimeZone): Instant {
  return instantFromEpoch(zoned(wallTime, timeZone, 'compatible').epochMilliseconds);
}

/** What clocks and calendars in `timeZone` show at `instant`. */
export function shownAt(instant: Instant, timeZone: TimeZone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}

/** The same to the minute, as a wall time: away from clock changes by an addition, of which 20,000 take 1.5 s less. */
export function wallTimeIn(timeZone: TimeZone, instant: Instant): WallTime {
  const seconds = Date.parse(instant) / 1_000;
  const offset = settledOffset(seconds, timeZone);
  if (offset !== undefined) return wallTimeAt(Math.floor((seconds + offset) / 60));
  return shownAt(instant, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }) as WallTime;
}

function instantAt(minutes: number, offsetSeconds: number): Instant {
  return instantFromEpoch(minutes * 60_000 - offsetSeconds * 1_000);
}

/** The instant of a count of milliseconds since 1970, cut to the second. */
export function instantFromEpoch(milliseconds: number): Instant {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z` as Instant;
}

/** The instant `seconds` after `instant` (before it when negative). */
export function shiftInstant(instant: Instant, seconds: number): Instant {
  return instantFromEpoch(Date.parse(instant) + seconds * 1_000);
}

/** True when clocks in `timeZone` never show `wallTime`, because a change jumps over it. */
function isSkipped(wallTime: WallTime, timeZone: TimeZone): boolean {
  return !zoned(wallTime, timeZone, 'compatible').toPlainDateTime().equals(wallTime);
}

/** True when clocks in `timeZone` show `wallTime` twice, because a change goes back over it. */
function isDoubled(wallTime: WallTime, timeZone: TimeZone): boolean {
  return !zoned(wallTime, timeZone, 'earlier').equals(zoned(wallTime, timeZone, 'later'));
}

function zoned(
  wallTime: WallTime,
  timeZone: TimeZone,
  disambiguation: 'compatible' | 'earlier' | 'later',
): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(timeZone, { disambiguation });
}
