declare const kind: unique symbol;

/** What a clock on the wall shows, `YYYY-MM-DDTHH:mm`, from 1900 to 2999. Means nothing without a {@link TimeZone}. */
export type WallTime = string & { readonly [kind]: 'wall time' };

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDate = string & { readonly [kind]: 'calendar date' };

/** What a clock shows on any day, `HH:mm`. */
export type ClockTime = string & { readonly [kind]: 'clock time' };

export const clockTimePattern = /^([01]\d|2[0-3]):[0-5]\d$/;
export const wallTimePattern = /^(19|2\d)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}$/;
export const calendarDatePattern = /^(19|2\d)\d{2}-\d{2}-\d{2}$/;

/** The wall time that `text` writes, or undefined when it is not one: wrong form, or a day or hour that does not exist. */
export function parseWallTime(text: string): WallTime | undefined {
  if (!wallTimePattern.test(text)) return undefined;
  return isRealDateTime(text) ? (text as WallTime) : undefined;
}

/** The calendar date that `text` writes, or undefined when there is no such day. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!calendarDatePattern.test(text)) return undefined;
  return isRealDateTime(`${text}T00:00`) ? (text as CalendarDate) : undefined;
}

export function dateOf(wallTime: WallTime): CalendarDate {
  return wallTime.slice(0, 10) as CalendarDate;
}

/**
 * Minutes from 1970-01-01T00:00 on a clock that nobody ever changes: what wall times are moved and measured by. UTC's
 * calendar is such a clock; no zone has a part in it.
 */
export function clockMinutes(wallTime: WallTime): number {
  return Date.parse(`${wallTime}:00Z`) / 60_000;
}

export function wallTimeAt(minutes: number): WallTime {
  return new Date(minutes * 60_000).toISOString().slice(0, 16) as WallTime;
}

/** A day or an hour that does not exist is read as another one, or not at all. */
function isRealDateTime(text: string): boolean {
  const minutes = clockMinutes(text as WallTime);
  return !Number.isNaN(minutes) && wallTimeAt(minutes) === text;
}
