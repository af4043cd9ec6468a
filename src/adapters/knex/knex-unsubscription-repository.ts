import type { Knex } from 'knex';
import type { EndableMail } from '../../domain/notice/notice.js';
import type { Instant } from '../../domain/time/schedule.js';
import type { Unsubscription, UnsubscriptionRepository } from '../../ports/unsubscription-repository.js';
import { chunks } from './many-rows.js';

/** Of `seance_unsubscription`. */
export interface UnsubscriptionRow {
  token_hash: string;
  user_id: string;
  platform_id: string;
  mail: EndableMail;
  locale: string;
  created_at: Instant;
}

export class KnexUnsubscriptionRepository implements UnsubscriptionRepository {
  constructor(private readonly knex: Knex) {}

  async add({ tokenHash, userId, platformId, mail, locale, createdAt }: Unsubscription): Promise<void> {
    await this.rows().insert({
      ...{ token_hash: tokenHash, user_id: userId, platform_id: platformId },
      ...{ mail, locale: locale.slice(0, 35), created_at: createdAt },
    });
  }

  async find(tokenHash: string): Promise<Unsubscription | undefined> {
    const row = await this.rows().where({ token_hash: tokenHash }).first();
    return (
      row && {
        ...{ tokenHash, userId: row.user_id, platformId: row.platform_id },
        ...{ mail: row.mail, locale: row.locale, createdAt: row.created_at },
      }
    );
  }

  async removeOf(userId: string): Promise<void> {
    await this.rows().where({ user_id: userId }).delete();
  }

  async removeOld(before: Instant, limit: number): Promise<number> {
    const old = this.rows().where('created_at', '<', before).orderBy('created_at');
    const digests = (await old.limit(limit).pluck('token_hash')) as string[];
    for (const some of chunks(digests)) await this.rows().whereIn('token_hash', some).delete();
    return digests.length;
  }

  private rows() {
    return this.knex<UnsubscriptionRow>('seance_unsubscription');
  }
}
