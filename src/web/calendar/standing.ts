import type { Move } from '../seance/move.js';
import type { Seance } from '../seance/seance.js';
import { lastDayOf, type Span } from '../time/span.js';
import { addMinutes, instantAt, wallTimeAt, type WallTime } from '../time/wall-time.js';
import type { Day } from '../time/days.js';

/** Where a séance stands in the calendar: on the clocks of who reads it, whatever zone it is meant in. */
export interface Standing extends Span {
  readonly seance: Seance;
  /** What the clocks show at its end: before `end` in the one hour that they go back over. */
  readonly until: WallTime;
}

/** Stands where its instants are; a clock that goes back while it lasts shortens nothing to less than nothing. */
export function standingOf(seance: Seance, timeZone: string): Standing {
  const [from, to] = [new Date(seance.startsAt), new Date(seance.endsAt)];
  const [start, until] = [wallTimeAt(from, timeZone), wallTimeAt(to, timeZone)];
  const length = (to.getTime() - from.getTime()) / 60_000;
  return { seance, start, until, end: until > start ? until : addMinutes(start, length) };
}

/** Those that are on one of the days, in the order of the séances. */
export function standingsOn(
  seances: readonly Seance[],
  days: readonly Day[],
  timeZone: string,
): readonly Standing[] {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return seances
    .map((seance) => standingOf(seance, timeZone))
    .filter((standing) => standing.start.slice(0, 10) <= last && lastDayOf(standing) >= first);
}

/** The same séance from another time to another. */
export function standingAt(seance: Seance, { start, end }: Span): Standing {
  return { seance, start, end, until: end };
}

/** What the server is asked for: the times of the séance's own zone. An end that stays where it is keeps its words. */
export function moveOf({ seance, start, end }: Standing, timeZone: string): Move {
  const before = standingOf(seance, timeZone);
  const meant = (time: WallTime): WallTime => wallTimeAt(instantAt(time, timeZone), seance.timeZone);
  return {
    seance,
    start: start === before.start ? seance.start : meant(start),
    end: end === before.end ? seance.end : meant(end),
  };
}
