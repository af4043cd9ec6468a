import type { Knex } from 'knex';
import type { Seance } from '../../domain/seance/seance.js';
import { counterColumns, type EventNumbers } from './event-numbers.js';
import { chunks } from './many-rows.js';
import { seanceColumns } from './seance-row.js';
import { withTrainers } from './seance-trainers.js';
import type { SeanceRow } from './tables.js';

/** The séances of a space among `ids` that are deleted, or that are not, locked in the order of their ids. */
export async function lockedSeances(
  knex: Knex,
  numbers: EventNumbers,
  { spaceId, ids, deleted }: { spaceId: string; ids: readonly string[]; deleted: boolean },
): Promise<readonly Seance[]> {
  const locked: Pick<SeanceRow, (typeof columns)[number]>[] = [];
  for (const batch of chunks([...ids].sort())) {
    const found = knex<SeanceRow>('seance')
      .select(...columns)
      .where({ space_id: spaceId })
      .whereIn('id', batch)
      .orderBy('id');
    const rows = await (
      deleted ? found.whereNotNull('deleted_at') : found.whereNull('deleted_at')
    ).forUpdate();
    numbers.learn(rows);
    locked.push(...rows);
  }
  return withTrainers(knex, locked);
}

const columns = [...seanceColumns, ...counterColumns] as const;
