import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { Download, DownloadRepository } from '../../ports/download-repository.js';
import type { DownloadRow } from './tables.js';

export class KnexDownloadRepository implements DownloadRepository {
  constructor(private readonly knex: Knex) {}

  async add({ id, tokenHash, actor, path, language, expiresAt }: Download): Promise<void> {
    await this.downloads().insert({
      id,
      token_hash: tokenHash,
      user_id: actor.id,
      user_name: actor.name.slice(0, 255),
      platform_id: actor.platformId ?? '',
      locale: actor.locale.slice(0, 64),
      time_zone: actor.timeZone.slice(0, 64),
      path,
      language,
      expires_at: expiresAt,
    });
  }

  async readdress(id: string, tokenHash: string): Promise<void> {
    await this.downloads().where({ id }).update({ token_hash: tokenHash });
  }

  async find(tokenHash: string): Promise<Download | undefined> {
    const [row] = await this.downloads().select('*').where({ token_hash: tokenHash });
    return row && downloadFromRow(row);
  }

  async spend(tokenHash: string): Promise<boolean> {
    return (await this.downloads().where({ token_hash: tokenHash }).delete()) > 0;
  }

  async forgetBefore(instant: Instant): Promise<number> {
    return this.downloads().where('expires_at', '<', instant).delete();
  }

  async removeOf(userId: string): Promise<void> {
    await this.downloads().where({ user_id: userId }).delete();
  }

  private downloads() {
    return this.knex<DownloadRow>('seance_download');
  }
}

function downloadFromRow(row: DownloadRow): Download {
  return {
    id: row.id,
    tokenHash: row.token_hash,
    actor: {
      ...{ id: row.user_id, name: row.user_name, platformId: row.platform_id },
      ...{ locale: row.locale, timeZone: row.time_zone },
    },
    path: row.path,
    language: row.language,
    expiresAt: row.expires_at,
  };
}
