import { type CalendarDate, dateOf } from '../time/wall-time.js';
import type { Instant } from '../time/schedule.js';
import type { HalfDay } from './half-days.js';
import { creditedMinutes, hasAttended } from './mark.js';
import type { Presence } from './roll.js';

/** Three months of a year, such as `2026-Q4`. */
export type Quarter = `${string}-Q${'1' | '2' | '3' | '4'}`;

/** How long somebody was there. A JSON value, as all of these. */
export interface Hours {
  /** Those that count, of half-days that have begun. */
  readonly minutes: number;
  /** Half-days that they were to be at, or were marked in, and that have begun. */
  readonly halfDays: number;
  /** At how many of them they were, for a part at least. */
  readonly attended: number;
}

export interface QuarterHours extends Hours {
  readonly quarter: Quarter;
}

/** The hours of somebody, as a whole and by quarter. */
export interface QuarterlyHours extends Hours {
  /** In order; those without a half-day of theirs are left out. */
  readonly quarters: readonly QuarterHours[];
}

/** How much somebody was there, in half-days of a session that are closed. */
export interface PersonAttendance extends Hours {
  readonly userId: string;
  /** As the latest of these half-days has it. */
  readonly name: string;
}

export const noHours: QuarterlyHours = { minutes: 0, halfDays: 0, attended: 0, quarters: [] };

export function quarterOf(date: CalendarDate): Quarter {
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  return `${date.slice(0, 4)}-Q${quarter}` as Quarter;
}

/** Whether a half-day counts for somebody: from its start on, and before when they are marked already. */
export function counts(
  { startsAt }: Pick<HalfDay, 'startsAt'>,
  { current }: Pick<Presence, 'current'>,
  now: Instant,
): boolean {
  return startsAt <= now || current !== null;
}

/** How many minutes of a half-day count for somebody. */
export function creditOf(
  { minutes }: Pick<HalfDay, 'minutes'>,
  { current }: Pick<Presence, 'current'>,
): number {
  return current?.mark ? creditedMinutes({ mark: current.mark, minutes: current.minutes }, minutes) : 0;
}

/** Hours with a half-day more, in the quarter of its day in its own zone. */
export function withHalfDay(
  hours: QuarterlyHours,
  halfDay: Pick<HalfDay, 'start' | 'minutes'>,
  presence: Pick<Presence, 'current'>,
): QuarterlyHours {
  const { current } = presence;
  const more: Hours = {
    minutes: creditOf(halfDay, presence),
    halfDays: 1,
    attended: current?.mark && hasAttended({ mark: current.mark }) ? 1 : 0,
  };
  const quarter = quarterOf(dateOf(halfDay.start));
  const known = hours.quarters.find((one) => one.quarter === quarter) ?? { quarter, ...noHours };
  const others = hours.quarters.filter((one) => one.quarter !== quarter);
  const quarters = [...others, { quarter, ...added(known, more) }];
  return { ...added(hours, more), quarters: quarters.sort(inOrder) };
}

/** At which share of the half-days somebody was, from 0 to 1; null when there were none. */
export function shareOf({ halfDays, attended }: Hours): number | null {
  return halfDays === 0 ? null : attended / halfDays;
}

function added(one: Hours, more: Hours): Hours {
  return {
    minutes: one.minutes + more.minutes,
    halfDays: one.halfDays + more.halfDays,
    attended: one.attended + more.attended,
  };
}

function inOrder({ quarter }: QuarterHours, { quarter: other }: QuarterHours): number {
  return quarter < other ? -1 : 1;
}
