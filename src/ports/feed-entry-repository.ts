import type { Comment } from '../domain/comment/comment.js';
import type { Location } from '../domain/location/location.js';
import type { Seance } from '../domain/seance/seance.js';
import type { Instant } from '../domain/time/schedule.js';
import type { SpaceSession } from './directory.js';

export interface FeedQuery {
  readonly userId: string;
  /** Where the user is a learner: they are in every automatic séance there. */
  readonly learnsIn: readonly SpaceSession[];
  /** Only what ends later. */
  readonly endingAfter: Instant;
  /** The most séances; those that start first. */
  readonly limit: number;
}

/** That somebody takes part in a séance, and what is needed to find out whether its entry is known already. */
export interface FeedGlance {
  readonly seanceId: string;
  readonly spaceId: string;
  readonly sessionId: string;
  /** The same as long as nothing changes that a calendar shows of the séance. */
  readonly state: string;
}

/** A séance that somebody takes part in. `deletedAt` says that it is cancelled. */
export interface FeedEntry {
  readonly seance: Seance;
  readonly location: Location | null;
  /** The newest first. */
  readonly comments: readonly Comment[];
  /** Grows with every change of what a calendar shows; never lower than the version of the séance. */
  readonly entryVersion: number;
  /** When that was. */
  readonly entryChangedAt: Instant;
  /** As in a glance. */
  readonly state: string;
}

/** What users take part in, in whatever space: as a trainer, as a learner who has a place, or because everybody is in. */
export abstract class FeedEntryRepository {
  /** By start, then id; deleted séances too, until they are purged. */
  abstract ofUser(query: FeedQuery): Promise<readonly FeedGlance[]>;

  /** The séances of these ids in no order, deleted ones too; what is not there is left out. */
  abstract entries(seanceIds: readonly string[]): Promise<readonly FeedEntry[]>;
}
