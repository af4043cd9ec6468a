import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { createConnection } from 'mysql2/promise';
import { type Engine, openDatabase, type OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { fastFolder } from './fast-folder.js';
import { MariaDbServer } from './mariadb-server.js';
import { describeWith, type Requirement } from './requirement.js';

/** The database of one suite: its own, empty, dropped when the suite ends. Usable in hooks and tests only. */
export interface TestDatabase {
  readonly engine: Engine;
  /** As `createSeancesPlugin` takes it. */
  readonly address: string;
  readonly knex: Knex;
  /** What the unit of work is made from: `knex`, as the plugin opens it. */
  readonly open: OpenDatabase;
  /** Another pool on the same database, closed with the suite. */
  openAnother(): OpenDatabase;
}

export interface DatabaseOptions {
  /** Whether the schema is there when the suite begins. Default: true. */
  readonly migrated?: boolean;
}

interface Place {
  readonly title: string;
  readonly engine: Engine;
  /** Makes an empty database. */
  create(): Promise<{ readonly address: string; drop(): Promise<void> }>;
}

/**
 * Defines a suite once per engine: on SQLite always; on the MySQL or MariaDB of `TEST_DATABASE_URL`, else on a MariaDB
 * that is started for this run. Where there is neither, that half of the suite is pending, and with `CI=true` it fails.
 */
export function onEveryDatabase(
  title: string,
  define: (database: TestDatabase) => void,
  options: DatabaseOptions = {},
): void {
  onSqlite(title, define, options);
  onMysql(title, define, options);
}

/** The engine that rules are tried on in this run: SQLite, or with `TEST_ENGINE=mysql` that of `onMysql`. */
export const engineOfRun: Engine = process.env['TEST_ENGINE'] === 'mysql' ? 'mysql' : 'sqlite';

/** Defines a suite of rules that no engine changes, on the engine of the run. */
export function onDatabase(
  title: string,
  define: (database: TestDatabase) => void,
  options: DatabaseOptions = {},
): void {
  if (engineOfRun === 'mysql') onMysql(title, define, options);
  else onSqlite(title, define, options);
}

export function onSqlite(
  title: string,
  define: (database: TestDatabase) => void,
  options: DatabaseOptions = {},
): void {
  describe(`${title}, on SQLite`, () => define(provided(sqlite, options)));
}

export function onMysql(
  title: string,
  define: (database: TestDatabase) => void,
  options: DatabaseOptions = {},
): void {
  describeWith(mysqlServer, `${title}, on MySQL`, () => define(provided(mysql, options)));
}

const mysqlServer: Requirement = {
  isThere: () => Boolean(process.env['TEST_DATABASE_URL']) || MariaDbServer.isInstalled(),
  missing:
    'There is no MySQL or MariaDB: TEST_DATABASE_URL is not set and mariadbd is not installed. Half of the suites are skipped.',
};

const sqlite: Place = {
  title: 'SQLite',
  engine: 'sqlite',
  create: () => {
    const folder = mkdtempSync(join(fastFolder, 'seances-sqlite-'));
    const drop = () => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
    return Promise.resolve({ address: `sqlite:${join(folder, 'seances.sqlite')}`, drop });
  },
};

let made = 0;

const mysql: Place = {
  title: 'MySQL',
  engine: 'mysql',
  create: async () => {
    const server = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    const name = `seances_test_${process.pid}_${(made += 1)}`;
    await administer(server, `create database ${name} character set utf8mb4`);
    const address = new URL(server);
    address.pathname = `/${name}`;
    return { address: address.href, drop: () => administer(server, `drop database ${name}`) };
  },
};

async function administer(server: URL, sql: string): Promise<void> {
  const address = new URL(server);
  address.pathname = '/';
  address.protocol = 'mysql:';
  const connection = await createConnection(address.href);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

/** The database of the suite that is being defined, made and dropped by its hooks. */
function provided(place: Place, { migrated = true }: DatabaseOptions): TestDatabase {
  let created: { readonly address: string; drop(): Promise<void> } | undefined;
  const pools: OpenDatabase[] = [];

  before(`makes a database on ${place.title}`, async () => {
    created = await place.create();
    pools.push(openDatabase(created.address));
    if (migrated) await migrateToLatest(first().knex);
  });

  after(`drops the database on ${place.title}`, async () => {
    for (const { knex } of pools.splice(0)) await knex.destroy();
    await created?.drop();
  });

  function first(): OpenDatabase {
    if (!pools[0]) throw new Error('The database of a suite is there in its hooks and tests only.');
    return pools[0];
  }

  return {
    engine: place.engine,
    get address() {
      return created?.address ?? '';
    },
    get knex() {
      return first().knex;
    },
    get open() {
      return first();
    },
    openAnother: () => {
      const another = openDatabase(created?.address ?? '');
      pools.push(another);
      return another;
    },
  };
}
