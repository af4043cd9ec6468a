/** A local date and time, `YYYY-MM-DDTHH:mm`: what `datetime-local` inputs hold. */
export type WallTime = string;

const minute = 60_000;

/** Moved by so many minutes of wall-clock time, whatever the clocks of a zone do in between. */
export function addMinutes(time: WallTime, minutes: number): WallTime {
  return toWallTime(parse(time) + minutes * minute);
}

/** From `start` to `end`; NaN when one of them is not complete. */
export function minutesBetween(start: WallTime, end: WallTime): number {
  return (parse(end) - parse(start)) / minute;
}

/** What the clocks of a zone show at an instant. */
export function wallTimeAt(instant: Date, timeZone: string): WallTime {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone });
  return format.format(instant).replace(' ', 'T');
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
