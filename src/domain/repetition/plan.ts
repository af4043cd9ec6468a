import { Refusal } from '../refusal.js';
import { overlapping } from '../seance/clashes.js';
import { type Schedule, schedule } from '../time/schedule.js';
import {
  type CalendarDate,
  clockMinutes,
  dateOf,
  parseWallTime,
  type WallTime,
  wallTimeAt,
} from '../time/wall-time.js';
import { closedOn, type ClosedDays } from '../closed-day/closed-days.js';
import type { RepetitionRule } from './rule.js';

/** Why no copy is made on a matching day; `same-series`: the series has a séance at that time. */
export const skipReasons = ['exception', 'closed-day', 'same-series'] as const;

/** A matching day on which no copy is made. */
export interface SkippedDay {
  readonly date: CalendarDate;
  readonly reason: (typeof skipReasons)[number];
  /** Name of the closed day. */
  readonly name?: string;
}

export interface RepetitionPlan {
  /** The copies to be, by date. */
  readonly occurrences: readonly Schedule[];
  readonly skipped: readonly SkippedDay[];
}

type Period = Pick<Schedule, 'startsAt' | 'endsAt'>;

/** What a repetition has to heed. */
export interface PlanBounds {
  readonly closed: readonly ClosedDays[];
  /** The séances that the series has already; none when the source is on its own. */
  readonly there: readonly Period[];
  /** The most copies that may be made. */
  readonly cap: number;
}

/**
 * What a repetition makes: the one function behind the preview, the creation and the extension of a series.
 *
 * Copies keep the source's local start time and its length in wall-clock terms, on each of `dates`, the days that
 * match the rule, ascending and after the source's own.
 *
 * @throws Refusal `too-many-occurrences` that says the number and the cap; `validation` when the last copy would not
 * be in the calendar of wall times any more.
 */
export function planRepetition(
  source: Pick<Schedule, 'start' | 'end' | 'timeZone'>,
  rule: RepetitionRule,
  dates: readonly CalendarDate[],
  { closed, there, cap }: PlanBounds,
): RepetitionPlan {
  const except = new Set(rule.exceptDates);
  const keep = new Set(rule.keepDates);
  const skipped: SkippedDay[] = [];
  const open = dates.filter((date) => {
    const holiday = rule.skipClosedDays && !keep.has(date) ? closedOn(date, closed) : undefined;
    if (except.has(date)) skipped.push({ date, reason: 'exception' });
    else if (holiday) skipped.push({ date, reason: 'closed-day', name: holiday.name });
    else return true;
    return false;
  });
  const planned = open.map((date) => occurrenceOn(date, source));
  assertInCalendar(planned.at(-1), rule);
  const taken = overlapping(planned, there);
  const occurrences = planned.filter(({ start }, index) => {
    const date = dateOf(start);
    if (taken[index]?.length === 0 || keep.has(date)) return true;
    skipped.push({ date, reason: 'same-series' });
    return false;
  });
  assertUnderCap(occurrences.length, rule, cap);
  return { occurrences, skipped: skipped.sort((one, other) => (one.date < other.date ? -1 : 1)) };
}

function assertUnderCap(count: number, rule: RepetitionRule, cap: number): void {
  if (count <= cap) return;
  throw new Refusal('too-many-occurrences', [
    { field: [endField(rule)], code: 'too-many-occurrences', params: { count, cap } },
  ]);
}

function assertInCalendar(last: Schedule | undefined, rule: RepetitionRule): void {
  if (last && !parseWallTime(last.end)) throw Refusal.field(endField(rule), 'invalid-date-time');
}

/** The field that says how far a rule goes. */
function endField({ until }: RepetitionRule): 'weeks' | 'until' {
  return until === undefined ? 'weeks' : 'until';
}

function occurrenceOn(date: CalendarDate, source: Pick<Schedule, 'start' | 'end' | 'timeZone'>): Schedule {
  const start = `${date}${source.start.slice(10)}` as WallTime;
  const length = clockMinutes(source.end) - clockMinutes(source.start);
  return schedule(start, wallTimeAt(clockMinutes(start) + length), source.timeZone);
}
