#!/usr/bin/env node
import { readManifest } from '../adapters/host/manifest.js';
import { missingFile } from '../adapters/knex/diagnosis.js';
import { openDatabase, type OpenDatabase } from '../adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../adapters/knex/knex-unit-of-work.js';
import { readArguments } from './arguments.js';
import { check } from './check.js';
import { type Command, type DatabaseCommand, type NamedDatabase, WrongCall } from './command.js';
import { configuredDatabase } from './configured-database.js';
import { doctor } from './doctor.js';
import { migrate } from './migrate.js';
import { outbox } from './outbox.js';
import { personalData } from './personal-data.js';
import { recomputeInstants } from './recompute-instants.js';
import { verifyAttendance } from './verify-attendance.js';

const usage = `Usage: seances COMMAND [--database ADDRESS | --config FILE]

Commands
  check                            Compares the counters of enrolments, informations, events and presence, capacities and
                                   the limits of groups with what is there, and looks for numbers that were given
                                   twice; says what does not add up, and ends with 1 then.
  check-host --host-url URL --host-secret SECRET [--samples FILE]
                                   Asks a platform that is not in Node for what the host contract promises, and says in
                                   words what it does not keep; ends with 1 then. FILE names what exists there.
  doctor                           Says in words which engine answers and what is promised on it, what is wrong, and
                                   what to do: database, schema, clocks, zone data, settings, events, versions that
                                   run; ends with 1 then.
  lti invite|add|list|rotate-keys  Of serve as a tool of LTI 1.3: prints an address by which a platform registers itself;
                                   registers one by hand, with --issuer, --client-id, --auth-url, --token-url,
                                   --keys-url and --name, and --token-audience where the platform wants its tokens asked
                                   for another address than --token-url; says which ones are registered; publishes a new
                                   key to sign with beside the one before.
  migrate                          Brings the schema up to date, as the start of the plugin does: for a user who may create
                                   and alter tables, where the platform's own may not.
  outbox [--retry]                 Says how many events wait for the host, how many were given up, and which; ends with
                                   1 when there are any of these. With --retry it makes them due again first.
  personal-data --user ID          Prints all that is stored about one person as JSON, part by part as plugin.json lists it
                                   (personalData): without other people, and without secrets.
  recompute-instants [--dry-run] [--tell-host]
                                   Computes the instants of séances that have not ended from their wall times and
                                   zones again, after time zone data has changed; says what moved. With --tell-host
                                   the running platform tells the host of each, and its agenda: for hosts that
                                   listen to events.
  serve --public-url URL [--port PORT]
                                   Serves the plugin as a tool of LTI 1.3 for platforms such as Moodle, Canvas or Sakai;
                                   or by PUBLIC_URL, PORT. SESSION_SECRET is what sessions are signed with (default:
                                   made and kept in the database), LTI_ALLOW_HTTP=1 takes platforms by http on loopback,
                                   LTI_ALLOW_PRIVATE=1 those in private networks.
  serve --host-url URL --host-secret SECRET [--port PORT] [--public-url URL] [--seance-url URL]
        [--subscription-url URL]
                                   Serves the plugin below /plugins/seances for a platform that is not in Node, which
                                   answers at the first URL, and passes on what browsers ask for there. Or by HOST_URL,
                                   HOST_SECRET, PORT, PUBLIC_URL, SEANCE_URL, SUBSCRIPTION_URL; ALLOW_HTTP=1 takes
                                   http on loopback. LOG_LEVEL says from what on is logged. Either ends when it is told
                                   to, and sends mails by SMTP_URL, smtp://user:password@host:port, from MAIL_FROM; the
                                   second for a platform that sends none itself and says where its users read theirs.
                                   TSA_URL is a service of time-stamps (RFC 3161) that closed presence is stamped by once
                                   a day, TSA_ANCHORS a file of PEM with the authorities that may vouch for it.
  verify-attendance [--anchors FILE]
                                   Checks every log of presence and every stamp, and says of each finding in which
                                   séance, slot and entry it is; ends with 1 then. With --anchors the tokens are to be
                                   of services that a certificate in FILE, in PEM, vouches for.

The database is that of --config, a JSON file or a module whose default export is what the platform gives the plugin; else
--database, else DATABASE_URL: "sqlite:FILE" or "mysql://user:password@host:port/name". serve makes seances.sqlite where
none is named, and check-host needs none.
--help says this, and --version which version it is. Called wrongly, seances ends with 2.
`;

/** What few call is loaded when it is called. */
const commands: Readonly<Record<string, Command>> = {
  check: onDatabase(existing(check)),
  'check-host': async (invocation) => (await import('./check-host.js')).checkHost(invocation),
  doctor: onDatabase(doctor),
  migrate: onDatabase(migrate),
  outbox: onDatabase(existing(outbox)),
  'personal-data': onDatabase(existing(personalData)),
  'recompute-instants': onDatabase(existing(recomputeInstants)),
  'verify-attendance': onDatabase(existing(verifyAttendance)),
  lti: async (invocation) => (await import('./lti.js')).lti(invocation),
  serve: async (invocation) => (await import('./serve.js')).serve(invocation),
};

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`seances: ${(error as Error).message}\n`);
  return error instanceof WrongCall ? 2 : 1;
});

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2), commands, process.env);
  if (typeof asked === 'object') return asked.command(asked);
  process.stdout.write(asked === 'help' ? usage : `${readManifest().version}\n`);
  return 0;
}

/** `command` on the database that the command line names. */
function onDatabase(command: DatabaseCommand): Command {
  return async ({ options, named }) => {
    if (!named)
      throw new WrongCall('Name the database, by --config FILE, --database ADDRESS or DATABASE_URL.');
    const database = await opened(named);
    try {
      const unitOfWork = new KnexUnitOfWork(database, options['tell-host']);
      return await command({ database, unitOfWork, options });
    } finally {
      await database.knex.destroy();
    }
  };
}

/** @throws WrongCall when an address is none. */
async function opened(named: NamedDatabase): Promise<OpenDatabase> {
  if ('config' in named) return openDatabase(await configuredDatabase(named.config));
  try {
    return openDatabase(named.address);
  } catch (cause) {
    throw new WrongCall((cause as Error).message, { cause });
  }
}

/** `command` on a database that is there: SQLite would make an empty one of an address that is mistyped. */
function existing(command: DatabaseCommand): DatabaseCommand {
  return async (work) => {
    const file = missingFile(work.database.knex);
    if (file !== undefined) throw new Error(`There is no file ${file}.`);
    return command(work);
  };
}
