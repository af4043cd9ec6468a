import { daysBetween, type Day } from '../time/days.js';
import { isOn, lastDayOf, type Span } from '../time/span.js';
import { minutesBetween, minutesOfDay, type WallTime } from '../time/wall-time.js';

/** What is on one day of something that may go on over several. */
export interface Piece<T> {
  readonly item: T;
  /** Minutes of the day, from 0 to 1,440. */
  readonly from: number;
  readonly to: number;
  /** Which of its `days` this is, from 1. */
  readonly day: number;
  readonly days: number;
}

/** Undefined where nothing of it is on the day. */
export function pieceOn<T extends Span>(item: T, day: Day): Piece<T> | undefined {
  if (!isOn(item, day)) return undefined;
  const { start, end } = item;
  const [first, last] = [start.slice(0, 10), lastDayOf(item)];
  return {
    item,
    from: first < day ? 0 : minutesOf(start),
    to: end.slice(0, 10) > day ? minutesOfDay : minutesOf(end),
    day: daysBetween(first, day) + 1,
    days: daysBetween(first, last) + 1,
  };
}

export function piecesOn<T extends Span>(items: readonly T[], day: Day): readonly Piece<T>[] {
  return items.flatMap((item) => pieceOn(item, day) ?? []);
}

/** What lasts a day or longer: it would fill whole days from top to bottom. */
export function isLong({ start, end }: Span): boolean {
  return minutesBetween(start, end) >= minutesOfDay;
}

/** How late it is on its day, in minutes. */
export function minutesOf(wallTime: WallTime): number {
  return Number(wallTime.slice(11, 13)) * 60 + Number(wallTime.slice(14, 16));
}
