import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { createConnection, createPool, type RowDataPacket } from 'mysql2/promise';
import { MariaDbServer } from '../support/mariadb-server.js';
import type { Bench, Figure, Measurement } from './bench.js';
import { bulk, rush, spread } from './enrolment.js';
import { repetition } from './repetition.js';
import { screens } from './screens.js';

/**
 * Measures the plugin against bare statements in the same run, on MariaDB with default durability: that of
 * BENCH_DATABASE_URL, or one that is started for the run.
 */
const measurements: Readonly<Record<string, Measurement>> = { repetition, rush, spread, bulk, screens };

/** The figures that a measurement gives beside its own name's. */
const givenBy: Readonly<Record<string, string>> = {
  automatic: 'repetition',
  'first-load': 'screens',
  calendar: 'screens',
};

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(measurements);
const chosen = new Set(wanted.map((name) => givenBy[name] ?? name));
const unknown = [...chosen].filter((name) => !(name in measurements));
if (unknown.length > 0) throw new Error(`No bench is called ${unknown.join(', ')}.`);

const given = process.env['BENCH_DATABASE_URL'];
const started = given === undefined ? await MariaDbServer.start() : undefined;
const figures: Figure[] = [];
try {
  const address = await emptyDatabase(given ?? started?.address ?? '');
  await withServer(address, async (bench) => {
    await printMachine(bench);
    for (const name of chosen) figures.push(...((await measurements[name]?.(bench)) ?? []));
  });
} finally {
  await started?.stop();
}
print(figures);
if (values.json !== undefined) {
  const ratios = Object.fromEntries(figures.map(({ name, ratio }) => [name, Number(ratio.toFixed(3))]));
  writeFileSync(values.json, `${JSON.stringify({ ratios }, null, 2)}\n`);
}

async function emptyDatabase(server: string): Promise<string> {
  const address = new URL(server);
  address.pathname = '/';
  const connection = await createConnection(address.href);
  await connection.query('drop database if exists seances_bench');
  await connection.query('create database seances_bench character set utf8mb4');
  await connection.end();
  address.pathname = '/seances_bench';
  return address.href;
}

async function withServer(address: string, measure: (bench: Bench) => Promise<void>): Promise<void> {
  const child = fork(new URL('server.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: address },
  });
  const bare = createPool({ uri: address, connectionLimit: 8 });
  try {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    await measure({ url: `http://127.0.0.1:${port}/plugins/seances`, bare });
  } finally {
    await bare.end();
    child.disconnect();
  }
}

async function printMachine({ bare }: Bench): Promise<void> {
  const [[row]] = await bare.query<RowDataPacket[]>(
    'select version() as version, @@innodb_flush_log_at_trx_commit as flush, @@innodb_buffer_pool_size as buffer',
  );
  const { version, flush, buffer } = row as { version: string; flush: number; buffer: number };
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  console.log(
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${memory}, Node ${process.version}`,
  );
  console.log(`${version}, innodb_flush_log_at_trx_commit ${flush}, buffer pool ${buffer / 2 ** 20} MiB\n`);
}

function print(rows: readonly Figure[]): void {
  for (const { name, ratio, goal, detail } of rows) {
    console.log(`${name.padEnd(14)} ${ratio.toFixed(2).padStart(6)}   goal ${goal.padEnd(6)}   ${detail}`);
  }
}
