import type { Locale } from './locale.js';
import { zoneCity } from './zones.js';

/** From one instant to another, in the time zone that it was planned in. */
export interface Timed {
  readonly startsAt: string;
  /** Without it only the start is said. */
  readonly endsAt?: string;
  readonly timeZone: string;
}

/**
 * What stands behind the reader's own hours of a séance that was planned in another time zone: "(09:00–11:00 à
 * Montréal)", with the days where they are others than the reader's, as in "(lun. 07/12 19:00–21:00 à Montréal)". Empty
 * where the clocks of both zones show the same. A zone that this browser does not know is its id.
 */
export function hoursThere(
  { startsAt, endsAt = startsAt, timeZone }: Timed,
  locale: Locale,
  ownZone: string,
): string {
  if (timeZone === ownZone) return '';
  const daysIn = (zone: string) =>
    [startsAt, lastMoment(startsAt, endsAt)].map((at) => locale.briefDay(at, zone, true)).join();
  const hoursIn = (zone: string) => [startsAt, endsAt].map((at) => locale.time(at, zone)).join();
  try {
    const isOtherDay = daysIn(timeZone) !== daysIn(ownZone);
    if (!isOtherDay && hoursIn(timeZone) === hoursIn(ownZone)) return '';
    const hours = isOtherDay
      ? daysAndHours(startsAt, endsAt, locale, timeZone)
      : [...new Set([startsAt, endsAt])].map((at) => locale.time(at, timeZone)).join('–');
    const zone = timeZone.split('/').at(-1) ?? timeZone;
    return `(${locale.text('zone.there', { hours, zone, city: zoneCity(timeZone, locale) })})`;
  } catch {
    return `(${timeZone})`;
  }
}

/** When something is, as a sentence says it: by the reader's clocks, and after them by its own. */
export function periodSaid(times: Required<Timed>, locale: Locale, ownZone: string): string {
  const hours = locale.period(times.startsAt, times.endsAt, ownZone);
  return [hours, hoursThere(times, locale, ownZone)].filter(Boolean).join(' ');
}

/** True when what ends then is over on the day that it begins: at midnight at the latest. */
export function isOneDay(startsAt: string, endsAt: string, locale: Locale, zone: string): boolean {
  return locale.isSameDay(startsAt, lastMoment(startsAt, endsAt), zone);
}

function daysAndHours(startsAt: string, endsAt: string, locale: Locale, zone: string): string {
  const at = (instant: string) => `${locale.briefDay(instant, zone, false)} ${locale.time(instant, zone)}`;
  if (startsAt === endsAt) return at(startsAt);
  return isOneDay(startsAt, endsAt, locale, zone)
    ? `${at(startsAt)}–${locale.time(endsAt, zone)}`
    : `${at(startsAt)} – ${at(endsAt)}`;
}

/** What ends at midnight is not on the day that begins then. */
function lastMoment(startsAt: string, endsAt: string): string {
  return startsAt === endsAt ? startsAt : new Date(Date.parse(endsAt) - 1).toISOString();
}
