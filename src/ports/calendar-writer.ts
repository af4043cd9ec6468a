import type { Instant, Schedule } from '../domain/time/schedule.js';

/** A séance as a calendar program shows it. All texts are plain. */
export interface CalendarEntry extends Schedule {
  readonly seanceId: string;
  readonly title: string;
  readonly description: string;
  /** Place and address in one line; empty when there is none. */
  readonly place: string;
  readonly trainers: readonly string[];
  /** Grows with every change, so that a program knows which of two copies is newer. */
  readonly sequence: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly isCancelled: boolean;
}

/** Writes calendars in a format that calendar programs read. */
export abstract class CalendarWriter {
  /**
   * The text of a calendar (iCalendar, RFC 5545), in UTF-8. The same entries give the same text, whenever and wherever it
   * is written.
   *
   * @param locale BCP 47 tag of whoever reads it.
   */
  abstract write(locale: string, entries: readonly CalendarEntry[]): Uint8Array<ArrayBuffer>;
}
