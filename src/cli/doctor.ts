import { readManifest, settingsCheck } from '../adapters/host/manifest.js';
import {
  clockLead,
  isStrict,
  missingFile,
  storedSettings,
  tableFaults,
  writeObstacle,
  zonesInUse,
} from '../adapters/knex/diagnosis.js';
import type { OpenDatabase } from '../adapters/knex/dialect.js';
import { type ServerKind, serverKindOf } from '../adapters/knex/server-kind.js';
import { KnexUnitOfWork } from '../adapters/knex/knex-unit-of-work.js';
import { schemaState } from '../adapters/knex/migrate.js';
import { goneAfter, isRunning } from '../application/housekeeping/announce-version.js';
import { RecomputeInstants } from '../application/seance/recompute-instants.js';
import { type Instant, instantFromEpoch } from '../domain/time/schedule.js';
import { parseTimeZone } from '../domain/time/time-zone.js';
import { type DatabaseCommand, say } from './command.js';
import { mailsFound, noticesFound } from './notices-found.js';
import { stampsFound } from './stamps-found.js';
import { webhooksFound } from './webhooks-found.js';

/** What was looked at. A problem says what to do about it. */
export interface Finding {
  readonly says: string;
  /** Absent when all is well. */
  readonly advice?: string;
}

/** What the process brings along. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of the plugin here. */
  readonly version: string;
  /** Release of the time zone data, such as `2026a`; undefined when the runtime does not say. */
  readonly zoneData: string | undefined;
}

/** Clocks of machines that ask a time server differ by far less. In seconds. */
const toleratedLead = 5;
/** Rules of zones change several times a year. In calendar years. */
const toleratedAge = 1;
/** An event that waits for longer is delivered by nobody. In milliseconds. */
const toleratedWait = 60 * 60 * 1_000;

/** Says what {@link diagnose} found, and ends with 1 when something is wrong. */
export const doctor: DatabaseCommand = async ({ database }) => {
  const findings = await diagnose(database, {
    now: Date.now,
    version: readManifest().version,
    zoneData: process.versions['tz'],
  });
  for (const { says, advice } of findings)
    say(advice === undefined ? `ok       ${says}` : `PROBLEM  ${says}\n         ${advice}`);
  const problems = findings.filter(({ advice }) => advice !== undefined).length;
  say(problems === 0 ? 'Nothing is wrong.' : `Problems: ${problems}.`);
  return problems === 0 ? 0 : 1;
};

/** Looks at everything that has to be right outside the code, one after the other. Writes nothing. */
export async function diagnose(
  database: OpenDatabase,
  surroundings: Surroundings,
): Promise<readonly Finding[]> {
  const connection = await connectionOf(database);
  const zones = zoneDataOf(surroundings);
  if (connection.advice !== undefined) return [connection, zones];
  const server = await promiseOf(database);
  const schema = await schemaOf(database);
  const clock = await clockOf(database, surroundings);
  // What follows reads the tables.
  if (schema.advice !== undefined) return [connection, server, schema, clock, zones];
  return [
    connection,
    server,
    schema,
    await tablesOf(database),
    clock,
    zones,
    await instantsOf(database, surroundings),
    ...(await settingsOf(database)),
    await outboxOf(database, surroundings),
    ...(await noticesOf(database, surroundings)),
    webhooksFound(await backlogOfWebhooks(database), surroundings.now()),
    stampsFound(await backlogOfStamps(database), surroundings.now()),
    ...(await versionsOf(database, surroundings)),
  ];
}

const mendLogin =
  'Mend user and password of the address; special characters are percent-encoded. For a user who has to come by TLS, add ?ssl=true.';

const connectionAdvice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Start the server, or mend host and port of the address.',
  ENOTFOUND: 'Mend the host of the address, or the name service.',
  ETIMEDOUT: 'See whether a firewall is between this machine and the server, and whether the server is up.',
  ER_ACCESS_DENIED_ERROR: mendLogin,
  // MariaDB picks one of its ways to sign in for a user whom it does not know, and some of them ask for no password.
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: mendLogin,
  ER_DBACCESS_DENIED_ERROR: 'Give the user all rights on that database.',
  ER_BAD_DB_ERROR: 'Create the database, with the character set utf8mb4, or mend the name in the address.',
  ER_SECURE_TRANSPORT_REQUIRED: 'Add ?ssl=true to the address: the server takes nobody without TLS.',
  HANDSHAKE_NO_SSL_SUPPORT: 'Set up TLS on the server, or take ?ssl and ?ssl-ca out of the address.',
  HANDSHAKE_SSL_ERROR:
    "TLS failed. Name the authority of the server's certificate with ?ssl-ca=FILE, name the server as its certificate does, and see whether that has expired.",
  ER_CON_COUNT_ERROR: 'Raise max_connections of the server, or lower ?pool= of the addresses.',
};

