import type { Knex } from 'knex';
import { migrationConfig } from '../../src/adapters/knex/migrate.js';

/** Brings the schema to just after `last`, or to nothing. */
export async function migratedTo(knex: Knex, last: string | undefined): Promise<void> {
  const hasLock = await knex.schema.hasTable('seances_migrations_lock');
  if (hasLock) await knex.migrate.forceFreeMigrationsLock(migrationConfig);
  await knex.migrate.rollback(migrationConfig, true);
  for (;;) {
    const [completed] = (await knex.migrate.list(migrationConfig)) as [{ name: string }[], unknown];
    if (last === undefined || completed.at(-1)?.name === last) return;
    await knex.migrate.up(migrationConfig);
  }
}

/** Inserts the rows of each table. */
export async function insertAll(
  knex: Knex,
  tables: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) await knex(table).insert(rows);
}

/** All rows of a table. */
export async function stored(knex: Knex, table: string): Promise<object[]> {
  return (await knex(table).select('*')) as object[];
}
