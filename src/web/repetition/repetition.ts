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

/** What takes a trainer or a place at the time of a planned séance. */
export interface Clash {
  readonly kind: 'trainer' | 'location';
  readonly resource: { readonly id: string; readonly name: string };
  /** UTC instants, as a séance's. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Null for a séance of another space, which has no name here. */
  readonly seance: { readonly id: string; readonly name: string } | null;
}

/**
 * What a clock change does: the start is skipped and moves forward, or exists twice and is the first; or the time that
 * really passes is longer or shorter than the clock says.
 */
export type ClockChange = 'skipped' | 'doubled' | 'longer' | 'shorter';

/** A séance that is not written yet: when it would be, and what there is to know about that. */
export interface PlannedSeance {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly clockChange: ClockChange | null;
  readonly conflicts: readonly Clash[];
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

/** Which séances of a series are meant. */
export const scopes = ['this', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** What an occurrence can have of its own, because it was changed by hand. */
export type OwnField =
  | 'name'
  | 'description'
  | 'extraInfo'
  | 'enrolmentMode'
  | 'capacity'
  | 'locationId'
  | 'trainers'
  | 'groupId'
  | 'inAgenda'
  | 'start'
  | 'length'
  | 'timeZone';

/** What a change of a series would make of one of its séances. */
export interface SeriesChange extends PlannedSeance {
  readonly id: string;
  /** As it is now. */
  readonly before: { readonly name: string; readonly start: string; readonly end: string };
  /** What the séance keeps as it has it of its own. */
  readonly kept: readonly OwnField[];
  /** Name of the closed day on which it would be; null for none. */
  readonly closedDay: string | null;
}