async function connectionOf({ knex }: OpenDatabase): Promise<Finding> {
  const file = missingFile(knex);
  if (file !== undefined)
    return {
      says: `There is no file ${file}.`,
      advice: 'Mend the address, or start the plugin, which makes the file in a folder that is there.',
    };
  try {
    return { says: `The database answers: ${(await serverKindOf(knex)).name}.` };
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    return {
      says: `The database cannot be reached: ${message || code}.`,
      advice: connectionAdvice[code] ?? 'Mend the address, or what it names.',
    };
  }
}

const promises: Readonly<Record<ServerKind['promise'], string>> = {
  supported: 'Supported: everything that the plugin promises holds on this engine.',
  'one-writer': 'Supported with one writer, also across a failover.',
  'several-writers':
    'Supported with several writers; a read may be behind what another node has just written, unless the address of a Galera node says causal=1.',
  'not-proven': 'Designed for, and not proven on this engine.',
  'not-supported': 'Not supported: promises may not hold on this version.',
};

/** What is promised on the engine that answers. */
async function promiseOf({ knex }: OpenDatabase): Promise<Finding> {
  const { promise, nodes, outOfCluster } = await serverKindOf(knex);
  const says = `${promises[promise]}${nodes === undefined ? '' : ` Nodes in the cluster: ${nodes}.`}`;
  if (outOfCluster !== undefined)
    return {
      says: `The node is not in its cluster now: ${outOfCluster}.`,
      advice: 'See what keeps it out, in the log of its server; until then it refuses everything.',
    };
  if (promise === 'not-supported')
    return { says, advice: 'Update the server: MariaDB 10.11, MySQL 8.0, TiDB 7.5, or a later one.' };
  return { says };
}

async function schemaOf({ knex }: OpenDatabase): Promise<Finding> {
  const { pending, unknown } = await schemaState(knex);
  if (pending.length > 0)
    return {
      says: `${pending.length} migrations have not run: ${pending.join(', ')}.`,
      advice:
        'Start the plugin, which runs them, or run `npx seances migrate`, with a user who may create and alter tables. Back up first.',
    };
  if (unknown.length > 0)
    return {
      says: `The schema is newer than this version: it does not know ${unknown.join(', ')}.`,
      advice: 'Update the package here to the version that the other processes run.',
    };
  return { says: 'The schema is up to date.' };
}

async function tablesOf({ knex }: OpenDatabase): Promise<Finding> {
  const obstacle = await writeObstacle(knex);
  if (obstacle !== undefined)
    return {
      says: `Nothing can be written: ${obstacle}.`,
      advice:
        'Give the user of the address the right to insert, update and delete, on a server that takes writes.',
    };
  const faults = await tableFaults(knex);
  if (faults.length > 0)
    return {
      says: `Tables are not as the migrations made them: ${faults.join('; ')}.`,
      advice: 'Alter them back: transactions need InnoDB, and ids are compared byte by byte.',
    };
  if (!(await isStrict(knex)))
    return {
      says: 'The server cuts off what is too long, since its sql_mode has no STRICT_TRANS_TABLES.',
      advice: 'Add STRICT_TRANS_TABLES to sql_mode in the configuration of the server.',
    };
  return { says: 'The tables are as they should be, and can be written to.' };
}

async function clockOf({ knex }: OpenDatabase, { now }: Surroundings): Promise<Finding> {
  const lead = await clockLead(knex, now);
  if (Math.abs(lead) <= toleratedLead) return { says: 'The clocks of this machine and the database agree.' };
  return {
    says: `The database's clock is ${Math.abs(lead)} s ${lead > 0 ? 'ahead of' : 'behind'} this machine's.`,
    advice: 'Have both ask a time server: when enrolments close and queues move depends on the clock.',
  };
}

function zoneDataOf({ now, zoneData }: Surroundings): Finding {
  if (zoneData === undefined) return { says: 'Node.js does not say how old its time zone data is.' };
  const age = new Date(now()).getUTCFullYear() - Number(zoneData.slice(0, 4));
  if (age <= toleratedAge) return { says: `The time zone data is ${zoneData}.` };
  return {
    says: `The time zone data of this Node.js is ${zoneData}, and countries have changed their clocks since.`,
    advice: 'Update Node.js, then run `npx seances recompute-instants`.',
  };
}

