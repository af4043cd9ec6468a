import type { Knex } from 'knex';
import { idsBySpace } from '../../domain/grouped.js';
import type { DayRange } from '../../domain/repetition/closed-days.js';
import type { PageOf } from '../../domain/page.js';
import type { PlatformSeanceRepository, SeanceOutline } from '../../ports/platform-seance-repository.js';
import { neverScanned } from './dialect.js';
import { chunks } from './many-rows.js';

const outline = { id: 'id', spaceId: 'space_id', name: 'name', start: 'start_local' };

/** SQLite takes an expression of a thousand levels, and each alternative is one. */
const rangesPerStatement = 200;

export class KnexPlatformSeanceRepository implements PlatformSeanceRepository {
  constructor(private readonly knex: Knex) {}

  async atLocation(locationId: string, limit: number): Promise<PageOf<SeanceOutline>> {
    const found = () => this.knex('seance').where({ location_id: locationId }).whereNull('deleted_at');
    const items = (await found()
      .select(outline)
      .orderBy([
        { column: 'ends_at', order: 'desc' },
        { column: 'starts_at', order: 'desc' },
      ])
      .limit(limit)) as SeanceOutline[];
    return { items, total: await count(found()) };
  }

  async idsAtLocation(locationId: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = (await this.knex('seance')
      .select({ id: 'id', spaceId: 'space_id' })
      .where({ location_id: locationId })
      .orderBy(['space_id', 'id'])) as { id: string; spaceId: string }[];
    return idsBySpace(rows);
  }

  async onDays(ranges: readonly DayRange[], limit: number): Promise<PageOf<SeanceOutline>> {
    const items: SeanceOutline[] = [];
    let total = 0;
    for (const some of chunks(ranges, rangesPerStatement)) {
      total += await count(this.starting(some));
      if (items.length === limit) continue;
      const first = this.starting(some)
        .select(outline)
        .orderBy(['start_local', 'id'])
        .limit(limit - items.length);
      items.push(...((await first) as SeanceOutline[]));
    }
    return { items, total };
  }

  private starting(ranges: readonly DayRange[]): Knex.QueryBuilder {
    return this.knex(neverScanned(this.knex, 'seance', 's', ['seance_by_day']))
      .whereNull('deleted_at')
      .where((anyOf) => {
        for (const { startsOn, endsOn } of ranges)
          void anyOf.orWhere(
            (one) => void one.where('start_local', '>=', startsOn).where('start_local', '<', `${endsOn}T24`),
          );
      });
  }
}

async function count(found: Knex.QueryBuilder): Promise<number> {
  const [{ total }] = (await found.count({ total: '*' })) as unknown as [{ total: number }];
  return total;
}
