import type { Enrolment, EnrolmentStatus, Learner, PlaceWish } from '../domain/enrolment/enrolment.js';
import type { Places } from '../domain/enrolment/places.js';
import type { Instant, Schedule } from '../domain/time/schedule.js';
import type { PageOf, PageRequest } from '../domain/page.js';
import type { SpaceSession } from './directory.js';

export interface EnrolmentSearch extends PageRequest {
  readonly spaceId: string;
  readonly seanceId: string;
  readonly status?: EnrolmentStatus | undefined;
  /** Words to find in the names, whatever their case and accents. */
  readonly q?: string | undefined;
}

/** An enrolment as it is listed. */
export interface ListedEnrolment {
  readonly enrolment: Enrolment;
  /** Place in the queue, from 1; null for who is enrolled. */
  readonly position: number | null;
}

/** One user's enrolment in a séance. */
export interface OwnEnrolment {
  readonly seanceId: string;
  readonly status: EnrolmentStatus;
  readonly position: number | null;
}

/** Asks what else somebody is in at the time of a séance. */
export interface OverlapSearch {
  readonly seanceId: string;
  readonly userId: string;
  /** Where the user is a learner: they are in every automatic séance there. */
  readonly learnsIn: readonly SpaceSession[];
}

/** A séance that somebody is in. */
export interface OverlappingSeance extends SpaceSession, Schedule {
  readonly seanceId: string;
  readonly name: string;
}

/** Something in the books that does not add up. */
export interface BookError {
  readonly kind:
    | 'counters'
    | 'over-capacity'
    | 'group-limit'
    | 'automatic-rows'
    | 'stalled-queue'
    | 'comment-count'
    | 'event-numbers'
    | 'series-numbers'
    | 'presence';
  /** Id of the séance, of the group, or of the series. */
  readonly id: string;
  /** What is there and what should be, for an operator to read. */
  readonly detail: string;
}

/**
 * Stored enrolments, and the counters of séances that are kept with them. What is written is written under the locks
 * that `lockPlaces` takes; application/enrolment/place-ledger.ts is the one who writes.
 */
export abstract class EnrolmentRepository {
  /**
   * Locks séances in the order of their ids until the end of the transaction.
   *
   * @param spaceId null for séances of any space.
   * @returns those that are there, deleted ones among them.
   */
  abstract lockPlaces(spaceId: string | null, seanceIds: readonly string[]): Promise<readonly Places[]>;

  /**
   * The séances of groups that a change of place in another one of them can reach: where somebody waits, and what they
   * would give up. Asked while the groups are locked.
   */
  abstract entangledIn(groupIds: readonly string[]): Promise<readonly string[]>;

  /** The enrolments that there are among those named. */
  abstract find(wishes: readonly PlaceWish[]): Promise<readonly Enrolment[]>;

  abstract get(spaceId: string, seanceId: string, id: string): Promise<Enrolment | undefined>;

  /** Who waits in a séance after `turn`, in order. */
  abstract queueAfter(seanceId: string, turn: number, limit: number): Promise<readonly Enrolment[]>;

  /** All enrolments of a séance by turn, after `turn`. */
  abstract allAfter(seanceId: string, turn: number, limit: number): Promise<readonly Enrolment[]>;

  /**
   * Séances of a platform, by id after `afterId`, that have not begun at `now` and in which somebody waits although a place
   * is free.
   */
  abstract queuesAfter(
    platformId: string,
    now: Instant,
    afterId: string,
    limit: number,
  ): Promise<readonly string[]>;

  /** In how many séances of a group, deleted ones apart, each of the users is enrolled; those in none are left out. */
  abstract countInGroup(groupId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /** In how many séances of each group a user is enrolled; groups with none are left out. */
  abstract countsOf(userId: string, groupIds: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /** The most séances of a group that any one learner is enrolled in. */
  abstract mostInGroup(groupId: string): Promise<number>;

  abstract insert(enrolments: readonly Enrolment[]): Promise<void>;
  abstract update(enrolments: readonly Enrolment[]): Promise<void>;
  abstract remove(ids: readonly string[]): Promise<void>;
  abstract removeAllOf(seanceId: string): Promise<void>;
  abstract saveCounts(places: readonly Places[]): Promise<void>;

  /** Enrolled first and then the queue; each by name, the queue by turn. */
  abstract search(search: EnrolmentSearch): Promise<PageOf<ListedEnrolment>>;

  /** Those of the séances in which a user has an enrolment. */
  abstract ofUser(userId: string, seanceIds: readonly string[]): Promise<readonly OwnEnrolment[]>;

  /**
   * For each search, the séances in which the user is enrolled, or is because everybody is, at an overlapping time, by
   * start. Deleted ones are not there. All in a handful of statements.
   */
  abstract overlaps(searches: readonly OverlapSearch[]): Promise<readonly (readonly OverlappingSeance[])[]>;

  /** Those of the users who have an enrolment in the séance. */
  abstract usersAmong(seanceId: string, userIds: readonly string[]): Promise<ReadonlySet<string>>;

  /** Séances in which a user has an enrolment, by id: of one session, or of all when it is null. */
  abstract seancesOf(
    userId: string,
    sessionId: string | null,
    afterId: string,
    limit: number,
  ): Promise<readonly { readonly spaceId: string; readonly seanceId: string }[]>;

  /** Stores the new names of a user. */
  abstract rename(learner: Learner): Promise<void>;

  /**
   * Compares counters with rows, places with capacities, choices with limits, and looks for numbers of events and of
   * copies in a series that were given twice.
   *
   * @param moving the platforms whose settings let queues move: one that stands still beside a free place is an error there.
   */
  abstract check(now: Instant, moving: readonly string[]): Promise<readonly BookError[]>;
}
