import type { Instant } from '../domain/time/schedule.js';
import type { Actor } from './identity.js';

/** A user's own calendar feed. */
export interface Feed {
  /** Digest of the secret in its address. */
  readonly tokenHash: string;
  /** Whose it is, as the host named them when they asked for it. */
  readonly user: Actor;
  readonly createdAt: Instant;
}

/** The feeds that can be read, at most one of each user. */
export abstract class FeedRepository {
  abstract find(tokenHash: string): Promise<Feed | undefined>;

  abstract ofUser(userId: string): Promise<Feed | undefined>;

  /** Stores the feed in place of the one that its user had. */
  abstract replace(feed: Feed): Promise<void>;

  /** Revokes the user's feed; nothing when there is none. */
  abstract removeOf(userId: string): Promise<void>;
}
