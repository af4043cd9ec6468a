#!/usr/bin/env node
import { readManifest } from '../adapters/host/manifest.js';
import { missingFile } from '../adapters/knex/diagnosis.js';
import { type Database, openDatabase, type OpenDatabase } from '../adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../adapters/knex/knex-unit-of-work.js';
import { type Asked, readArguments, WrongCall } from './arguments.js';
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
--help says this, and --version which version it is. Called wrongly, seances ends with 2.
`;

const commands: Readonly<Record<string, Command>> = {
  check: onExisting(check),
  doctor,
  migrate,
  outbox: onExisting(outbox),
  'recompute-instants': onExisting(recomputeInstants),
};

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`seances: ${(error as Error).message}\n`);
  return error instanceof WrongCall ? 2 : 1;
});

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2), commands, process.env);
  if (typeof asked === 'object') return exitCodeOf(asked);
  process.stdout.write(asked === 'help' ? usage : `${readManifest().version}\n`);
  return 0;
}

async function exitCodeOf({ command, options, ...named }: Exclude<Asked, string>): Promise<number> {
  const database = opened('config' in named ? await configuredDatabase(named.config) : named.address);
  try {
    const unitOfWork = new KnexUnitOfWork(database, options['tell-host']);
    return await command({ database, unitOfWork, options });
  } finally {
    await database.knex.destroy();
  }
}

/** @throws WrongCall when there is no such database. */
function opened(database: Database): OpenDatabase {
  try {
    return openDatabase(database);
  } catch (cause) {
    throw new WrongCall((cause as Error).message, { cause });
  }
}

/** `command` on a database that is there: SQLite would make an empty one of an address that is mistyped. */
function onExisting(command: Command): Command {
  return async (invocation) => {
    const file = missingFile(invocation.database.knex);
    if (file !== undefined) throw new Error(`There is no file ${file}.`);
    return command(invocation);
  };
}
