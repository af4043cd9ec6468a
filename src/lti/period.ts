import { dayAt } from '../domain/time/days.js';
import { instantFromEpoch } from '../domain/time/schedule.js';
import { parseTimeZone } from '../domain/time/time-zone.js';
import type { LaunchedContext } from './claims.js';
import type { CourseRow } from './tables.js';

/** The first and the last day of a course; absent is what a platform does not say, so that what it has said stays. */
export interface Period {
  readonly starts_on?: string;
  readonly ends_on?: string;
}

/** The days of a course: the platform's, else those that staff have typed. */
export function periodIn(
  row: Pick<CourseRow, 'starts_on' | 'ends_on' | 'typed_starts_on' | 'typed_ends_on'>,
): { readonly startsOn: string | null; readonly endsOn: string | null } {
  return { startsOn: row.starts_on ?? row.typed_starts_on, endsOn: row.ends_on ?? row.typed_ends_on };
}

/** @param zone where the days are meant; null when nobody says. */
export function periodOf(
  { startsAt, endsAt }: Pick<LaunchedContext, 'startsAt' | 'endsAt'>,
  zone: string | null,
): Period {
  const [first, last] = [dayOf(startsAt, zone), dayOf(endsAt, zone)];
  return { ...(first !== null && { starts_on: first }), ...(last !== null && { ends_on: last }) };
}

/**
 * The day that a platform means by an instant: Moodle writes a course that begins on 1 September in Brussels as
 * `2026-08-31T22:00:00+00:00`. Without an hour, or when nobody says where, it is the day that is written; null for what is none.
 */
function dayOf(text: string | null, zone: string | null): string | null {
  const day = text?.slice(0, 10) ?? '';
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return null;
  const time = /T.+(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : NaN;
  const timeZone = zone === null || Number.isNaN(time) ? undefined : parseTimeZone(zone);
  return timeZone ? dayAt(instantFromEpoch(time), timeZone) : day;
}
