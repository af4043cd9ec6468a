import { addMinutes, type WallTime } from '../time/wall-time.js';
import type { Day } from '../time/days.js';
import { grain } from './calendar-move.js';

/** Half an hour: where in it a click is says nothing. */
const height = 2 * grain;

/** An empty place of the calendar: a day, and the time of it where hours are drawn. */
export interface EmptyPlace {
  readonly day: Day;
  readonly time: WallTime | undefined;
}

/** Where a pointer is, when there is nothing but the column or the cell of a day. */
export function emptyPlaceAt(event: MouseEvent): EmptyPlace | undefined {
  const target = event.composedPath()[0] as HTMLElement;
  const day = target.closest<HTMLElement>('[data-day]')?.dataset['day'];
  if (day === undefined || target.closest('a, button') !== null) return undefined;
  if (target.closest('td') !== null) return { day, time: undefined };
  if (!target.matches('.drawn .slots')) return undefined;
  const style = getComputedStyle(target);
  const [first, hours] = ['--first', '--hours'].map((name) => Number(style.getPropertyValue(name)));
  const box = target.getBoundingClientRect();
  const minutes = ((first ?? 0) + ((event.clientY - box.top) / box.height) * (hours ?? 0)) * 60;
  return { day, time: addMinutes(`${day}T00:00`, Math.floor(minutes / height) * height) };
}
