import { readdir } from 'node:fs/promises';
import type { Knex } from 'knex';
import { packageFolder } from '../../package-folder.js';
import { exclusively } from './lease.js';

interface Migration {
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
}

/** Migrations that belong together, and the table that says which of them have run. */
export interface MigrationSet {
  /** In the folder of the package. Names of files never change: they are what the table has. */
  readonly folder: string;
  readonly table: string;
}

/** Those of the plugin. */
export const pluginMigrations: MigrationSet = { folder: 'migrations/', table: 'seances_migrations' };
/** Those of the LTI host. */
export const ltiMigrations: MigrationSet = { folder: 'migrations/lti/', table: 'seances_lti_migrations' };

/** The migrations of a set, wherever the process runs. */
function sourceOf(set: MigrationSet): Knex.MigrationSource<string> {
  const folder = new URL(set.folder, packageFolder);
  return {
    getMigrations: async () => (await readdir(folder)).filter((file) => file.endsWith('.js')).sort(),
    getMigrationName: (file) => file,
    // Left to Node by webpack and Turbopack, which would look for the file in what they have bundled.
    getMigration: async (file) =>
      (await import(/* webpackIgnore: true */ new URL(file, folder).href)) as Migration,
  };
}

function configOf(set: MigrationSet): Knex.MigratorConfig {
  return {
    tableName: set.table,
    migrationSource: sourceOf(set),
    // While processes are replaced one by one, those of the version before start on a schema that is ahead of them.
    disableMigrationsListValidation: true,
  };
}

export const migrationConfig = configOf(pluginMigrations);

/**
 * Brings the schema up to date. Any number of processes may call it at once: one does the work, the others wait for it.
 *
 * @returns the names of the migrations that this process has run.
 */
export async function migrateToLatest(knex: Knex, set = pluginMigrations): Promise<readonly string[]> {
  return exclusively(knex, set.table, async (connection) => {
    await freeAbandonedLock(connection, set);
    const [, names] = (await connection.migrate.latest(configOf(set))) as [number, string[]];
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
  const { table } = pluginMigrations;
  const known = await sourceOf(pluginMigrations).getMigrations([]);
  const isThere = await knex.schema.hasTable(table);
  const run = isThere ? await knex(table).pluck<string[]>('name') : [];
  return {
    pending: known.filter((name) => !run.includes(name)),
    unknown: run.filter((name) => !known.includes(name)),
  };
}

/** Whoever migrates is alone: a row that says "locked" was left by a process that died. */
async function freeAbandonedLock(knex: Knex, set: MigrationSet): Promise<void> {
  if (await knex.schema.hasTable(`${set.table}_lock`))
    await knex.migrate.forceFreeMigrationsLock(configOf(set));
}
