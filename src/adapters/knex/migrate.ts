import { readdir } from 'node:fs/promises';
import type { Knex } from 'knex';
import { packageFolder } from '../../package-folder.js';
import { exclusively } from './lease.js';

const folder = new URL('migrations/', packageFolder);

interface Migration {
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
}

/** The migrations of this package, wherever the process runs. Names are those of the files, so they never change. */
const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => (await readdir(folder)).filter((file) => file.endsWith('.js')).sort(),
  getMigrationName: (file) => file,
  // Left to Node by webpack and Turbopack, which would look for the file in what they have bundled.
  getMigration: async (file) =>
    (await import(/* webpackIgnore: true */ new URL(file, folder).href)) as Migration,
};

const migrationTable = 'seances_migrations';

export const migrationConfig: Knex.MigratorConfig = {
  tableName: migrationTable,
  migrationSource,
  // While processes are replaced one by one, those of the version before start on a schema that is ahead of them.
  disableMigrationsListValidation: true,
};

/**
 * Brings the schema up to date. Any number of processes may call it at once: one does the work, the others wait for it.
 *
 * @returns the names of the migrations that this process has run.
 */
export async function migrateToLatest(knex: Knex): Promise<readonly string[]> {
  return exclusively(knex, migrationTable, async (connection) => {
    await freeAbandonedLock(connection);
    const [, names] = (await connection.migrate.latest(migrationConfig)) as [number, string[]];
    return names;
  });
}

/** How the schema of a database stands to this package. */
export interface SchemaState {
  /** Names of the migrations that have not run. */
  readonly pending: readonly string[];
  /** Names of those that ran and that this package does not have: a newer one was here. */
  readonly unknown: readonly string[];
}

/** Only looks: a database that was never migrated is left as it is. */
export async function schemaState(knex: Knex): Promise<SchemaState> {
  const known = await migrationSource.getMigrations([]);
  const isThere = await knex.schema.hasTable(migrationTable);
  const run = isThere ? await knex(migrationTable).pluck<string[]>('name') : [];
  return {
    pending: known.filter((name) => !run.includes(name)),
    unknown: run.filter((name) => !known.includes(name)),
  };
}

/** Whoever migrates is alone: a row that says "locked" was left by a process that died. */
async function freeAbandonedLock(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable(`${migrationTable}_lock`))
    await knex.migrate.forceFreeMigrationsLock(migrationConfig);
}
