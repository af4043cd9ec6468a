import { Refusal } from '../../domain/refusal.js';
import type { SpaceSession } from '../../ports/directory.js';
import type { Actor } from '../../ports/identity.js';
import type { SpaceAccess, Visit } from './space-access.js';

/** How many spaces the host is asked about at a time. */
const spacesAtOnce = 10;

/** What somebody may see of things in many spaces. */
export class SeenSessions {
  constructor(private readonly access: SpaceAccess) {}

  /** Those that are in sessions of spaces that `actor` may open, as it is now: every space is asked. */
  async among<T extends SpaceSession>(actor: Actor, things: readonly T[]): Promise<readonly T[]> {
    return (await this.visited(actor, things)).things;
  }

  /** The same, with the visits of their spaces, by id. */
  async visited<T extends SpaceSession>(
    actor: Actor,
    things: readonly T[],
  ): Promise<{ readonly things: readonly T[]; readonly visits: ReadonlyMap<string, Visit> }> {
    const visits = await this.spaces(
      actor,
      things.map((thing) => thing.spaceId),
    );
    const seen = things.filter(({ spaceId, sessionId }) =>
      visits.get(spaceId)?.sessions.some(({ id }) => id === sessionId),
    );
    return { things: seen, visits };
  }

  /** The visits of those spaces that `actor` may open, by id. */
  async spaces(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Visit>> {
    const spaceIds = [...new Set(ids)];
    const visits = new Map<string, Visit>();
    for (let first = 0; first < spaceIds.length; first += spacesAtOnce) {
      const some = spaceIds.slice(first, first + spacesAtOnce);
      const entered = await Promise.all(some.map((spaceId) => this.enter(actor, spaceId)));
      for (const [index, visit] of entered.entries()) if (visit) visits.set(some[index] ?? '', visit);
    }
    return visits;
  }

  private async enter(actor: Actor, spaceId: string): Promise<Visit | undefined> {
    try {
      return await this.access.enter(actor, spaceId, 'open');
    } catch (error) {
      if (Refusal.is(error) && error.kind === 'not-found') return undefined;
      throw error;
    }
  }
}
