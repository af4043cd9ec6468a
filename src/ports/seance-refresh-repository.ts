import type { Instant } from '../domain/time/schedule.js';

export type RefreshKind = 'location' | 'trainer';

/** A place or a trainer that got another name, and how many of its séances have it by now. */
export interface Refresh {
  readonly kind: RefreshKind;
  /** The place's or the trainer's. */
  readonly subjectId: string;
  /** The new name of a trainer; empty for a place, whose name its séances do not hold. */
  readonly name: string;
  /** Another one for each name: a refresh that was begun anew is not the one that was read before. */
  readonly run: string;
  /** The id of the last séance that is done; empty at the beginning. */
  readonly afterId: string;
  /** Until then, whoever began it or went on with it is at it; later, they may have died. */
  readonly dueAt: Instant;
}

/** What is left to do in the séances of places and trainers that got another name: kept until it is done. */
export abstract class SeanceRefreshRepository {
  /**
   * Begins anew, in the place of what was left to do for the same place or trainer.
   *
   * @param refresh whose `run` is an id that nothing else has.
   */
  abstract begin(refresh: Omit<Refresh, 'afterId'>): Promise<void>;

  /** What is left to do for one, locked for the transaction: who comes at the same time waits, and finds what is left then. */
  abstract lock(kind: RefreshKind, subjectId: string): Promise<Refresh | undefined>;

  /** Everything that is left to do, be somebody at it or not. */
  abstract pending(): Promise<readonly Refresh[]>;

  /**
   * Goes on to `afterId`. False when somebody else has gone on, finished or begun anew since `refresh` was read: another
   * node of a cluster knows nothing of a lock.
   */
  abstract advance(refresh: Refresh, afterId: string, dueAt: Instant): Promise<boolean>;

  /** Nothing is left to do. False as in `advance`. */
  abstract finish(refresh: Refresh): Promise<boolean>;

  /** Takes a user out of what is left to do. */
  abstract forgetUser(userId: string): Promise<void>;
}
