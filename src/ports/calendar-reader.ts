import type { ClosedDays, DayRange } from '../domain/closed-day/closed-days.js';

export const skipReasons = [
  /** It takes place at a time of day. */
  'timed',
  /** It recurs in a way that is not read. */
  'recurring',
  /** It recurs without an end, and its dates after the horizon are left out. */
  'beyond-horizon',
  'cancelled',
  /** The calendar has a later version of it. */
  'superseded',
  'unnamed',
  /** Its days, or how many they are, are not understood, or are outside of the years 1900 to 2999. */
  'unreadable',
  /** It has more days than one event of a calendar may close. */
  'too-long',
  /** An event without its end, or a line that is no part of a calendar. */
  'broken',
  /** The calendar has no end: what came after is not known. */
  'cut-off',
] as const;

/** Why an event of a calendar, or a part of it, is no closed day. */
export type SkipReason = (typeof skipReasons)[number];

/** What was left out: an event by its title, empty when it has none; a line by its text. */
export interface SkippedEvent {
  readonly name: string;
  readonly reason: SkipReason;
}

/** The all-day events of a calendar, in its order, and what else is in it. */
export interface CalendarDays {
  readonly days: readonly ClosedDays[];
  readonly skipped: readonly SkippedEvent[];
}

/** Reads calendars that people bring from elsewhere (iCalendar, RFC 5545). */
export abstract class CalendarReader {
  /**
   * What can be read of the text, and what cannot; undefined when nothing in it is of a calendar. Never throws, whatever
   * the text.
   *
   * @param horizon the days that are read of what recurs without an end.
   */
  abstract read(text: string, horizon: DayRange): CalendarDays | undefined;
}
