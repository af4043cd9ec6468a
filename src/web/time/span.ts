import { addDays, type Day } from './days.js';
import type { WallTime } from './wall-time.js';

/** From one local time to another, `YYYY-MM-DDTHH:mm` both. */
export interface Span {
  readonly start: WallTime;
  readonly end: WallTime;
}

/** True when a part of the span is on the day. */
export function isOn({ start, end }: Span, day: Day): boolean {
  return start.slice(0, 10) <= day && day <= lastDayOf({ end });
}

/** The last day of a span: what ends at midnight is not on the day that begins then. Empty without an end. */
export function lastDayOf({ end }: Pick<Span, 'end'>): Day {
  const day = end.slice(0, 10);
  return end.endsWith('T00:00') ? addDays(day, -1) : day;
}
