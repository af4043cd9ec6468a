import type { Actor } from '../ports/identity.js';
import { Permissions, type SpacePermissions } from '../ports/permissions.js';

const nothing: SpacePermissions = { open: false, edit: false, enrol: false };

/** Permissions that are given one by one. */
export class FakePermissions extends Permissions {
  readonly #spaces = new Map<string, SpacePermissions>();
  readonly #administrators = new Set<string>();

  allow(userId: string, spaceId: string, permissions: Partial<SpacePermissions>): void {
    this.#spaces.set(key(userId, spaceId), { ...nothing, ...permissions });
  }

  makeAdministrator(userId: string): void {
    this.#administrators.add(userId);
  }

  override async inSpace(actor: Actor, spaceId: string): Promise<SpacePermissions> {
    return Promise.resolve(this.#spaces.get(key(actor.id, spaceId)) ?? nothing);
  }

  override async mayAdminister(actor: Actor): Promise<boolean> {
    return Promise.resolve(this.#administrators.has(actor.id));
  }
}

function key(userId: string, spaceId: string): string {
  return JSON.stringify([userId, spaceId]);
}