async function instantsOf(database: OpenDatabase, { now }: Surroundings): Promise<Finding> {
  const unknown = (await zonesInUse(database.knex)).filter((zone) => parseTimeZone(zone) === undefined);
  if (unknown.length > 0)
    return {
      says: `Séances are in zones that the time zone data here does not have: ${unknown.join(', ')}.`,
      advice: 'Update Node.js.',
    };
  const clock = { now: (): Instant => instantFromEpoch(now()) };
  const { checked, moved } = await new RecomputeInstants(new KnexUnitOfWork(database), clock).run(null);
  if (moved.length === 0)
    return { says: `The instants of ${checked} séances to come are those of this zone data.` };
  const zones = [...new Set(moved.map(({ before }) => before.timeZone))].join(', ');
  return {
    says: `${moved.length} of ${checked} séances to come were computed with other zone data (${zones}).`,
    advice:
      'Bring all processes to the same, newest Node.js, then run `npx seances recompute-instants`, first with --dry-run.',
  };
}

async function settingsOf({ knex }: OpenDatabase): Promise<readonly Finding[]> {
  const check = settingsCheck(readManifest());
  const stored = await storedSettings(knex);
  const wrong = stored.flatMap(({ platform_id: platformId, name, value }): Finding[] => {
    const issue = faultOfSetting(check, name, value);
    if (issue === undefined) return [];
    return [
      {
        says: `The setting ${name}${platformId && ` of the platform ${platformId}`} is stored as ${value.slice(0, 100)}: ${issue}.`,
        advice: `Set it again in the administration, or have its default: delete from seance_setting where platform_id = ${quoted(platformId)} and name = ${quoted(name)}`,
      },
    ];
  });
  return wrong.length > 0 ? wrong : [{ says: `The settings are valid; ${stored.length} are stored.` }];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function faultOfSetting(
  check: ReturnType<typeof settingsCheck>,
  name: string,
  value: string,
): string | undefined {
  try {
    return check({ [name]: JSON.parse(value) as unknown })[0]?.code;
  } catch {
    return 'no JSON';
  }
}

async function outboxOf(database: OpenDatabase, { now }: Surroundings): Promise<Finding> {
  const { waiting, oldest, givenUp } = await new KnexUnitOfWork(database).read(({ outbox }) =>
    outbox.backlog(),
  );
  if (givenUp > 0)
    return {
      says: `${givenUp} events were given up: the host did not take them.`,
      advice: "Mend the host's events port; the log says why. Then run `npx seances outbox --retry`.",
    };
  if (oldest !== null && now() - Date.parse(oldest) > toleratedWait)
    return {
      says: `${waiting} events wait for the host, the oldest since ${oldest}.`,
      advice: 'See whether a process of the platform runs that has called `plugin.start()`.',
    };
  return { says: `${waiting} events wait for the host.` };
}

function noticesOf(database: OpenDatabase, { now }: Surroundings): Promise<readonly Finding[]> {
  const instant = instantFromEpoch(now());
  return new KnexUnitOfWork(database).read(async ({ noticeMails, noticeSets }) => [
    noticesFound(await noticeSets.backlog(instant), now()),
    mailsFound(await noticeMails.backlog(instant), now()),
  ]);
}

function backlogOfWebhooks(database: OpenDatabase) {
  return new KnexUnitOfWork(database).read(({ webhooks }) => webhooks.backlog());
}

function backlogOfStamps(database: OpenDatabase) {
  return new KnexUnitOfWork(database).read(({ attendanceSeals }) => attendanceSeals.backlog());
}

/** A finding for each version that runs. */
async function versionsOf(
  database: OpenDatabase,
  { now, version }: Surroundings,
): Promise<readonly Finding[]> {
  const seen = await new KnexUnitOfWork(database).read(({ runningVersions }) => runningVersions.all());
  const running = seen.filter(({ seenAt }) => isRunning(seenAt, instantFromEpoch(now())));
  if (running.length === 0) return [{ says: 'No process of the platform was seen lately.' }];
  return running.map((one): Finding => {
    if (one.version === version) return { says: `Version ${version} runs, which is this one.` };
    return {
      says: `Version ${one.version} runs, last seen at ${one.seenAt}; this one is ${version}.`,
      advice: `Bring every process to one version. One that has ended is forgotten after ${goneAfter / 60} minutes.`,
    };
  });
}
