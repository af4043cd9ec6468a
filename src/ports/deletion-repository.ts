import type { Seance } from '../domain/seance/seance.js';
import type { Instant } from '../domain/time/schedule.js';
import type { PageOf, PageRequest } from '../domain/page.js';

/** What was deleted at once and is not restored yet. */
export interface Deletion {
  /** UUIDv7. */
  readonly id: string;
  readonly at: Instant;
  /** How many séances are left of it. */
  readonly count: number;
  /** Those that start first, by start, then id. */
  readonly seances: readonly Seance[];
}

export interface DeletionQuery extends PageRequest {
  readonly spaceId: string;
  /** Only what was deleted then or later. */
  readonly since: Instant;
  /** The most séances of one deletion. */
  readonly seancesEach: number;
}

/** What splits off a series that is locked. */
export interface SeriesSplit {
  readonly spaceId: string;
  readonly seriesId: string;
  readonly newSeriesId: string;
  /** The start of the first that goes. */
  readonly from: Instant;
}

/** The bin: puts séances of a space into it, looks at what is there, and takes it out again or away for good. */
export abstract class DeletionRepository {
  /** What is in the bin of a space, the latest first. */
  abstract list(query: DeletionQuery): Promise<PageOf<Deletion>>;

  /** Ids of the séances that are left of a deletion, in their order; none when it is unknown or undone. */
  abstract seanceIds(spaceId: string, deletionId: string): Promise<readonly string[]>;

  /** Those of the séances that are deleted, as they were, in no order. */
  abstract findDeleted(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]>;

  /** As `lock` of the séances that are there: until the end of the transaction, in the order of their ids. */
  abstract lockDeleted(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]>;

  /**
   * Marks locked séances as deleted; each gets a new version.
   *
   * @param deletionId of what is deleted together: a new UUIDv7 for each time.
   */
  abstract markDeleted(
    ids: readonly string[],
    at: Instant,
    actorId: string,
    deletionId: string,
  ): Promise<void>;

  /** Brings locked séances back; each gets a new version. */
  abstract markRestored(ids: readonly string[], at: Instant): Promise<void>;

  /**
   * Has the deleted séances of a series that start at the split or later go with it, so that they come back among those
   * that were around them. Nothing else of them changes, nor do their versions.
   */
  abstract followSplit(split: SeriesSplit): Promise<void>;

  /** Removes séances for good, with their trainers and enrolments, whether they were deleted before or not. */
  abstract purge(ids: readonly string[]): Promise<void>;
}
