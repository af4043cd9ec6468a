import type { Day } from '../time/days.js';
import { isOn, type Span } from '../time/span.js';

/** Where something stands in the column of a day. */
export interface Placed<T> {
  readonly item: T;
  /** Minutes of the day, from 0 to 1,440. */
  readonly from: number;
  readonly to: number;
  /** Which of `lanes` columns side by side, from 0. */
  readonly lane: number;
  readonly lanes: number;
}

const minutesOfDay = 24 * 60;

/** What is on a day, side by side where it overlaps, in the order of the starts. */
export function laneOut<T extends Span>(items: readonly T[], day: Day): readonly Placed<T>[] {
  const pieces = items
    .filter((item) => isOn(item, day))
    .map((item) => ({ item, from: startOn(item, day), to: endOn(item, day) }))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const placed: Placed<T>[] = [];
  let cluster: (typeof pieces)[number][] = [];
  let clusterEnd = 0;
  for (const piece of pieces) {
    if (cluster.length > 0 && piece.from >= clusterEnd) {
      placed.push(...sideBySide(cluster));
      cluster = [];
    }
    clusterEnd = cluster.length > 0 ? Math.max(clusterEnd, piece.to) : piece.to;
    cluster.push(piece);
  }
  return [...placed, ...sideBySide(cluster)];
}

/** The hours to draw: a working day, and whatever else something is on. */
export function hoursOf(
  placed: readonly Pick<Placed<unknown>, 'from' | 'to'>[],
): readonly [first: number, last: number] {
  const first = Math.min(8, ...placed.map(({ from }) => Math.floor(from / 60)));
  const last = Math.max(18, ...placed.map(({ to }) => Math.ceil(to / 60)));
  return [first, last];
}

interface Piece<T> {
  readonly item: T;
  readonly from: number;
  readonly to: number;
}

/** Each in the first lane that is free when it begins. */
function sideBySide<T>(cluster: readonly Piece<T>[]): readonly Placed<T>[] {
  const ends: number[] = [];
  const lanes = cluster.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
  return cluster.map((piece, index) => ({ ...piece, lane: lanes[index] ?? 0, lanes: ends.length }));
}

function startOn({ start }: Span, day: Day): number {
  return start.slice(0, 10) < day ? 0 : minutesOf(start);
}

function endOn({ end }: Span, day: Day): number {
  return end.slice(0, 10) > day ? minutesOfDay : minutesOf(end);
}

function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(11, 13)) * 60 + Number(wallTime.slice(14, 16));
}
