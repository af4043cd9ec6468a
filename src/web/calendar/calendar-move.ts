import { addMinutes, minutesBetween, minutesOfDay, type WallTime } from '../time/wall-time.js';
import type { CalendarView } from './calendar-page.js';
import type { Span } from '../time/span.js';

/** The grain of times that are set by hand, in minutes. */
export const grain = 15;

/** Both ends later by so many minutes of wall-clock time. */
export function moved({ start, end }: Span, minutes: number): Span {
  return { start: addMinutes(start, minutes), end: addMinutes(end, minutes) };
}

/** The end later by so many minutes, and never less than a grain after the start. */
export function resized({ start, end }: Span, minutes: number): Span {
  return { start, end: addMinutes(start, Math.max(grain, minutesBetween(start, end) + minutes)) };
}

/** From where an empty place was got hold of to so many minutes later, or earlier, and never less than a grain. */
export function drawn(from: WallTime, minutes: number): Span {
  const to = addMinutes(from, Math.abs(minutes) < grain ? grain : minutes);
  return to < from ? { start: to, end: from } : { start: from, end: to };
}

/** Where a key moves a span to: Shift and an arrow move it, with Alt they move its end. Undefined for any other key. */
export function keyMove(event: KeyboardEvent, span: Span, view: CalendarView): Span | undefined {
  if (!event.shiftKey || event.ctrlKey || event.metaKey) return undefined;
  const along = view === 'month' ? 7 * minutesOfDay : grain;
  const sign = event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 1;
  const isAlong = event.key === 'ArrowUp' || event.key === 'ArrowDown';
  if (!isAlong && event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return undefined;
  if (!event.altKey) return moved(span, sign * (isAlong ? along : minutesOfDay));
  return isAlong && view !== 'month' ? resized(span, sign * grain) : undefined;
}
