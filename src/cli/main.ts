#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { openDatabase } from '../adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../adapters/knex/knex-unit-of-work.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { RecomputeInstants } from '../application/time/recompute-instants.js';

const usage = `Usage: seances COMMAND [--database ADDRESS]

Commands
  recompute-instants [--dry-run]   Computes the instants of séances that have not ended from their wall times and
                                   zones again, after time zone data has changed; says what moved.

The database is --database, else DATABASE_URL: "sqlite:FILE" or "mysql://user:password@host:port/name".
`;

const { values, positionals } = parseArgs({
  options: {
    database: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
const [command] = positionals;
const address = values.database ?? process.env['DATABASE_URL'];

if (values.help || command !== 'recompute-instants' || address === undefined) {
  process.stderr.write(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  await recomputeInstants(address, !values['dry-run']);
}

async function recomputeInstants(databaseAddress: string, write: boolean): Promise<void> {
  const database = openDatabase(databaseAddress);
  try {
    const { checked, moved } = await new RecomputeInstants(
      new KnexUnitOfWork(database),
      new SystemClock(),
    ).run(write);
    for (const { before, after } of moved) {
      const when = `${before.start} ${before.timeZone}`;
      process.stdout.write(
        `${before.id} ${JSON.stringify(before.name)} ${when}: ${before.startsAt} -> ${after.startsAt}\n`,
      );
    }
    process.stdout.write(`${checked} checked, ${moved.length} ${write ? 'moved' : 'to move'}.\n`);
  } catch (error) {
    process.stderr.write(`seances: ${(error as Error).message}\n`);
    process.exitCode = 1;
  } finally {
    await database.knex.destroy();
  }
}
