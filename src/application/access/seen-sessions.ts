import { Refusal } from '../../domain/refusal.js';
import type { SpaceSession } from '../../ports/directory.js';
import type { Actor } from '../../ports/identity.js';
import type { SpaceAccess } from './space-access.js';

/** What somebody may see of things in many spaces. */
export class SeenSessions {
  constructor(private readonly access: SpaceAccess) {}

  /** Those that are in sessions of spaces that `actor` may open, as it is now: every space is asked. */
  async among<T extends SpaceSession>(actor: Actor, things: readonly T[]): Promise<readonly T[]> {
    const sessions = new Map<string, ReadonlySet<string>>();
    for (const spaceId of new Set(things.map((thing) => thing.spaceId)))
      sessions.set(spaceId, await this.sessionsOf(actor, spaceId));
    return things.filter(({ spaceId, sessionId }) => sessions.get(spaceId)?.has(sessionId));
  }

  private async sessionsOf(actor: Actor, spaceId: string): Promise<ReadonlySet<string>> {
    try {
      const visit = await this.access.enter(actor, spaceId, 'open');
      return new Set(visit.sessions.map(({ id }) => id));
    } catch (error) {
      if (Refusal.is(error) && error.kind === 'not-found') return new Set();
      throw error;
    }
  }
}
