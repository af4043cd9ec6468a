import type { Day } from '../time/days.js';
import type { Span } from '../time/span.js';
import { barsOf, type Bars } from './bars.js';
import { hoursOf, laneOut, type DayLayout } from './day-layout.js';
import { isLong, piecesOn, type Piece } from './day-pieces.js';

/** How many stand side by side in the column of a week, in that of a day, and one below the other above the hours. */
const lanesOfWeek = 3;
const lanesOfDay = 6;
const barLimit = 3;

export interface DayColumn<T> {
  readonly day: Day;
  /** What lasts a day or longer. */
  readonly bars: Bars<T>;
  /** What goes on from the evening before, and is over before the first hour that is drawn. */
  readonly early: readonly Piece<T>[];
  readonly layout: DayLayout<T>;
  /** How much there is on the day in all. */
  readonly count: number;
}

export interface TimeLayout<T> {
  /** The hours that are drawn, the last exclusive. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly DayColumn<T>[];
  /** Whether there is more at one time than stands side by side in a day: it is a list then. */
  readonly isList: boolean;
}

/** Where things stand on days side by side, with the hours from top to bottom. */
export function timeLayout<T extends Span>(items: readonly T[], days: readonly Day[]): TimeLayout<T> {
  const bars = barsOf(items.filter(isLong), days, barLimit);
  const short = items.filter((item) => !isLong(item));
  const byDay = days.map((day) => ({ day, pieces: piecesOn(short, day) }));
  const [first, last] = hoursOf(byDay.flatMap(({ pieces }) => pieces));
  const lanes = days.length === 1 ? lanesOfDay : lanesOfWeek;
  const columns = byDay.map(({ day, pieces }): DayColumn<T> => {
    const isEarly = ({ to }: Piece<T>): boolean => to <= first * 60;
    const drawn = pieces
      .filter((piece) => !isEarly(piece))
      .map((piece) => ({ ...piece, from: Math.max(piece.from, first * 60) }));
    return {
      day,
      bars: bars.get(day) ?? { rows: [], more: 0 },
      early: pieces.filter(isEarly),
      layout: laneOut(drawn, lanes),
      count: piecesOn(items, day).length,
    };
  });
  const isList =
    days.length === 1 && columns.some(({ bars, layout }) => bars.more > 0 || layout.crowds.length > 0);
  return { first, last, columns, isList };
}
