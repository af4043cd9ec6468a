#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { openDatabase } from '../adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../adapters/knex/knex-unit-of-work.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { configuredDatabase } from './configured-database.js';
import { doctor } from './doctor.js';
import { migrate } from './migrate.js';
import { outbox } from './outbox.js';
import { recomputeInstants } from './recompute-instants.js';

const usage = `Usage: seances COMMAND [--database ADDRESS | --config FILE]

Commands
  check                            Compares the counters of enrolments, informations and events, capacities and the
                                   limits of groups with what is there, and looks for numbers that were given twice;
                                   says what does not add up, and ends with 1 then.
  doctor                           Says in words which engine answers and what is promised on it, what is wrong, and
                                   what to do: database, schema, clocks, zone data, settings, events, versions that
                                   run; ends with 1 then.
  migrate                          Brings the schema up to date, as the start of the plugin does: for a user who may create
                                   and alter tables, where the platform's own may not.
  outbox [--retry]                 Says how many events wait for the host, how many were given up, and which; ends with
                                   1 when there are any of these. With --retry it makes them due again first.
  recompute-instants [--dry-run] [--tell-host]
                                   Computes the instants of séances that have not ended from their wall times and
                                   zones again, after time zone data has changed; says what moved. With --tell-host
                                   the running platform tells the host of each, and its agenda: for hosts that
                                   listen to events.

The database is that of --config, a JSON file or a module whose default export is what the platform gives the plugin; else
--database, else DATABASE_URL: "sqlite:FILE" or "mysql://user:password@host:port/name".
`;

const { values, positionals } = parseArgs({
  options: {
    config: { type: 'string' },
    database: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    'tell-host': { type: 'boolean', default: false },
    retry: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});

const commands: Readonly<Record<string, Command>> = {
  check,
  doctor,
  migrate,
  outbox,
  'recompute-instants': recomputeInstants,
};

const command = commands[positionals[0] ?? ''];
const named = values.config ?? values.database ?? process.env['DATABASE_URL'];

if (values.help || command === undefined || named === undefined) {
  process.stderr.write(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  process.exitCode = await exitCodeOf(command, named).catch((error: unknown) => {
    process.stderr.write(`seances: ${(error as Error).message}\n`);
    return 1;
  });
}

async function exitCodeOf(run: Command, named: string): Promise<number> {
  const database = openDatabase(values.config === undefined ? named : await configuredDatabase(named));
  try {
    const unitOfWork = new KnexUnitOfWork(database, values['tell-host']);
    return await run({ database, unitOfWork, options: values });
  } finally {
    await database.knex.destroy();
  }
}
