import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { MariaDbServer } from '../support/mariadb-server.js';
import type { Figure, Ratio } from './bench.js';
import { checkIn } from './check-in.js';
import { clusterRush } from './cluster-rush.js';
import { bulk, rush, spread } from './enrolment.js';
import { emptyDatabase } from './empty-database.js';
import { feed } from './feeds.js';
import { filledDatabase } from './filled-database.js';
import { launch } from './launch.js';
import { learnerList, list, listDeep, search } from './lists.js';
import { notify } from './notices.js';
import { repetition } from './repetition.js';
import { roster } from './roster.js';
import { screens } from './screens.js';
import { type ServerProcess, withServer } from './server-process.js';
import { flat, start } from './size.js';
import { throughput } from './throughput.js';

/** How many sessions of 5,000 séances the filled databases have: 1,000,000 séances, and 10,000. */
const [many, few] = [200, 2] as const;

type OnServer = (server: ServerProcess, address: string) => Promise<readonly Figure[]>;

/** On an empty database. */
const onEmpty: Readonly<Record<string, OnServer>> = {
  repetition,
  rush,
  spread,
  bulk,
  'check-in': checkIn,
  notify,
  roster,
  launch,
};

/** On 1,000,000 séances and 10,000,000 enrolments; with the address of the server, for what needs a database more. */
const onFilled: Readonly<Record<string, OnServer>> = {
  // First: nothing was asked of the process before.
  start,
  list,
  'list-deep': listDeep,
  search,
  'learner-list': learnerList,
  throughput,
  feed,
  flat: async (large, address) =>
    withServer(await filledDatabase(address, few), (small) => flat(large, small)),
};

/** With servers of their own. */
const onTheirOwn: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  screens,
  'cluster-rush': clusterRush,
};

/** The figures that a measurement gives beside its own name's. */
const givenBy: Readonly<Record<string, string>> = {
  automatic: 'repetition',
  'first-load': 'screens',
  calendar: 'screens',
  'feed-304': 'feed',
  'launch-sqlite': 'launch',
};

/*
 * Measures the plugin against bare statements in the same run, on MariaDB with default durability: that of
 * BENCH_DATABASE_URL, or one that is started for the run on data that are kept.
 */
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const all = { ...onEmpty, ...onFilled, ...onTheirOwn };
const wanted = values.only?.split(',') ?? Object.keys(all);
const chosen = new Set(wanted.map((name) => givenBy[name] ?? name));
const unknown = [...chosen].filter((name) => !(name in all));
if (unknown.length > 0) throw new Error(`No bench is called ${unknown.join(', ')}.`);

const given = process.env['BENCH_DATABASE_URL'];
const started = given === undefined ? await MariaDbServer.startOn(keptData()) : undefined;
const address = given ?? started?.address ?? '';
const figures: Figure[] = [];
try {
  await printMachine(address);
  await measure(onEmpty, () => emptyDatabase(address));
  await measure(onFilled, () => filledDatabase(address, many));
  for (const [name, measurement] of chosenOf(onTheirOwn)) await attempt([name], () => told(measurement()));
} finally {
  await started?.stop();
}
if (values.json !== undefined) {
  const ratios = Object.fromEntries(
    figures.flatMap((figure) => ('ratio' in figure ? [[figure.name, Number(figure.ratio.toFixed(3))]] : [])),
  );
  writeFileSync(values.json, `${JSON.stringify({ ratios }, null, 2)}\n`);
}

/** Makes those of the measurements that were chosen, in a process on one database. */
async function measure(
  measurements: Readonly<Record<string, OnServer>>,
  database: () => Promise<string>,
): Promise<void> {
  const some = chosenOf(measurements);
  if (some.length === 0) return;
  const names = some.map(([name]) => name);
  await attempt(names, async () =>
    withServer(await database(), async (server) => {
      for (const [name, measurement] of some) await attempt([name], () => told(measurement(server, address)));
    }),
  );
}

function chosenOf<Measured>(measurements: Readonly<Record<string, Measured>>) {
  return Object.entries(measurements).filter(([name]) => chosen.has(name));
}

/** What lacks something, or fails, says so and leaves the others their turn; the run counts as failed. */
async function attempt(names: readonly string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    const [why = ''] = String(error).split('\n');
    for (const name of names) console.log(`${name.padEnd(14)} NOT MEASURED   ${why}`);
  }
}

async function told(measurement: Promise<readonly Figure[]>): Promise<void> {
  const made = await measurement;
  print(made);
  figures.push(...made);
}

/** Where the filled databases of the benches are kept, beside everything else that no commit has. */
function keptData(): string {
  const folder = fileURLToPath(new URL('../../tmp/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  return join(folder, 'bench-database');
}

async function printMachine(server: string): Promise<void> {
  const connection = await createConnection(server);
  const [[row]] = await connection.query<RowDataPacket[]>(
    'select version() as version, @@innodb_flush_log_at_trx_commit as flush, @@innodb_buffer_pool_size as buffer',
  );
  await connection.end();
  const { version, flush, buffer } = row as { version: string; flush: number; buffer: number };
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${memory}, Node ${process.version}`,
  );
  console.log(`${version}, innodb_flush_log_at_trx_commit ${flush}, buffer pool ${buffer / 2 ** 20} MiB\n`);
}

function print(rows: readonly Figure[]): void {
  for (const figure of rows) {
    const compared = 'ratio' in figure ? `${figure.ratio.toFixed(2).padStart(6)}   ${verdictOn(figure)}` : '';
    console.log(`${figure.name.padEnd(14)} ${compared.padEnd(29)}   ${figure.detail}`);
  }
}

function verdictOn({ ratio, goal }: Ratio): string {
  return goal === null ? 'no goal' : `goal ${goal.text} ${goal.isMet(ratio) ? 'met' : 'MISSED'}`;
}
