import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { migrateToLatest } from '../../src/adapters/knex/migrate.js';

/** A process of a platform that starts: says that it is there, waits for the word, and migrates. */
const { knex } = openDatabase(process.argv[2] ?? '');
await knex.raw('select 1');
process.stdout.write('there\n');
process.stdin.once('data', () => {
  migrateToLatest(knex)
    .then(() => knex.destroy())
    .then(() => process.exit(0))
    .catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
});
