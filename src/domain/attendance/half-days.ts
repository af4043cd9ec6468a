import { type Instant, instantOf, type Schedule, shiftInstant, wallTimeIn } from '../time/schedule.js';
import type { TimeZone } from '../time/time-zone.js';
import { type ClockTime, clockMinutes, dateOf, type WallTime, wallTimeAt } from '../time/wall-time.js';

/** What parts a day into half-days, as clocks on the wall show it: a pause from `start` to `end`, of no length when they are the same. */
export interface HalfDayBreak {
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/** Half a day of a séance: what is marked, and signed, at a time. */
export interface HalfDay {
  /** Counts from 1 within the séance. */
  readonly number: number;
  readonly start: WallTime;
  readonly end: WallTime;
  readonly timeZone: TimeZone;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Of exact time: clock changes count. */
  readonly minutes: number;
}

/** Where nobody has decided anything: cut at one o'clock, without a pause. */
export const noonCut: HalfDayBreak = { start: '13:00' as ClockTime, end: '13:00' as ClockTime };

/** How long before its start a half-day may be marked, in minutes. */
export const opensBefore = 15;
/** What has to be left of a séance on both sides of a cut, in minutes. */
const leastBeside = 60;
const minutesOfDay = 24 * 60;

/**
 * The half-days of a séance: cut at each break of `cut` that leaves at least an hour of the séance on both sides. One of
 * more than a day is cut at midnight too, so that each half-day has one date.
 */
export function halfDaysOf(schedule: Schedule, cut: HalfDayBreak): readonly HalfDay[] {
  const { start, end, timeZone, startsAt, endsAt } = schedule;
  const pieces: Omit<HalfDay, 'number' | 'minutes'>[] = [];
  let from = { wallTime: start, instant: startsAt };
  const take = (until: WallTime, instant: Instant) =>
    pieces.push({
      ...{ start: from.wallTime, end: until, timeZone },
      ...{ startsAt: from.instant, endsAt: instant },
    });
  for (const pause of pausesIn(start, end, cut)) {
    const [paused, resumed] = [shownMoment(pause.start, timeZone), shownMoment(pause.end, timeZone)];
    // A clock change may leave nothing of a half-day, or of what is after a pause.
    if (!(from.instant < paused.instant && paused.instant <= resumed.instant && resumed.instant < endsAt))
      continue;
    take(paused.wallTime, paused.instant);
    from = resumed;
  }
  take(end, endsAt);
  return pieces.map((piece, index) => ({ number: index + 1, ...piece, minutes: minutesOf(piece) }));
}

/** From when on a half-day may be marked. */
export function opensAt({ startsAt }: Pick<HalfDay, 'startsAt'>): Instant {
  return shiftInstant(startsAt, -opensBefore * 60);
}

/** When it is so late, and what clocks show then: of a time that they skip, the one that comes in its place. */
function shownMoment(wallTime: WallTime, timeZone: TimeZone) {
  const instant = instantOf(wallTime, timeZone);
  return { instant, wallTime: wallTimeIn(timeZone, instant) };
}

function minutesOf({ startsAt, endsAt }: Pick<HalfDay, 'startsAt' | 'endsAt'>): number {
  return Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
}

/** The pauses that part a séance, in order. */
function pausesIn(
  start: WallTime,
  end: WallTime,
  cut: HalfDayBreak,
): readonly { readonly start: WallTime; readonly end: WallTime }[] {
  const [from, until] = [clockMinutes(start), clockMinutes(end)];
  const isLong = until - from > minutesOfDay;
  const pauses: { start: number; end: number }[] = [];
  for (let day = clockMinutes(`${dateOf(start)}T00:00` as WallTime); day < until; day += minutesOfDay) {
    if (isLong) pauses.push({ start: day, end: day });
    pauses.push({ start: day + minutesIn(cut.start), end: day + minutesIn(cut.end) });
  }
  return pauses
    .filter((pause) => from + leastBeside <= pause.start && pause.end + leastBeside <= until)
    .map((pause) => ({ start: wallTimeAt(pause.start), end: wallTimeAt(pause.end) }));
}

function minutesIn(clockTime: ClockTime): number {
  return clockMinutes(`1970-01-01T${clockTime}` as WallTime);
}
