import type { ClosedDays } from '../domain/closed-day/closed-days.js';

/** Why an event of a calendar is no closed day. */
export type SkipReason = 'timed' | 'recurring' | 'cancelled' | 'unnamed' | 'unreadable';

/** An event that was left out, by its title; empty when it has none. */
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
  /** What is in the text; undefined when it is not a calendar. Never throws, whatever the text. */
  abstract read(text: string): CalendarDays | undefined;
}
