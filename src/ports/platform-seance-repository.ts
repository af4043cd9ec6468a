import type { PageOf } from '../domain/page.js';
import type { Occupation, Resource } from '../domain/seance/clashes.js';
import type { DayRange } from '../domain/closed-day/closed-days.js';
import type { Instant, Schedule } from '../domain/time/schedule.js';
import type { WallTime } from '../domain/time/wall-time.js';

/** A séance as administrators are told of it: which one, when and where, and nothing of its content. */
export interface SeanceOutline {
  readonly id: string;
  readonly spaceId: string;
  readonly name: string;
  readonly start: WallTime;
}

/** Where a séance is. */
export interface SeanceAddress {
  readonly id: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly isDeleted: boolean;
}

/**
 * Which séances are meant, whatever space they are in, deleted ones included: those of a trainer unless they have that name
 * there, and those that a user has written a comment on.
 */
export type PlatformSearch =
  | { readonly sessionId: string }
  | { readonly spaceId: string }
  | { readonly locationId: string }
  | { readonly trainerId: string; readonly unlessNamed?: string }
  | { readonly commentedBy: string }
  | DeletedSearch;

/** Those of a platform that went before an instant, but for those with a half-day that was signed and closed since another. */
export interface DeletedSearch {
  readonly deletedBefore: Instant;
  readonly signedSince: Instant;
  readonly platformId: string;
}

export interface OccupationSearch {
  readonly trainerIds: readonly string[];
  readonly locationId: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** The space whose séances may be named. */
  readonly spaceId: string;
  /** Séances that do not count, because they are what is being planned. */
  readonly exceptIds: readonly string[];
  /** How many of each kind are wanted at most. */
  readonly most: number;
}

export interface Occupations {
  readonly found: readonly Occupation[];
  /** False when there are more of a kind than were wanted, and some of them are missing. */
  readonly complete: boolean;
}

/** A stored schedule and the séance that it is of. */
export interface StoredSchedule extends Schedule {
  readonly id: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly name: string;
}

/**
 * Séances whatever space they are in: for administrators, for clashes, and for work that no
 * request of a space asks for. Deleted ones are not there unless it is said.
 */
export abstract class PlatformSeanceRepository {
  /** How many séances of a platform are at a place, and the `limit` that end last. */
  abstract atLocation(platformId: string, locationId: string, limit: number): Promise<PageOf<SeanceOutline>>;

  /**
   * How many séances of a platform are on one of the days, and the first `limit` of them by start. One is on each day from that of its
   * start to its last, `lastDateOf`, in its own zone; one that started more than 92 days before may be missing.
   *
   * @param ranges stretches that do not touch each other, ascending.
   */
  abstract onDays(
    platformId: string,
    ranges: readonly DayRange[],
    limit: number,
  ): Promise<PageOf<SeanceOutline>>;

  /** When trainers and a place are taken within a period: what overlaps it, and does not only touch it. */
  abstract occupations(search: OccupationSearch): Promise<Occupations>;

  /**
   * Locks trainers and places until the end of the transaction, against all who lock them too: on a cluster as well.
   */
  abstract lockResources(resources: readonly Resource[]): Promise<void>;

  /** Séances by id, after `afterId`; deleted ones included. */
  abstract addresses(of: PlatformSearch, afterId: string, limit: number): Promise<readonly SeanceAddress[]>;

  /** The next schedules, by séance id, that end after `instant`, deleted séances included; locked for the transaction. */
  abstract lockSchedules(
    endingAfter: Instant,
    afterId: string,
    size: number,
  ): Promise<readonly StoredSchedule[]>;

  /** Stores new instants for the same wall times of locked séances; each gets a new version. */
  abstract moveSchedules(schedules: readonly StoredSchedule[], at: Instant): Promise<void>;

  /** Takes a trainer out of séances that are locked. */
  abstract removeTrainer(userId: string, seanceIds: readonly string[]): Promise<void>;

  /** Stores a trainer's new name in séances that are locked. */
  abstract renameTrainer(userId: string, name: string, seanceIds: readonly string[]): Promise<void>;

  /** Counts a change of what calendars show of locked séances, which gives them no new version. */
  abstract touchEntries(seanceIds: readonly string[], at: Instant): Promise<void>;

  /** Takes a user out of what says who created and deleted. */
  abstract forgetUser(userId: string): Promise<void>;
}
