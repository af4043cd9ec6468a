import type { Actor } from './identity.js';

/** What an actor may do with the tool in one space. */
export interface SpacePermissions {
  /** See the space's séances. Without it the space does not exist for the actor (404). */
  readonly open: boolean;
  /** Create, change, repeat and delete séances, and write comments. */
  readonly edit: boolean;
  /** Manage other people's enrolments. */
  readonly enrol: boolean;
}

/** What an actor may do. Asked on every request: answers may come from a cache of the host, but a short one. */
export abstract class Permissions {
  /** All false for a space that does not exist. */
  abstract inSpace(actor: Actor, spaceId: string): Promise<SpacePermissions>;

  /** May this actor configure the plugin for the whole of their platform? */
  abstract mayAdminister(actor: Actor): Promise<boolean>;
}
