import type { OwnAttendance, SessionHours } from '../wire.gen.js';

/** The half-days of the reader's, the latest first, and what they add up to. */
export type MyAttendance = OwnAttendance;

/** A half-day of the reader's. */
export type OwnHalfDay = MyAttendance['items'][number];

/** What holds of the reader for half a day. */
export type OwnEntry = Pick<OwnHalfDay, 'mark' | 'minutes' | 'note' | 'signed'>;

/** How long somebody was there in a quarter of a year such as `2026-Q4`. */
export type QuarterHours = MyAttendance['quarters'][number];

/** How long somebody was there, and at how many half-days. */
export type Hours = Omit<QuarterHours, 'quarter'>;

/** How long a learner of a session was there. */
export type PersonHours = SessionHours['people'][number];

export type { SessionHours } from '../wire.gen.js';
