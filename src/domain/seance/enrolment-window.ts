import { Refusal } from '../refusal.js';
import { type Instant, instantOf, type Schedule } from '../time/schedule.js';
import { clockMinutes, dateOf, type WallTime, wallTimeAt } from '../time/wall-time.js';

/** When learners may enrol themselves in a séance, in wall times of its zone; null where it says nothing. */
export interface EnrolmentWindow {
  /** From then on they may take a place. */
  readonly enrolmentOpens: WallTime | null;
  /** From then on they may neither take nor leave one. */
  readonly enrolmentCloses: WallTime | null;
}

/** The same moments on the universal time line. */
export interface WindowInstants {
  readonly opensAt: Instant | null;
  readonly closesAt: Instant | null;
}

/** @throws Refusal `validation` when nobody could ever enrol in it, or when it closes after the séance has begun. */
export function assertWindow({
  enrolmentOpens: opens,
  enrolmentCloses: closes,
  start,
}: EnrolmentWindow & Pick<Schedule, 'start'>): void {
  if (closes !== null && closes > start) throw Refusal.field('enrolmentCloses', 'closes-after-start');
  if (opens !== null && closes !== null && closes <= opens)
    throw Refusal.field('enrolmentCloses', 'closes-before-opens');
  if (opens !== null && opens >= start) throw Refusal.field('enrolmentOpens', 'opens-after-start');
}

export function windowInstants({
  enrolmentOpens: opens,
  enrolmentCloses: closes,
  timeZone,
}: EnrolmentWindow & Pick<Schedule, 'timeZone'>): WindowInstants {
  return {
    opensAt: opens && instantOf(opens, timeZone),
    closesAt: closes && instantOf(closes, timeZone),
  };
}

/** The window of a séance that starts at `from`, for one that starts at `to`: as many days before, at the same time of day. */
export function windowMoved(
  { enrolmentOpens: opens, enrolmentCloses: closes }: EnrolmentWindow,
  from: WallTime,
  to: WallTime,
): EnrolmentWindow {
  const days = midnightOf(to) - midnightOf(from);
  const moved = (time: WallTime | null) => time && wallTimeAt(clockMinutes(time) + days);
  return { enrolmentOpens: moved(opens), enrolmentCloses: moved(closes) };
}

function midnightOf(time: WallTime): number {
  return clockMinutes(`${dateOf(time)}T00:00` as WallTime);
}
