import { dayAt } from '../domain/time/days.js';
import { instantFromEpoch } from '../domain/time/schedule.js';
import { parseTimeZone } from '../domain/time/time-zone.js';
import type { LaunchedContext } from './claims.js';

/** The first and the last day of a course; absent is what a platform does not say, so that what staff have typed stays. */
export interface Period {
  readonly starts_on?: string;
  readonly ends_on?: string;
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
