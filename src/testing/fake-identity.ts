import { Identity, type Actor } from '../ports/identity.js';

/** Believes what the header `X-Actor` says: the id of a user that was added. For tests only. */
export class FakeIdentity extends Identity {
  readonly #actors = new Map<string, Actor>();

  add(actor: Actor): void {
    this.#actors.set(actor.id, actor);
  }

  override async identify(request: Request): Promise<Actor | null> {
    return Promise.resolve(this.#actors.get(request.headers.get('x-actor') ?? '') ?? null);
  }
}
