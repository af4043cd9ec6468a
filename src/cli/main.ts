#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { openDatabase, type OpenDatabase } from '../adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../adapters/knex/knex-unit-of-work.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { UuidGenerator } from '../adapters/system/uuid-generator.js';
import { EventRecorder } from '../application/event/event-recorder.js';
import { RecomputeInstants } from '../application/seance/recompute-instants.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { diagnose } from './doctor.js';

const usage = `Usage: seances COMMAND [--database ADDRESS]

Commands
  check                            Compares the counters of enrolments, informations and events, capacities and the
                                   limits of groups with what is there, and looks for numbers that were given twice;
                                   says what does not add up, and ends with 1 then.
  doctor                           Says in words which engine answers and what is promised on it, what is wrong, and
                                   what to do: database, schema, clocks, zone data, settings, events; ends with 1 then.
  outbox [--retry]                 Says how many events wait for the host, how many were given up, and which; ends with
                                   1 when there are any of these. With --retry it makes them due again first.
  recompute-instants [--dry-run] [--tell-host]
                                   Computes the instants of séances that have not ended from their wall times and
                                   zones again, after time zone data has changed; says what moved. With --tell-host
                                   the running platform tells the host of each, and its agenda: for hosts that
                                   listen to events.

The database is --database, else DATABASE_URL: "sqlite:FILE" or "mysql://user:password@host:port/name".
`;

const { values, positionals } = parseArgs({
  options: {
    database: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    'tell-host': { type: 'boolean', default: false },
    retry: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});

/** How many events that were given up an operator is shown. */
const mostShown = 100;

/** What each command does; the number is the process's exit code. */
const commands: Readonly<
  Record<string, (unitOfWork: UnitOfWork, database: OpenDatabase) => Promise<number>>
> = {
  check,
  doctor: (_unitOfWork, database) => doctor(database),
  outbox: (unitOfWork) => outbox(unitOfWork, values.retry),
  'recompute-instants': (unitOfWork) => recomputeInstants(unitOfWork, !values['dry-run']),
};

const command = commands[positionals[0] ?? ''];
const address = values.database ?? process.env['DATABASE_URL'];

if (values.help || command === undefined || address === undefined) {
  process.stderr.write(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  const database = openDatabase(address);
  try {
    process.exitCode = await command(new KnexUnitOfWork(database, values['tell-host']), database);
  } catch (error) {
    process.stderr.write(`seances: ${(error as Error).message}\n`);
    process.exitCode = 1;
  } finally {
    await database.knex.destroy();
  }
}

async function check(unitOfWork: UnitOfWork): Promise<number> {
  const errors = await unitOfWork.read(async ({ enrolments, settings }) => {
    // Queues move by default: only what an administrator has stored holds them up.
    const { enrolmentEnabled, promotion } = await settings.all();
    const queuesMove = enrolmentEnabled !== false && promotion !== 'staff';
    return enrolments.check(new SystemClock().now(), queuesMove);
  });
  for (const { kind, id, detail } of errors) say(`${kind} ${id}: ${detail}`);
  say(errors.length === 0 ? 'The books add up.' : `${errors.length} errors.`);
  return errors.length === 0 ? 0 : 1;
}

async function doctor(database: OpenDatabase): Promise<number> {
  const findings = await diagnose(database, { now: Date.now, zoneData: process.versions['tz'] });
  for (const { says, advice } of findings)
    say(advice === undefined ? `ok       ${says}` : `PROBLEM  ${says}\n         ${advice}`);
  const problems = findings.filter(({ advice }) => advice !== undefined).length;
  say(problems === 0 ? 'Nothing is wrong.' : `Problems: ${problems}.`);
  return problems === 0 ? 0 : 1;
}

async function outbox(unitOfWork: UnitOfWork, retry: boolean): Promise<number> {
  if (retry) {
    const count = await unitOfWork.write((repositories) =>
      repositories.outbox.retryGivenUp(new SystemClock().now()),
    );
    say(`${count} made due again.`);
  }
  const { waiting, oldest, givenUp } = await unitOfWork.read((repositories) => repositories.outbox.backlog());
  say(`${waiting} wait${oldest === null ? '' : `, the oldest since ${oldest}`}; ${givenUp} were given up.`);
  const shown = await unitOfWork.read((repositories) => repositories.outbox.givenUp(mostShown));
  for (const { at, event } of shown)
    say(`given up at ${at}: ${event.id} ${event.type} of ${event.spaceId} ${event.seanceId}, of ${event.at}`);
  if (givenUp > shown.length) say(`… and ${givenUp - shown.length} before these.`);
  return givenUp === 0 ? 0 : 1;
}

async function recomputeInstants(unitOfWork: UnitOfWork, write: boolean): Promise<number> {
  const recorder = write ? new EventRecorder(new UuidGenerator()) : null;
  const { checked, moved } = await new RecomputeInstants(unitOfWork, new SystemClock()).run(recorder);
  for (const { before, after } of moved) {
    const when = `${before.start} ${before.timeZone}`;
    say(`${before.id} ${JSON.stringify(before.name)} ${when}: ${before.startsAt} -> ${after.startsAt}`);
  }
  say(`${checked} checked, ${moved.length} ${write ? 'moved' : 'to move'}.`);
  return 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
