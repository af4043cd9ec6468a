import type { Knex } from 'knex';
import type { PageOf } from '../../domain/page.js';
import type { Seance } from '../../domain/seance/seance.js';
import type { Instant } from '../../domain/time/schedule.js';
import type {
  Deletion,
  DeletionQuery,
  DeletionRepository,
  SeriesSplit,
} from '../../ports/deletion-repository.js';
import type { EventNumbers } from './event-numbers.js';
import { lockedSeances } from './locked-seances.js';
import { chunks } from './many-rows.js';
import { seanceColumns, type StoredSeance } from './seance-row.js';
import { withTrainers } from './seance-trainers.js';
import type { EnrolmentRow, SeanceRow, TrainerRow } from './tables.js';

type Mark = Pick<SeanceRow, 'deleted_at' | 'deleted_by' | 'deletion_id' | 'updated_at'>;

export class KnexDeletionRepository implements DeletionRepository {
  constructor(
    private readonly knex: Knex,
    private readonly numbers: EventNumbers,
  ) {}

  async list(query: DeletionQuery): Promise<PageOf<Deletion>> {
    const { spaceId, page, size, seancesEach } = query;
    const [counted] = await this.restorable(query).countDistinct<{ total: number }[]>({
      total: 'deletion_id',
    });
    const deletions = await this.restorable(query)
      .select({ id: 'deletion_id' })
      .max({ at: 'deleted_at' })
      .count<{ id: string; at: Instant; count: number }[]>({ count: '*' })
      .groupBy('deletion_id')
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(size)
      .offset((page - 1) * size);
    const first = await this.first(
      spaceId,
      deletions.map(({ id }) => id),
      seancesEach,
    );
    const deletionOf = new Map(first.map((row) => [row.id, row.deletion_id]));
    const seances = await withTrainers(this.knex, first);
    const items = deletions.map((deletion) => ({
      ...deletion,
      seances: seances.filter(({ id }) => deletionOf.get(id) === deletion.id),
    }));
    return { items, total: counted?.total ?? 0 };
  }

  async seanceIds(spaceId: string, deletionId: string): Promise<readonly string[]> {
    const ids = await this.seances().where({ space_id: spaceId, deletion_id: deletionId }).pluck('id');
    // Not by the database, which would go through all ids for their order.
    return ids.sort();
  }

  async findDeleted(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]> {
    const rows: StoredSeance[] = [];
    for (const batch of chunks(ids))
      rows.push(
        ...(await this.seances()
          .select(...seanceColumns)
          .where({ space_id: spaceId })
          .whereIn('id', batch)
          .whereNotNull('deleted_at')),
      );
    return withTrainers(this.knex, rows);
  }

  async lockDeleted(spaceId: string, ids: readonly string[]): Promise<readonly Seance[]> {
    return lockedSeances(this.knex, this.numbers, { spaceId, ids, deleted: true });
  }

  async markDeleted(ids: readonly string[], at: Instant, actorId: string, deletionId: string): Promise<void> {
    await this.mark(ids, { deleted_at: at, deleted_by: actorId, deletion_id: deletionId, updated_at: at });
  }

  async markRestored(ids: readonly string[], at: Instant): Promise<void> {
    await this.mark(ids, { deleted_at: null, deleted_by: null, deletion_id: null, updated_at: at });
  }

  async followSplit({ spaceId, seriesId, newSeriesId, from }: SeriesSplit): Promise<void> {
    const ids = await this.seances()
      .where({ space_id: spaceId, series_id: seriesId })
      .where('starts_at', '>=', from)
      .whereNotNull('deleted_at')
      .pluck('id');
    // By their ids, so that it locks these in their order, and nothing else that an index leads past.
    for (const batch of chunks(ids.sort()))
      await this.seances().whereIn('id', batch).update({ series_id: newSeriesId });
  }

  async purge(ids: readonly string[]): Promise<void> {
    for (const batch of chunks(ids)) {
      await this.knex<EnrolmentRow>('seance_enrolment').whereIn('seance_id', batch).delete();
      await this.knex<TrainerRow>('seance_trainer').whereIn('seance_id', batch).delete();
      await this.seances().whereIn('id', batch).delete();
    }
  }

  private async mark(ids: readonly string[], mark: Mark): Promise<void> {
    for (const batch of chunks(ids))
      await this.seances()
        .whereIn('id', batch)
        .update({ ...mark, version: this.knex.raw('version + 1') });
  }

  private restorable({ spaceId, since }: DeletionQuery) {
    return this.seances()
      .where({ space_id: spaceId })
      .whereNotNull('deletion_id')
      .where('deleted_at', '>=', since);
  }

  /** The first séances of each deletion. */
  private async first(
    spaceId: string,
    deletionIds: readonly string[],
    each: number,
  ): Promise<readonly (StoredSeance & Pick<SeanceRow, 'deletion_id'>)[]> {
    const numbered = this.seances()
      .select(...seanceColumns, 'deletion_id')
      .rowNumber('place', (window: Knex.QueryBuilder) => {
        void window.partitionBy('deletion_id').orderBy(['starts_at', 'id']);
      })
      .where({ space_id: spaceId })
      .whereIn('deletion_id', deletionIds);
    return this.knex<SeanceRow>(numbered.as('numbered'))
      .where('place', '<=', each)
      .orderBy(['starts_at', 'id'])
      .select();
  }

  private seances() {
    return this.knex<SeanceRow>('seance');
  }
}
