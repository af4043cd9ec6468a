import { migrateToLatest, schemaState } from '../adapters/knex/migrate.js';
import { type Command, say } from './command.js';

/** Brings the schema up to date, and says what was missing. Processes of the platform may start meanwhile. */
export const migrate: Command = async ({ database }) => {
  const { pending } = await schemaState(database.knex);
  await migrateToLatest(database.knex);
  for (const name of pending) say(name);
  say(pending.length === 0 ? 'The schema was up to date.' : `Migrations: ${pending.length}.`);
  return 0;
};
