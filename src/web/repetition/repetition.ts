import type { PlannedSeance } from '../series/series.js';

/** Days of the week as RFC 5545 writes them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

/** The body of a repetition and of its preview. Dates are `YYYY-MM-DD`, days in the séance's own zone. */
export interface RepetitionInput {
  readonly weekdays: readonly Weekday[];
  /** The last day, inclusive: either this or `weeks`. */
  readonly until?: string;
  readonly weeks?: number;
  /** Every how many weeks. */
  readonly interval: number;
  /** Days that are left out. */
  readonly exceptDates: readonly string[];
  /** Days that are kept although they are closed. */
  readonly keepDates: readonly string[];
  readonly skipClosedDays: boolean;
  readonly numbering: boolean;
}

export interface SkippedDay {
  readonly date: string;
  readonly reason: 'exception' | 'closed-day';
  /** Of the closed day. */
  readonly name?: string;
}

export interface RepetitionPreview {
  readonly occurrences: readonly PlannedSeance[];
  readonly skipped: readonly SkippedDay[];
}

export interface RepetitionResult {
  readonly seriesId: string;
  readonly created: number;
}
