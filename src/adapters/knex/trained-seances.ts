import type { Knex } from 'knex';
import { groupedBy } from '../../domain/grouped.js';
import type { SeanceTrainer } from '../../domain/seance/seance-content.js';
import { locationColumns } from './location-row.js';
import { type PlaceRow, seanceColumns, type StoredSeance } from './seance-row.js';
import type { SeanceRow } from './tables.js';

/** A séance with its trainers, each at their position: whoever left may have left a gap. */
export interface TrainedSeance<Row> {
  readonly row: Row;
  readonly trainers: readonly SeanceTrainer[];
}

/** Long enough not to be sent again with every trainer. */
const texts = ['description', 'extra_info'] as const satisfies readonly (keyof StoredSeance)[];
type Texts = Pick<StoredSeance, (typeof texts)[number]>;

/** A séance is there once for each of its trainers, with its texts once; once when it has none. */
export type RowPerTrainer = Omit<StoredSeance, keyof Texts> &
  (Texts | Record<keyof Texts, null>) &
  PlaceRow &
  (
    | { readonly trainer_id: string; readonly trainer_name: string; readonly position: number }
    | { readonly trainer_id: null }
  );

const columns = {
  ...Object.fromEntries(
    seanceColumns
      .filter((name) => !(texts as readonly string[]).includes(name))
      .map((name) => [name, `s.${name}`]),
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
export function trainedSeances(knex: Knex) {
  return knex<SeanceRow>('seance as s')
    .leftJoin('seance_location as l', 'l.id', 's.location_id')
    .leftJoin('seance_trainer as w', 'w.seance_id', 's.id')
    .select(columns)
    .select<RowPerTrainer[]>(texts.map((text) => knex.raw(withFirstTrainer, [`s.${text}`, text])));
}

/** What was read so: each séance once, in the order of the rows. */
export function eachSeance<Row extends RowPerTrainer>(
  rows: readonly Row[],
): readonly TrainedSeance<Row & StoredSeance>[] {
  return [...groupedBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const trainers: SeanceTrainer[] = [];
    for (const row of same)
      if (row.trainer_id !== null) trainers[row.position] = { id: row.trainer_id, name: row.trainer_name };
    return same.filter(hasTexts).map((row) => ({ row, trainers }));
  });
}

function hasTexts<Row extends RowPerTrainer>(row: Row): row is Row & StoredSeance {
  return row.description !== null;
}
