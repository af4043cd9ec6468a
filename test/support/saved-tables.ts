import type { Knex } from 'knex';
import { engineOf } from '../../src/adapters/knex/dialect.js';

type Row = Readonly<Record<string, unknown>>;

/** The rows of all tables of a database at one moment, which they can be brought back to. */
export class SavedTables {
  private constructor(
    private readonly knex: Knex,
    private readonly tables: ReadonlyMap<string, readonly Row[]>,
  ) {}

  static async of(knex: Knex): Promise<SavedTables> {
    const names = await tableNames(knex);
    const tables = new Map<string, readonly Row[]>(names.map((name) => [name, []]));
    for (const name of await filled(knex, names)) tables.set(name, (await knex(name).select('*')) as Row[]);
    return new SavedTables(knex, tables);
  }

  /**
   * The rows in an order that the database does not choose: events in theirs, without the numbers that an attempt which
   * was rolled back has used up.
   */
  get contents(): Readonly<Record<string, readonly Row[]>> {
    return Object.fromEntries([...this.tables].map(([name, rows]) => [name, inOrder(rows)]));
  }

  async restore(): Promise<void> {
    await this.knex.transaction(async (transaction) => {
      for (const name of await filled(transaction, [...this.tables.keys()])) await transaction(name).delete();
      for (const [name, rows] of this.tables)
        for (let start = 0; start < rows.length; start += 200)
          await transaction(name).insert(rows.slice(start, start + 200));
    });
  }
}

/** All tables whose names begin as those of the plugin do. */
export async function tableNames(knex: Knex): Promise<string[]> {
  const isSqlite = engineOf(knex) === 'sqlite';
  const [catalogue, column] = isSqlite
    ? ['sqlite_master', 'name']
    : ['information_schema.tables', 'table_name'];
  return knex(catalogue)
    .whereRaw(isSqlite ? "type = 'table'" : 'table_schema = database()')
    .where(column, 'like', 'seance%')
    .orderBy(column)
    .pluck(column);
}

/** Those of the tables that have rows, in one statement: most have none, and each would be asked, or emptied, for nothing. */
async function filled(knex: Knex, names: readonly string[]): Promise<readonly string[]> {
  const looks = names.map((name) => knex.raw('exists (select 1 from ??) as ??', [name, name]));
  const [found] = (await knex.select(looks)) as [Readonly<Record<string, number>>];
  return names.filter((name) => found[name]);
}

const madeId = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** `value` with its ids numbered in the order in which they were made: alike after each run of the same work. */
export function withNumberedIds<T>(value: T): T {
  const text = JSON.stringify(value);
  const ids = [...new Set(text.match(madeId))].sort();
  return JSON.parse(text.replaceAll(madeId, (id) => `id ${ids.indexOf(id)}`)) as T;
}

function inOrder(rows: readonly Row[]): readonly Row[] {
  const place = (row: Row): number => (typeof row['sequence'] === 'number' ? row['sequence'] : 0);
  const key = (row: Row): string => JSON.stringify(row);
  return rows
    .toSorted((one, other) => place(one) - place(other) || (key(one) < key(other) ? -1 : 1))
    .map(({ sequence, ...row }) => row);
}
