import type { SeanceGroup } from '../domain/group/group.js';

export abstract class GroupRepository {
  /** The groups of a session in a space, by name. */
  abstract list(spaceId: string, sessionId: string): Promise<readonly SeanceGroup[]>;

  abstract find(spaceId: string, id: string): Promise<SeanceGroup | undefined>;

  /**
   * Locks groups in the order of their ids: whoever changes a place in a group's séance, or the group, holds its lock.
   * Their rows are written by that, so that two nodes of a cluster cannot both rely on it.
   */
  abstract lock(ids: readonly string[]): Promise<readonly SeanceGroup[]>;

  /** True when another group of the session has the name, whatever the case and accents. */
  abstract isNameTaken(group: SeanceGroup): Promise<boolean>;

  /** Stores a new name or limit, under the group's lock. What séances keep of the name is the caller's to refresh. */
  abstract update(group: SeanceGroup): Promise<void>;

  /** Removes a locked group that no séance is in any more. */
  abstract remove(group: SeanceGroup): Promise<void>;

  /** Removes the groups of a session, or of a space, that has no séances any more. */
  abstract removeAllOf(of: { readonly sessionId: string } | { readonly spaceId: string }): Promise<void>;

  /**
   * The group of that name in the candidate's session, whatever the case and accents, or the candidate itself, added.
   * Two transactions that ask for the same new name get the same group. It is locked.
   */
  abstract findOrAdd(candidate: SeanceGroup): Promise<SeanceGroup>;
}
