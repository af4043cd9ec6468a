import { migrateToLatest } from '../adapters/knex/migrate.js';
import { type DatabaseCommand, say } from './command.js';

/** Brings the schema up to date, and says by which migrations. Processes of the platform may start meanwhile. */
export const migrate: DatabaseCommand = async ({ database }) => {
  const names = await migrateToLatest(database.knex);
  for (const name of names) say(name);
  say(names.length === 0 ? 'The schema was up to date.' : `Migrations: ${names.length}.`);
  return 0;
};
