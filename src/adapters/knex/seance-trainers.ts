import type { Knex } from 'knex';
import type { SeanceTrainer } from '../../domain/seance/seance.js';
import { neverScanned } from './dialect.js';
import { chunks } from './many-rows.js';

const idsPerStatement = 1_000;

/** The trainers of each séance, in the order in which they were chosen. */
export async function trainersOf(
  knex: Knex,
  rows: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, SeanceTrainer[]>> {
  const trainers = new Map<string, SeanceTrainer[]>(rows.map((row) => [row.id, []]));
  for (const ids of chunks([...trainers.keys()], idsPerStatement)) {
    const found = (await knex(neverScanned(knex, 'seance_trainer', 't', ['primary']))
      .select('seance_id', 'user_id', 'name')
      .whereIn('seance_id', ids)
      .orderBy(['seance_id', 'position'])) as { seance_id: string; user_id: string; name: string }[];
    for (const { seance_id: seanceId, user_id: id, name } of found)
      trainers.get(seanceId)?.push({ id, name });
  }
  return trainers;
}
