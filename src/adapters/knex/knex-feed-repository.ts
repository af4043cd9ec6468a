import type { Knex } from 'knex';
import type { Feed, FeedRepository } from '../../ports/feed-repository.js';
import type { FeedRow } from './tables.js';

export class KnexFeedRepository implements FeedRepository {
  constructor(private readonly knex: Knex) {}

  async find(tokenHash: string): Promise<Feed | undefined> {
    return this.first({ token_hash: tokenHash });
  }

  async ofUser(userId: string): Promise<Feed | undefined> {
    return this.first({ user_id: userId });
  }

  /** One statement, so that two requests of one user leave one feed: that of the later. */
  async replace({ tokenHash, user, createdAt }: Feed): Promise<void> {
    const row: FeedRow = {
      token_hash: tokenHash,
      user_id: user.id,
      platform_id: user.platformId ?? '',
      user_name: user.name.slice(0, 255),
      locale: user.locale.slice(0, 64),
      time_zone: user.timeZone.slice(0, 64),
      created_at: createdAt,
    };
    await this.feeds().insert(row).onConflict('user_id').merge();
  }

  async removeOf(userId: string): Promise<void> {
    await this.feeds().where({ user_id: userId }).delete();
  }

  private async first(condition: Partial<FeedRow>): Promise<Feed | undefined> {
    const [row] = await this.feeds().select('*').where(condition);
    return row && feedFromRow(row);
  }

  private feeds() {
    return this.knex<FeedRow>('seance_feed');
  }
}

function feedFromRow(row: FeedRow): Feed {
  return {
    tokenHash: row.token_hash,
    user: {
      ...{ id: row.user_id, name: row.user_name, locale: row.locale, timeZone: row.time_zone },
      platformId: row.platform_id,
    },
    createdAt: row.created_at,
  };
}
