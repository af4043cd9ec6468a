import type { SealedEntry } from '../domain/attendance/entry.js';
import type { HalfDayBreak } from '../domain/attendance/half-days.js';
import type { Slot } from '../domain/attendance/roll.js';
import type { Instant } from '../domain/time/schedule.js';
import type { CalendarDate } from '../domain/time/wall-time.js';

/** What learners check in with at a half-day. */
export interface SlotCheckIn {
  /** Name the half-day while it is open to them; null when it is not. */
  readonly letters: string | null;
  /** What the digits of its codes are made of; null before it was opened for the first time. */
  readonly secret: string | null;
  readonly until: Instant | null;
  /** How many wrong codes there were in the step of codes `wrongStep`. */
  readonly wrongStep: number;
  readonly wrongCodes: number;
}

/** Of a half-day that was never open to learners. */
export const noCheckIn: SlotCheckIn = {
  letters: null,
  secret: null,
  until: null,
  wrongStep: 0,
  wrongCodes: 0,
};

/** A half-day with its check-in. */
export interface CheckInSlot {
  readonly slot: Slot;
  readonly checkIn: SlotCheckIn;
}

/** Where a half-day is. */
export interface SlotKey {
  readonly seanceId: string;
  readonly slot: number;
}

/** A half-day that has begun. */
export interface BegunSlot {
  readonly spaceId: string;
  readonly seanceId: string;
  readonly startsAt: Instant;
}

/** Which half-days of a session, by their days. */
export interface SlotSearch {
  /** In whichever space when absent. */
  readonly spaceId?: string;
  readonly sessionId: string;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  /** Those alone that are closed. */
  readonly isClosed?: boolean;
}

/** A half-day that somebody is in the log of. */
export interface OwnSlot {
  readonly slot: Slot;
  readonly seanceName: string;
}

/**
 * The half-days of séances and their logs. What is written is written under the lock of the séance, and of the half-day
 * (application/attendance/attendance-book.ts).
 */
export abstract class AttendanceRepository {
  /** The pause of a séance; null when it has none of its own. */
  abstract breakOf(seanceId: string): Promise<HalfDayBreak | null>;
  abstract setBreak(seanceId: string, pause: HalfDayBreak | null): Promise<void>;

  /** The half-days of a séance that are written down, in order, with their check-ins. */
  abstract slots(seanceId: string): Promise<readonly CheckInSlot[]>;

  /** As `slots`, locked until the end of the transaction. */
  abstract lockSlots(seanceId: string): Promise<readonly CheckInSlot[]>;

  /** The half-day that a code names by its letters. */
  abstract byLetters(letters: string): Promise<CheckInSlot | undefined>;

  /** A half-day, locked until the end of the transaction. */
  abstract lockSlot(key: SlotKey): Promise<CheckInSlot | undefined>;

  /** Whether some half-day is open to learners by these letters. */
  abstract hasLetters(letters: string): Promise<boolean>;

  /** Writes down half-days of locked séances. */
  abstract insertSlots(slots: readonly Slot[]): Promise<void>;
  /** Forgets the half-days of séances, with their logs: they are cut anew when they are needed. */
  abstract removeSlots(seanceIds: readonly string[]): Promise<void>;
  /** Those of the séances whose half-days are written down, that have a mark, or a half-day that is closed. */
  abstract begunAmong(seanceIds: readonly string[]): Promise<{
    readonly cut: ReadonlySet<string>;
    readonly marked: ReadonlySet<string>;
    readonly closed: ReadonlySet<string>;
  }>;

  /** Stores what has changed of a locked half-day but for its check-in. */
  abstract updateSlot(slot: Slot): Promise<void>;
  /** @throws LostRace when another half-day has its letters. */
  abstract updateCheckIn(key: SlotKey, checkIn: SlotCheckIn): Promise<void>;

  /** Adds to the log of a locked half-day. */
  abstract append(entries: readonly SealedEntry[]): Promise<void>;

  /** The whole log of half-days, by their numbers and in order; of all of a séance without `slot`. */
  abstract entries(seanceId: string, slot?: number): Promise<readonly SealedEntry[]>;

  /** What the log of a half-day says of some people, and who used some tickets, in order. */
  abstract entriesAbout(
    key: SlotKey,
    userIds: readonly string[],
    tickets: readonly string[],
  ): Promise<readonly SealedEntry[]>;

  /**
   * Half-days of séances that take place which began before `now` and whose roster is not written down, by start and
   * séance, after `after`.
   */
  abstract unlisted(after: BegunSlot, now: Instant, limit: number): Promise<readonly BegunSlot[]>;

  /** Half-days of a session that take place, by their starts; those after `after`, null for the first. */
  abstract ofSession(search: SlotSearch, after: Slot | null, limit: number): Promise<readonly Slot[]>;

  /** The logs of the half-days of some séances, in order. @param drawn whether signatures that were drawn are wanted. Default: true. */
  abstract entriesIn(seanceIds: readonly string[], drawn?: boolean): Promise<readonly SealedEntry[]>;

  /** The half-days that take place of whose log somebody is, the latest first. */
  abstract ofUser(userId: string, period: Pick<SlotSearch, 'from' | 'to'>): Promise<readonly OwnSlot[]>;

  /** What logs say of one person, of some half-days. */
  abstract entriesOf(userId: string, seanceIds: readonly string[]): Promise<readonly SealedEntry[]>;

  /** Removes all of séances that go for good. */
  abstract removeOf(spaceId: string, seanceIds: readonly string[]): Promise<void>;
}
