import type { Instant } from '../domain/time/schedule.js';
import type { SlotKey } from './attendance-repository.js';

/** What has to be kept of signed half-days, and of whom. */
export abstract class AttendanceRetentionRepository {
  /** When the last signed half-day of each séance was closed; those without one are not there. */
  abstract signedAmong(seanceIds: readonly string[]): Promise<ReadonlyMap<string, Instant>>;

  /** Remembers that somebody is gone, until nothing is left of them. */
  abstract rememberGone(userId: string, at: Instant): Promise<void>;

  /** Who is gone and still in some log, by id after `afterId`. */
  abstract gone(afterId: string, limit: number): Promise<readonly string[]>;

  /** The half-days whose logs name somebody, with their platforms, in order. */
  abstract naming(userId: string): Promise<readonly NamingSlot[]>;

  /** Takes somebody out of the logs of half-days, which still add up: their names, what was told of them, and the salts. */
  abstract forgetIn(keys: readonly SlotKey[], userId: string): Promise<void>;

  /** Forgets that somebody is gone. */
  abstract forgetGone(userId: string): Promise<void>;
}

/** A half-day whose log names somebody. */
export interface NamingSlot extends SlotKey {
  readonly platformId: string;
  readonly closedAt: Instant | null;
  readonly isSigned: boolean;
}
