import { Refusal } from '../../domain/refusal.js';
import type { ActivitySpace, Directory, TrainingSession } from '../../ports/directory.js';
import type { Actor } from '../../ports/identity.js';
import type { Permissions, SpacePermissions } from '../../ports/permissions.js';
import { platformIdOf } from './platform-id.js';

/**
 * An actor who was let into a space, and of whom it is known that they may do what is `Proven` there. Use cases ask for
 * one, so that none runs without the question having been put: calling one with a visit that proves less does not compile.
 */
export interface Visit<Proven extends SpacePermission = 'open'> {
  readonly actor: Actor;
  /** Of the space and the actor alike: whose settings, places and closed days hold. */
  readonly platformId: string;
  readonly space: ActivitySpace;
  /** The sessions that the space is attached to, the current one first. */
  readonly sessions: readonly TrainingSession[];
  readonly permissions: SpacePermissions & Readonly<Record<Proven | 'open', true>>;
}

/** An actor of whom it is known that they administer their platform, and no other one. */
export interface Administration {
  readonly actor: Actor;
  readonly platformId: string;
}

export type SpacePermission = keyof SpacePermissions;

/** The door of every space: who may see it, and do what in it. */
export class SpaceAccess {
  constructor(
    private readonly permissions: Permissions,
    private readonly directory: Directory,
  ) {}

  /**
   * @throws Refusal `not-found` when the actor may not see the space, there is none, or it is another platform's, whatever
   * the host's permissions say; `forbidden` when they may see it but not do what is `needed`.
   */
  async enter<Needed extends SpacePermission>(
    actor: Actor,
    spaceId: string,
    needed: Needed,
  ): Promise<Visit<Needed>> {
    const [permissions, space, sessions] = await Promise.all([
      this.permissions.inSpace(actor, spaceId),
      this.directory.space(spaceId),
      this.directory.sessionsOf(spaceId),
    ]);
    const platformId = platformIdOf(actor);
    if (!space || platformIdOf(space) !== platformId || !permissions.open) throw new Refusal('not-found');
    if (!proves(permissions, needed)) throw new Refusal('forbidden');
    return { actor, platformId, space, sessions, permissions };
  }

  /** @throws Refusal `forbidden` */
  async administer(actor: Actor): Promise<Administration> {
    if (!(await this.permissions.mayAdminister(actor))) throw new Refusal('forbidden');
    return { actor, platformId: platformIdOf(actor) };
  }
}

function proves<Needed extends SpacePermission>(
  permissions: SpacePermissions,
  needed: Needed,
): permissions is Visit<Needed>['permissions'] {
  return permissions.open && permissions[needed];
}

/**
 * The session that a request names, or the current one.
 *
 * @throws Refusal `not-found` when the space is not attached to the session named, `no-session` when it has none at all.
 */
export function sessionOf(visit: Visit, sessionId: string | undefined): TrainingSession {
  const session =
    sessionId === undefined ? visit.sessions[0] : visit.sessions.find(({ id }) => id === sessionId);
  if (session) return session;
  throw new Refusal(sessionId === undefined ? 'no-session' : 'not-found');
}
