import type { OwnPart } from '../domain/my-seances/own-part.js';
import type { Instant } from '../domain/time/schedule.js';
import type { SpaceSession } from './directory.js';

export interface MySeancesQuery {
  readonly userId: string;
  /** Where the user is a learner: they are in every automatic séance there. */
  readonly learnsIn: readonly SpaceSession[];
  /** Only what ends later. */
  readonly endingAfter: Instant;
  /** Only what starts earlier; null for no such limit. */
  readonly startingBefore: Instant | null;
  /** The most séances; those that start first. */
  readonly limit: number;
}

/** That a séance is somebody's, and where it is. */
export interface MySeance extends SpaceSession {
  readonly seanceId: string;
  readonly part: OwnPart;
}

/** The séances of one user, in whatever space. */
export abstract class MySeancesRepository {
  /**
   * What a user teaches, has a place in, waits for, or is in because everybody is: by start, then id, each once. Deleted
   * séances are not there. A handful of statements, each by an index.
   */
  abstract ofUser(query: MySeancesQuery): Promise<readonly MySeance[]>;
}
