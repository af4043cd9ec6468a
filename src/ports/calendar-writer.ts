import type { Instant, Schedule } from '../domain/time/schedule.js';

/** What staff tell the users of a séance about it. The text is plain. */
export interface EntryInformation {
  readonly text: string;
  /** Empty when it is not known any more. */
  readonly author: string;
  readonly createdAt: Instant;
}

/** What people read of a séance in a calendar. All texts are plain, with a line for each paragraph and item. */
export interface EntryContent {
  readonly seanceId: string;
  readonly title: string;
  readonly description: string;
  /** The newest first. */
  readonly informations: readonly EntryInformation[];
  /** Place and address in one line; empty when there is none. */
  readonly place: string;
  readonly trainers: readonly string[];
  /** Where its online class is; null when there is none, or when it is not for who reads this. */
  readonly onlineUrl: string | null;
  /** The address of the page of the séance; null where the host has none. */
  readonly url: string | null;
  /** Grows with every change, so that a program knows which of two copies is newer. */
  readonly sequence: number;
}

/** A séance as a calendar program shows it. */
export interface CalendarEntry extends EntryContent, Schedule {
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly isCancelled: boolean;
  /** Why; empty when nobody said it. */
  readonly cancellationReason: string;
}

/** Writes calendars in a format that calendar programs read. */
export abstract class CalendarWriter {
  /**
   * The text of a calendar (iCalendar, RFC 5545), in UTF-8. The same entries give the same text, whenever and wherever it
   * is written.
   *
   * @param locale BCP 47 tag of whoever reads it.
   * @param method of a calendar that is sent (RFC 5546 3.2.1); absent for one that is subscribed to.
   */
  abstract write(
    locale: string,
    entries: readonly CalendarEntry[],
    method?: 'PUBLISH',
  ): Uint8Array<ArrayBuffer>;
}
