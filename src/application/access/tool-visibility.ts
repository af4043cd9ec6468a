import type { Directory } from '../../ports/directory.js';
import type { Actor } from '../../ports/identity.js';
import type { Permissions } from '../../ports/permissions.js';
import { platformIdOf } from './platform-id.js';

/**
 * Whether a host shows the clock to an actor: in a space of their platform to staff always, to others only where there is a
 * session; in the administration to administrators.
 */
export class ToolVisibility {
  constructor(
    private readonly permissions: Permissions,
    private readonly directory: Directory,
  ) {}

  async inSpace(spaceId: string, actor: Actor): Promise<boolean> {
    const [{ open, edit }, space] = await Promise.all([
      this.permissions.inSpace(actor, spaceId),
      this.directory.space(spaceId),
    ]);
    if (!open || !space || platformIdOf(space) !== platformIdOf(actor)) return false;
    return edit || (await this.directory.sessionsOf(spaceId)).length > 0;
  }

  async inAdministration(actor: Actor): Promise<boolean> {
    return this.permissions.mayAdminister(actor);
  }
}
