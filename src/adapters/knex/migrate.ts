import { readdir } from 'node:fs/promises';
import type { Knex } from 'knex';
import { exclusively } from './dialect.js';

const folder = new URL('../../../migrations/', import.meta.url);

interface Migration {
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
}

/** The migrations of this package, wherever the process runs. Names are those of the files, so they never change. */
const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => (await readdir(folder)).filter((file) => file.endsWith('.js')).sort(),
  getMigrationName: (file) => file,
  getMigration: async (file) => (await import(new URL(file, folder).href)) as Migration,
};

export const migrationConfig: Knex.MigratorConfig = { tableName: 'seances_migrations', migrationSource };

/** Brings the schema up to date. Any number of processes may call it at once: one does the work, the others wait for it. */
export async function migrateToLatest(knex: Knex): Promise<void> {
  await exclusively(knex, 'seances_migrations', async (connection) => {
    await freeAbandonedLock(connection);
    await connection.migrate.latest(migrationConfig);
  });
}

/** Names of the migrations that have not run. */
export async function pendingMigrations(knex: Knex): Promise<readonly string[]> {
  const [, pending] = (await knex.migrate.list(migrationConfig)) as [unknown, readonly string[]];
  return pending;
}

/** Whoever migrates is alone: a row that says "locked" was left by a process that died. */
async function freeAbandonedLock(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable('seances_migrations_lock'))
    await knex.migrate.forceFreeMigrationsLock(migrationConfig);
}
