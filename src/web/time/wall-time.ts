/** A local date and time, `YYYY-MM-DDTHH:mm`: what `datetime-local` inputs hold. */
export type WallTime = string;

const minute = 60_000;

/** On a clock that is never changed. */
export const minutesOfDay = 24 * 60;

const day = minutesOfDay * minute;

/** Moved by so many minutes of wall-clock time, whatever the clocks of a zone do in between. */
export function addMinutes(time: WallTime, minutes: number): WallTime {
  return toWallTime(parse(time) + minutes * minute);
}

/** From `start` to `end`; NaN when one of them is not complete. */
export function minutesBetween(start: WallTime, end: WallTime): number {
  return (parse(end) - parse(start)) / minute;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant. */
export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  const known = formats.get(timeZone);
  // Swedish writes dates as ISO 8601 does. A format is dear to make, and a calendar asks for hundreds of times.
  const format = known ?? new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone });
  if (!known) formats.set(timeZone, format);
  return format.format(instant).replace(' ', 'T');
}

/**
 * The instant at which the clocks of a zone show a time: the first of two, and where a change skips it, later by what is
 * skipped, as the server reads it (RFC 5545, 3.3.5).
 */
export function instantAt(time: WallTime, timeZone: string): Date {
  const shown = parse(time);
  const [before, after] = [shown - day, shown + day].map((near) => {
    const ahead = parse(wallTimeAt(new Date(near), timeZone)) - near;
    return new Date(shown - ahead);
  }) as [Date, Date];
  const isSecond = wallTimeAt(before, timeZone) !== time && wallTimeAt(after, timeZone) === time;
  return isSecond ? after : before;
}

/** The next full hour. */
export function nextHour(time: WallTime): WallTime {
  return addMinutes(`${time.slice(0, 13)}:00`, 60);
}

/** Reads wall time as if it were UTC: a scale without gaps to count on. */
function parse(time: WallTime): number {
  return Date.parse(`${time}Z`);
}

function toWallTime(milliseconds: number): WallTime {
  return new Date(milliseconds).toISOString().slice(0, 16);
}
