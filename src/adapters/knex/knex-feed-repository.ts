import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { Feed, FeedRepository } from '../../ports/feed-repository.js';

interface FeedRow {
  token_hash: string;
  user_id: string;
  user_name: string;
  locale: string;
  time_zone: string;
  created_at: string;
}

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
      user_name: user.name.slice(0, 255),
      locale: user.locale.slice(0, 64),
      time_zone: user.timeZone.slice(0, 64),
      created_at: createdAt,
    };
    await this.knex('seance_feed').insert(row).onConflict('user_id').merge();
  }

  async removeOf(userId: string): Promise<void> {
    await this.knex('seance_feed').where({ user_id: userId }).delete();
  }

  private async first(condition: Partial<FeedRow>): Promise<Feed | undefined> {
    const [row] = (await this.knex('seance_feed').select('*').where(condition)) as FeedRow[];
    return row && feedFromRow(row);
  }
}

function feedFromRow(row: FeedRow): Feed {
  return {
    tokenHash: row.token_hash,
    user: { id: row.user_id, name: row.user_name, locale: row.locale, timeZone: row.time_zone },
    createdAt: row.created_at as Instant,
  };
}
