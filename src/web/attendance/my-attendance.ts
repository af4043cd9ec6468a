import type { Page } from '../core/page.js';
import type { Entry, Person } from './attendance.js';
import type { CheckInSeance } from './check-in.js';

/** What holds of the reader for half a day. */
export type OwnEntry = Pick<Entry, 'mark' | 'minutes' | 'note' | 'signed'>;

/** How long somebody was there. */
export interface Hours {
  readonly minutes: number;
  readonly halfDays: number;
  /** Of those, at how many they were. */
  readonly attended: number;
}

export interface QuarterHours extends Hours {
  /** Such as `2026-Q4`. */
  readonly quarter: string;
}

/** A half-day of the reader's. */
export interface OwnHalfDay extends OwnEntry {
  readonly seance: Pick<CheckInSeance, 'id' | 'spaceId' | 'name' | 'timeZone'>;
  readonly slot: number;
  readonly start: string;
  readonly end: string;
  /** That count. */
  readonly credited: number;
}

/** The half-days of the reader's, the latest first, and what they add up to. */
export interface MyAttendance extends Hours, Page<OwnHalfDay> {
  readonly quarters: readonly QuarterHours[];
}

/** The hours of a session. */
export interface SessionHours {
  readonly quarters: readonly string[];
  readonly people: readonly PersonHours[];
}

export interface PersonHours extends Hours {
  readonly user: Person;
  readonly quarters: readonly QuarterHours[];
}
