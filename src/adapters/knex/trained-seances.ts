import type { Knex } from 'knex';
import { groupedBy } from '../../domain/grouped.js';
import type { SeanceTrainer } from '../../domain/seance/seance.js';
import { locationColumns } from './location-row.js';
import { type PlaceRow, seanceColumns, type SeanceRow } from './seance-row.js';

/** A séance with its trainers, each at their position: whoever left may have left a gap. */
export interface TrainedSeance<Row> {
  readonly row: Row;
  readonly trainers: readonly SeanceTrainer[];
}

/** A séance is there once for each of its trainers, with its texts once; once when it has none. */
type RowPerTrainer = { readonly id: string; readonly description: string | null } & (
  | { readonly trainer_id: string; readonly trainer_name: string; readonly position: number }
  | { readonly trainer_id: null }
);

/** Long enough not to be sent again with every trainer. */
const texts: readonly string[] = ['description', 'extra_info'] satisfies (keyof SeanceRow)[];

const columns = {
  ...Object.fromEntries(
    seanceColumns.filter((name) => !texts.includes(name)).map((name) => [name, `s.${name}`]),
  ),
  ...Object.fromEntries(locationColumns.map((name) => [`location_${name}`, `l.${name}`])),
  trainer_id: 'w.user_id',
  trainer_name: 'w.name',
  position: 'w.position',
};

const withFirstTrainer = `case when not exists (
  select 1 from seance_trainer as b where b.seance_id = s.id and b.position < w.position) then ?? end as ??`;

/**
 * Séances as `s` with their places as `l` and their trainers, all at one moment. Trainers read by a statement of their
 * own would be waited for: a list takes a sixth longer.
 */
export function trainedSeances(knex: Knex): Knex.QueryBuilder {
  return knex('seance as s')
    .leftJoin('seance_location as l', 'l.id', 's.location_id')
    .leftJoin('seance_trainer as w', 'w.seance_id', 's.id')
    .select(columns)
    .select(texts.map((text) => knex.raw(withFirstTrainer, [`s.${text}`, text])));
}

/** What was read so: each séance once, in the order of the rows. */
export function eachSeance<Row extends SeanceRow & PlaceRow>(
  rows: readonly object[],
): readonly TrainedSeance<Row>[] {
  const bySeance = groupedBy(rows as readonly RowPerTrainer[], ({ id }) => id);
  return [...bySeance.values()].map((same) => {
    const trainers: SeanceTrainer[] = [];
    for (const one of same)
      if (one.trainer_id !== null) trainers[one.position] = { id: one.trainer_id, name: one.trainer_name };
    return { row: same.find(({ description }) => description !== null) as object as Row, trainers };
  });
}
