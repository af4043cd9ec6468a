import type { Day } from '../time/days.js';
import { isOn, lastDayOf, type Span } from '../time/span.js';
import { pieceOn, type Piece } from './day-pieces.js';

/** What goes on over days side by side: each day's pieces, so that one thing is at the same height on all its days. */
export interface Bars<T> {
  /** By height, from the top; undefined where a day has nothing at a height that another day needs. */
  readonly rows: readonly (Piece<T> | undefined)[];
  /** How many more there are than there is room for. */
  readonly more: number;
}

/** The bars of some days, by day, at most `limit` of them one below the other. */
export function barsOf<T extends Span>(
  items: readonly T[],
  days: readonly Day[],
  limit: number,
): ReadonlyMap<Day, Bars<T>> {
  const first = days[0] ?? '';
  const shown = items.filter((item) => days.some((day) => isOn(item, day))).sort(byStartAndLength(first));
  const rows: T[][] = [];
  for (const item of shown) {
    const row = rows.find((others) => others.every((other) => lastDayOf(other) < item.start.slice(0, 10)));
    if (row) row.push(item);
    else rows.push([item]);
  }
  const kept = rows.slice(0, limit);
  return new Map(
    days.map((day) => [
      day,
      {
        rows: kept.map((row) => row.flatMap((item) => pieceOn(item, day) ?? [])[0]),
        more: rows.slice(limit).filter((row) => row.some((item) => isOn(item, day))).length,
      },
    ]),
  );
}

/** What was begun before the first day begins on it, and the longest of a day is on top. */
function byStartAndLength(first: Day): (one: Span, other: Span) => number {
  const startDay = ({ start }: Span): Day => (start.slice(0, 10) < first ? first : start.slice(0, 10));
  return (one, other) =>
    startDay(one) === startDay(other)
      ? compare(lastDayOf(other), lastDayOf(one)) || compare(one.start, other.start)
      : compare(startDay(one), startDay(other));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
