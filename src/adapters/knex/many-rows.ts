import type { Knex } from 'knex';
import { type Engine, engineOf, multiRowInsert } from './dialect.js';

/** As long as a list of ids in one statement may be: a thousand séances are locked in 1 statement rather than in 1,000. */
const idsPerStatement = 1_000;

/** SQLite takes 32,766 placeholders in a statement, and 500 selects in a union, as which Knex writes rows for it. */
const mostInSqlite = { values: 30_000, rows: 500 };
/** Four bytes each, and still well below the 16 MiB that MariaDB takes in a packet. */
const mostCharacters = 2_000_000;
/** Of numbers, and of what stands between values. */
const longestNumber = 20;

/** Writes rows that all have the same columns, in as few statements as the engine allows. */
export async function insertRows<Row extends object>(
  knex: Knex,
  table: string,
  rows: readonly Partial<Row>[],
): Promise<void> {
  for (const batch of batchesOf(engineOf(knex), rows)) await multiRowInsert(knex, table, batch);
}

/**
 * Sets `columns` of rows that exist, known by their ids or another unique `key`, and writes those that do not: an upsert is
 * the one statement with values of their own for many rows that both engines have.
 */
export async function replaceRows<Row extends object>(
  knex: Knex,
  table: string,
  rows: readonly Partial<Row>[],
  columns: readonly (keyof Row & string)[],
  key: readonly (keyof Row & string)[] = ['id' as keyof Row & string],
): Promise<void> {
  for (const batch of batchesOf(engineOf(knex), rows)) await multiRowInsert(knex, table, batch, columns, key);
}

/** `rows` in as few multi-row INSERTs as the engine allows. All rows have the same columns. */
function batchesOf<Row extends object>(engine: Engine, rows: readonly Row[]): readonly Row[][] {
  const columns = Math.max(1, Object.keys(rows[0] ?? {}).length);
  const mostRows =
    engine === 'sqlite' ? Math.min(mostInSqlite.rows, Math.floor(mostInSqlite.values / columns)) : Infinity;
  const batches: Row[][] = [];
  let characters = Infinity;
  for (const row of rows) {
    const length = charactersIn(row);
    if (characters + length > mostCharacters || (batches.at(-1)?.length ?? 0) === mostRows) {
      batches.push([]);
      characters = 0;
    }
    batches.at(-1)?.push(row);
    characters += length;
  }
  return batches;
}

/** @param size by default that of a list of ids in one statement. */
export function chunks<T>(values: readonly T[], size = idsPerStatement): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}

function charactersIn(row: object): number {
  return Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : longestNumber),
    0,
  );
}
