import type { Directory } from '../../ports/directory.js';
import type { Actor } from '../../ports/identity.js';
import type { Permissions } from '../../ports/permissions.js';

/**
 * Whether a host shows the clock to an actor: in a space to staff always, to others only where there is a session; in
 * the administration to administrators.
 */
export class ToolVisibility {
  constructor(
    private readonly permissions: Permissions,
    private readonly directory: Directory,
  ) {}

  async inSpace(spaceId: string, actor: Actor): Promise<boolean> {
    const { open, edit } = await this.permissions.inSpace(actor, spaceId);
    if (!open) return false;
    return edit || (await this.directory.sessionsOf(spaceId)).length > 0;
  }

  async inAdministration(actor: Actor): Promise<boolean> {
    return this.permissions.mayAdminister(actor);
  }
}
