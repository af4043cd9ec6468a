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

/** What is in the bin of a space. */
export abstract class DeletionRepository {
  /** The latest first. */
  abstract list(query: DeletionQuery): Promise<PageOf<Deletion>>;

  /** Ids of the séances that are left of a deletion, in their order; none when it is unknown or undone. */
  abstract seanceIds(spaceId: string, deletionId: string): Promise<readonly string[]>;
}
