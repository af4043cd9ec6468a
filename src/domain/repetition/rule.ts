import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../refusal.js';
import type { CalendarDate } from '../time/wall-time.js';

/** Days of the week as RFC 5545 writes them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** The longest period that one repetition covers: bounds the work that a single request can ask for. */
export const longestWeeks = 1_040;

/** How a séance is repeated. Every date is a day in the séance's own zone. */
export interface RepetitionRule {
  readonly weekdays: readonly Weekday[];
  /** The last day, inclusive: either this or `weeks`. */
  readonly until?: CalendarDate | undefined;
  /** A period from the source's day on: its last day is that day plus 7 × weeks, inclusive. */
  readonly weeks?: number | undefined;
  /** Every how many weeks; weeks start on Monday and are counted from the source's. */
  readonly interval: number;
  /** Days that are left out. */
  readonly exceptDates: readonly CalendarDate[];
  /** Days that are kept although they are closed, or the series has a séance then. */
  readonly keepDates: readonly CalendarDate[];
  readonly skipClosedDays: boolean;
}

/**
 * The last day of a repetition of a séance of the day `from`.
 *
 * @throws Refusal `validation` at `until` when that day is before the source's, or too far away.
 */
export function lastDay(rule: Pick<RepetitionRule, 'until' | 'weeks'>, from: CalendarDate): CalendarDate {
  if (rule.until === undefined) return weeksAfter(from, rule.weeks ?? 0);
  if (rule.until < from) throw Refusal.field('until', 'until-before-start');
  if (rule.until > weeksAfter(from, longestWeeks))
    throw Refusal.field('until', 'too-far', { weeks: longestWeeks });
  return rule.until;
}

function weeksAfter(date: CalendarDate, weeks: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ weeks }).toString() as CalendarDate;
}
