import type { Page } from '../core/page.js';
import type { CheckInSeance } from './check-in.js';

export type Mark = 'present' | 'late' | 'left-early' | 'excused' | 'absent' | 'remote';

/** What holds of the reader for half a day. */
export interface OwnEntry {
  /** Null until somebody has said. */
  readonly mark: Mark | null;
  /** By how many they were late, or left early. */
  readonly minutes?: number;
  readonly note?: string;
  readonly signed: boolean;
}

/** A half-day of a séance as a learner sees it. Times are local. */
export interface OwnSlot {
  readonly id: number;
  readonly start: string;
  readonly end: string;
  readonly state: 'not-open' | 'open' | 'closed';
  /** Null while learners cannot check in. */
  readonly checkIn: { readonly until: string } | null;
  /** The reader's own; empty for who is not on the sheet. */
  readonly entries: readonly OwnEntry[];
}

export interface OwnAttendance {
  readonly slots: readonly OwnSlot[];
}

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
  readonly user: { readonly id: string; readonly name: string; readonly detail?: string };
  readonly quarters: readonly QuarterHours[];
}
