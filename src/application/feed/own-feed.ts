import type { Instant } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';
import type { AddressTokens } from '../../ports/address-tokens.js';
import type { Actor } from '../../ports/identity.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';

/** A feed that was just made. Its token is told here, and never again. */
export interface NewFeed {
  readonly token: string;
  readonly createdAt: Instant;
}

/** The feed of who asks: whether there is one, a new one, none any more. */
export class OwnFeed {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: AddressTokens,
    private readonly clock: Clock,
  ) {}

  /** @returns when the feed was made; null when there is none. */
  async since(actor: Actor): Promise<Instant | null> {
    const feed = await this.unitOfWork.read(({ feeds }) => feeds.ofUser(actor.id));
    return feed?.createdAt ?? null;
  }

  /** Makes a feed; the one that there was cannot be read any more. */
  async renew(actor: Actor): Promise<NewFeed> {
    const token = this.tokens.create();
    const createdAt = this.clock.now();
    const { id, name, locale, timeZone, platformId } = actor;
    const user = { id, name, locale, timeZone, platformId };
    const feed = { tokenHash: this.tokens.hashOf(token), user, createdAt };
    await this.unitOfWork.write(({ feeds }) => feeds.replace(feed));
    return { token, createdAt };
  }

  async revoke(actor: Actor): Promise<void> {
    await this.unitOfWork.write(({ feeds }) => feeds.removeOf(actor.id));
  }
}
