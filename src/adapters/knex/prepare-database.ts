import type { OpenDatabase } from './dialect.js';
import { migrateToLatest } from './migrate.js';
import { serverKindOf } from './server-kind.js';
import { tryRow, UnfitConnection } from './tried-row.js';
import { whyUnusable } from './why-unusable.js';

/** What the plugin starts on. */
export interface PreparedDatabase {
  /** Which product answers, such as `MariaDB 10.11.6`. */
  readonly engine: string;
  /** The names of the migrations that this process has run. */
  readonly migrations: readonly string[];
}

/**
 * Brings the schema up to date.
 *
 * @throws Error that says in a sentence which database cannot be used, and why; its `cause` is what failed.
 */
export async function prepareDatabase(database: OpenDatabase): Promise<PreparedDatabase> {
  const { knex } = database;
  try {
    await tryRow(database);
    const migrations = await migrateToLatest(knex);
    return { engine: (await serverKindOf(knex)).name, migrations };
  } catch (cause) {
    if (cause instanceof UnfitConnection) throw cause;
    throw new Error(whyUnusable(knex, cause), { cause });
  }
}
