/** Whether somebody was there for half a day, in the order in which it is chosen. */
export const marks = ['present', 'late', 'left-early', 'excused', 'absent', 'remote'] as const;
export type Mark = (typeof marks)[number];

/** A mark with what belongs to it. */
export interface MarkValue {
  readonly mark: Mark;
  /** Of who was late, or left early. */
  readonly minutes?: number;
  /** A word why. */
  readonly note?: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Somebody on the sheet. */
export type Person = Named & { readonly detail?: string };

/** What somebody said about somebody on the sheet, and when. */
export interface SaidMark extends MarkValue {
  readonly by: Named | null;
  readonly at: string | null;
  readonly source: 'staff' | 'self' | null;
  /** True when it was said after the half-day was closed: the note is why. */
  readonly correction?: true;
}

/** What holds for somebody on the sheet. */
export interface Entry extends Omit<SaidMark, 'mark'> {
  readonly user: Person;
  readonly mark: Mark | null;
  readonly signed: boolean;
  /** Their device checked in somebody else, too. */
  readonly sharedDevice?: true;
  readonly clockWrong?: true;
  /** What held before, the latest first. */
  readonly earlier?: readonly SaidMark[];
}

/** Half a day of a séance. */
export interface Slot {
  readonly id: number;
  readonly start: string;
  readonly end: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly opensAt: string;
  readonly minutes: number;
  readonly state: 'not-open' | 'open' | 'closed';
  readonly checkIn: { readonly until: string } | null;
  readonly closed: { readonly by: Named; readonly at: string; readonly signed: boolean } | null;
  readonly entries: readonly Entry[];
}

/** Presence in a séance. */
export interface Attendance {
  readonly mode: 'off' | 'marks' | 'signed';
  readonly break: { readonly start: string; readonly end: string };
  /** Whether something is marked: times and break stay as they are then. */
  readonly begun: boolean;
  readonly slots: readonly Slot[];
}

/** The learners' own check-in, as it is now. */
export interface CheckIn {
  /** Null when it is not open. */
  readonly code: string | null;
  /** How long the code is shown. */
  readonly secondsLeft: number;
  readonly until: string | null;
  /** What the QR code leads to. */
  readonly url: string | null;
  /** How many were there, and of how many. */
  readonly present: number;
  readonly people: number;
}

/** A break of half-days, `HH:mm`; null for the platform's. */
export type BreakInput =
  { readonly start: string; readonly end: string } | { readonly start: null; readonly end: null };
