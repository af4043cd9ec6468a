import type { Knex } from 'knex';
import type { PlatformRepository } from '../../ports/platform-repository.js';
import { chunks } from './many-rows.js';
import type { SpaceRow } from './tables.js';

/** Spaces of `''` have no row: a host that has one platform pays nothing for those that others have. */
export class KnexPlatformRepository implements PlatformRepository {
  constructor(private readonly knex: Knex) {}

  async keep(spaceId: string, platformId: string): Promise<void> {
    if ((await this.ofSpaces([spaceId])).get(spaceId) === platformId) return;
    await this.spaces().insert({ space_id: spaceId, platform_id: platformId }).onConflict('space_id').merge();
  }

  async ofSpaces(spaceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const platforms = new Map(spaceIds.map((id) => [id, '']));
    for (const ids of chunks([...platforms.keys()])) {
      const rows = await this.spaces().whereIn('space_id', ids).select('space_id', 'platform_id');
      for (const { space_id: id, platform_id: platformId } of rows) platforms.set(id, platformId);
    }
    return platforms;
  }

  async all(): Promise<readonly string[]> {
    const others = await this.spaces().distinct('platform_id').orderBy('platform_id').pluck('platform_id');
    return [...new Set(['', ...others])];
  }

  private spaces() {
    return this.knex<SpaceRow>('seance_space');
  }
}
