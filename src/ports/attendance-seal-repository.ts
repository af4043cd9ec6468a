import type { Slot } from '../domain/attendance/roll.js';
import type { Stamp, StampedSlot, StampToken } from '../domain/attendance/stamp.js';
import type { Instant } from '../domain/time/schedule.js';
import type { SlotKey } from './attendance-repository.js';
import type { Claim } from './event-repository.js';

/** A half-day, and which stamp it is in as it is; null for none. */
export interface SealedSlot extends Slot {
  readonly stamp: number | null;
}

/** An entry by its place. */
export interface EntryKey extends SlotKey {
  readonly number: number;
}

/** How the stamping goes. */
export interface StampBacklog {
  /** How many half-days are closed, or were corrected, since the last stamp, and the earliest of their closes. */
  readonly waiting: number;
  readonly oldest: Instant | null;
  readonly last: Stamp | null;
  /** Why the service has not answered for the last one; empty when it has, or was not asked. */
  readonly fault: string;
}

/** What seals half-days: their stamps, and what is read to see whether everything adds up. */
export abstract class AttendanceSealRepository {
  /** Half-days that are closed, and not in a stamp as they are, in the order of their ids. */
  abstract slotsToStamp(limit: number): Promise<readonly StampedSlot[]>;

  abstract lastStamp(): Promise<Stamp | undefined>;

  /**
   * Stores a stamp without a token, which whoever has the claim asks for. Half-days that went on meanwhile stay to be
   * stamped.
   *
   * @throws LostRace when another process has stored one of its number.
   */
  abstract addStamp(stamp: Stamp, slots: readonly StampedSlot[], claim: Claim): Promise<void>;

  /** Claims a stamp without a token. @returns whether nobody else has it. */
  abstract claimStamp(number: number, claim: Claim, now: Instant): Promise<boolean>;

  /** What the service said, or why it did not: of a stamp that is claimed with the token of a claim. */
  abstract endStamp(
    number: number,
    claim: Claim,
    end: StampToken | { readonly fault: string },
  ): Promise<void>;

  /** Stamps by their numbers, after `afterNumber`. */
  abstract stamps(afterNumber: number, limit: number): Promise<readonly Stamp[]>;

  /** The next half-days of all, in the order of their ids; the first ones without `after`. */
  abstract slots(after: SlotKey | undefined, limit: number): Promise<readonly SealedSlot[]>;

  /** Those of the half-days that there are, in no order. */
  abstract slotsAmong(keys: readonly SlotKey[]): Promise<readonly SealedSlot[]>;

  /** The hashes of the entries that there are, in no order. */
  abstract hashes(keys: readonly EntryKey[]): Promise<readonly (EntryKey & { readonly hash: string })[]>;

  /** Half-days that are not there, and whose logs are. Reads the whole table. */
  abstract slotless(limit: number): Promise<readonly SlotKey[]>;

  abstract backlog(): Promise<StampBacklog>;
}
