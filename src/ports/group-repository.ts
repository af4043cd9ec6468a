import type { SeanceGroup } from '../domain/seance/group.js';

export abstract class GroupRepository {
  /** The groups of a session in a space, by name. */
  abstract list(spaceId: string, sessionId: string): Promise<readonly SeanceGroup[]>;

  abstract find(spaceId: string, id: string): Promise<SeanceGroup | undefined>;

  /**
   * The group of that name in the candidate's session, whatever the case and accents, or the candidate itself, added.
   * Two transactions that ask for the same new name get the same group.
   */
  abstract findOrAdd(candidate: SeanceGroup): Promise<SeanceGroup>;
}
