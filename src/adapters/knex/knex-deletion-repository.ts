import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/schedule.js';
import type { Deletion, DeletionQuery, DeletionRepository } from '../../ports/deletion-repository.js';
import type { PageOf } from '../../domain/page.js';
import { seanceColumns, seanceFromRow, type SeanceRow } from './seance-row.js';
import { trainersOf } from './seance-trainers.js';

interface DeletionRow {
  readonly id: string;
  readonly at: Instant;
  readonly count: number;
}

export class KnexDeletionRepository implements DeletionRepository {
  constructor(private readonly knex: Knex) {}

  async list(query: DeletionQuery): Promise<PageOf<Deletion>> {
    const { spaceId, page, size, seancesEach } = query;
    const [{ total }] = (await this.restorable(query).countDistinct({
      total: 'deletion_id',
    })) as unknown as [{ total: number }];
    const rows = (await this.restorable(query)
      .select({ id: 'deletion_id' })
      .max({ at: 'deleted_at' })
      .count({ count: '*' })
      .groupBy('deletion_id')
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(size)
      .offset((page - 1) * size)) as unknown as DeletionRow[];
    const seances = await this.first(
      spaceId,
      rows.map(({ id }) => id),
      seancesEach,
    );
    const trainers = await trainersOf(this.knex, seances);
    const items = rows.map(({ id, at, count }) => ({
      ...{ id, at, count },
      seances: seances
        .filter((row) => row.deletion_id === id)
        .map((row) => seanceFromRow(row, trainers.get(row.id) ?? [])),
    }));
    return { items, total };
  }

  async seanceIds(spaceId: string, deletionId: string): Promise<readonly string[]> {
    const ids = (await this.knex('seance')
      .where({ space_id: spaceId, deletion_id: deletionId })
      .pluck('id')) as string[];
    // Not by the database, which would go through all ids for their order.
    return ids.sort();
  }

  private restorable({ spaceId, since }: DeletionQuery): Knex.QueryBuilder {
    return this.knex('seance')
      .where({ space_id: spaceId })
      .whereNotNull('deletion_id')
      .where('deleted_at', '>=', since);
  }

  /** The first séances of each deletion. */
  private async first(
    spaceId: string,
    deletionIds: readonly string[],
    each: number,
  ): Promise<readonly (SeanceRow & { readonly deletion_id: string })[]> {
    const numbered = this.knex('seance')
      .select([...seanceColumns, 'deletion_id'])
      .rowNumber('place', (window: Knex.QueryBuilder) => {
        void window.partitionBy('deletion_id').orderBy(['starts_at', 'id']);
      })
      .where({ space_id: spaceId })
      .whereIn('deletion_id', deletionIds);
    return (await this.knex
      .from(numbered.as('numbered'))
      .where('place', '<=', each)
      .orderBy(['starts_at', 'id'])) as (SeanceRow & { readonly deletion_id: string })[];
  }
}
