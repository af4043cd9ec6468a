import type { Knex } from 'knex';
import type { Seance } from '../../domain/seance/seance.js';
import type { SeanceTrainer } from '../../domain/seance/seance-content.js';
import { neverScanned } from './dialect.js';
import { chunks } from './many-rows.js';
import { seanceFromRow, type StoredSeance } from './seance-row.js';
import type { TrainerRow } from './tables.js';

/** The séances of some rows, with their trainers, which a statement of its own reads. */
export async function withTrainers(knex: Knex, rows: readonly StoredSeance[]): Promise<readonly Seance[]> {
  const trainers = await trainersOf(knex, rows);
  return rows.map((row) => seanceFromRow(row, trainers.get(row.id) ?? []));
}

/** The trainers of each séance, in the order in which they were chosen. */
async function trainersOf(
  knex: Knex,
  rows: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, SeanceTrainer[]>> {
  const trainers = new Map<string, SeanceTrainer[]>(rows.map((row) => [row.id, []]));
  for (const ids of chunks([...trainers.keys()])) {
    const found = await knex<TrainerRow>(neverScanned(knex, 'seance_trainer', 't', ['primary']))
      .select('seance_id', 'user_id', 'name')
      .whereIn('seance_id', ids)
      .orderBy(['seance_id', 'position']);
    for (const { seance_id: seanceId, user_id: id, name } of found)
      trainers.get(seanceId)?.push({ id, name });
  }
  return trainers;
}
