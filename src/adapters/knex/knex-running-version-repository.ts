import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { RunningVersion, RunningVersionRepository } from '../../ports/running-version-repository.js';

/** Of `seance_running_version`. */
export interface RunningVersionRow {
  version: string;
  seen_at: Instant;
}

export class KnexRunningVersionRepository implements RunningVersionRepository {
  constructor(private readonly knex: Knex) {}

  async all(): Promise<readonly RunningVersion[]> {
    const rows = await this.versions().select('version', 'seen_at').orderBy('version');
    return rows.map(({ version, seen_at: seenAt }) => ({ version, seenAt }));
  }

  async announce({ version, seenAt }: RunningVersion): Promise<void> {
    await this.versions().insert({ version, seen_at: seenAt }).onConflict('version').merge();
  }

  async forgetBefore(instant: Instant): Promise<number> {
    return this.versions().where('seen_at', '<', instant).delete();
  }

  private versions() {
    return this.knex<RunningVersionRow>('seance_running_version');
  }
}
