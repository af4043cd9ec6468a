import type { AttendanceMarks, AttendanceSlot } from '../wire.gen.js';

/** Presence in a séance; the learners' own check-in, as it is now; a break of half-days, null for the platform's. */
export type { Attendance, AttendanceBreak, AttendanceCorrection, ShownCheckIn } from '../wire.gen.js';

/** Half a day of a séance. */
export type Slot = AttendanceSlot;

/** What holds for somebody on the sheet. */
export type Entry = Slot['entries'][number];

/** Somebody on the sheet. */
export type Person = Entry['user'];

/** What held for somebody before. */
export type EarlierMark = NonNullable<Entry['earlier']>[number];

/** Whether somebody was there for half a day. */
export type Mark = AttendanceMarks['marks'][number]['mark'];

/** In the order in which they are chosen. */
export const marks = [
  'present',
  'late',
  'left-early',
  'excused',
  'absent',
  'remote',
] as const satisfies readonly Mark[];

/** A mark with what belongs to it. */
export interface MarkValue {
  readonly mark: Mark;
  /** Of who was late, or left early. */
  readonly minutes?: number;
  /** A word why. */
  readonly note?: string;
}
