import type { Piece } from './day-pieces.js';

/** A piece where it stands among those of its day. */
export interface Placed<T> extends Piece<T> {
  /** Which of `lanes` columns side by side, from 0; as high as `lanes` or higher where there is no room for it. */
  readonly lane: number;
  readonly lanes: number;
  /** Whether there are more beside it than there is room for. */
  readonly isCrowded: boolean;
}

/** What is at the same time as others, and has no room beside them. */
export interface Crowd {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface DayLayout<T> {
  readonly placed: readonly Placed<T>[];
  readonly crowds: readonly Crowd[];
}

/** All of them in the order of the starts, side by side where they overlap, with room for at most `limit` of them. */
export function laneOut<T>(pieces: readonly Piece<T>[], limit: number): DayLayout<T> {
  const ordered = [...pieces].sort((one, other) => one.from - other.from || other.to - one.to);
  const clusters: Piece<T>[][] = [];
  let end = 0;
  for (const piece of ordered) {
    const cluster = clusters.at(-1);
    if (cluster && piece.from < end) cluster.push(piece);
    else clusters.push([piece]);
    end = cluster && piece.from < end ? Math.max(end, piece.to) : piece.to;
  }
  const layouts = clusters.map((cluster) => sideBySide(cluster, limit));
  return {
    placed: layouts.flatMap(({ placed }) => placed),
    crowds: layouts.flatMap(({ crowds }) => crowds),
  };
}

/** The hours to draw: a working day, and whatever else begins, or ends on the day that it began. */
export function hoursOf(pieces: readonly Piece<unknown>[]): readonly [first: number, last: number] {
  const begun = pieces.filter(({ day }) => day === 1);
  const first = Math.min(8, ...begun.map(({ from }) => Math.floor(from / 60)));
  const last = Math.max(18, ...pieces.map(({ to }) => Math.ceil(to / 60)));
  return [first, last];
}

/** Each in the first lane that is free when it begins. */
function sideBySide<T>(cluster: readonly Piece<T>[], limit: number): DayLayout<T> {
  const ends: number[] = [];
  const inLanes = cluster.map((piece) => {
    const free = ends.findIndex((end) => end <= piece.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = piece.to;
    return { ...piece, lane };
  });
  const lanes = Math.min(ends.length, limit);
  const left = inLanes.filter(({ lane }) => lane >= limit);
  return {
    placed: inLanes.map((piece) => ({ ...piece, lanes, isCrowded: left.length > 0 })),
    crowds: left.length > 0 ? [crowdOf(left)] : [],
  };
}

function crowdOf(pieces: readonly Piece<unknown>[]): Crowd {
  return {
    from: Math.min(...pieces.map(({ from }) => from)),
    to: Math.max(...pieces.map(({ to }) => to)),
    count: pieces.length,
  };
}
