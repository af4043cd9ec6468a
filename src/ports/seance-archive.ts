import type { Instant } from '../domain/time/schedule.js';

/** Where a séance is. */
export interface SeanceAddress {
  readonly id: string;
  readonly spaceId: string;
  readonly sessionId: string;
  readonly isDeleted: boolean;
}

/** Which séances of the whole platform are meant. */
export type ArchiveSearch =
  | { readonly sessionId: string }
  | { readonly spaceId: string }
  | { readonly trainerId: string }
  | { readonly deletedBefore: Instant };

/** Work on séances of any space that no request asks for: purging, and what the host says of people and sessions. */
export abstract class SeanceArchive {
  /** Séances by id, after `afterId`. */
  abstract addresses(of: ArchiveSearch, afterId: string, limit: number): Promise<readonly SeanceAddress[]>;

  /** Takes a trainer out of séances that are locked. */
  abstract removeTrainer(userId: string, seanceIds: readonly string[]): Promise<void>;

  /** Stores a trainer's new name. */
  abstract renameTrainer(userId: string, name: string): Promise<void>;

  /** Takes a user out of what says who created and deleted. */
  abstract forgetUser(userId: string): Promise<void>;

  /** Removes séances for good, with their trainers and enrolments. */
  abstract purge(ids: readonly string[]): Promise<void>;

  /** Removes the groups of a session, or of a space, that has no séances any more. */
  abstract removeGroups(of: { readonly sessionId: string } | { readonly spaceId: string }): Promise<void>;
}
