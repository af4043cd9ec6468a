import { createRequire } from 'node:module';
import type { Knex } from 'knex';
import { faultOf } from './faults.js';

/**
 * Knex's better-sqlite3 client over `libsql`, whose binary ships inside its npm package: nothing is compiled or
 * downloaded at install. Transactions take SQLite's write lock when they begin, so that two that both read and then
 * write wait for each other instead of failing. The driver itself waits without letting anything else in the process
 * run, also not the transaction that it waits for: who begins one waits here instead.
 */
const require = createRequire(import.meta.url);

interface RawConnection {
  pragma(source: string): unknown;
  exec(source: string): unknown;
}

type ClientConstructor = new (...args: never[]) => {
  driver: unknown;
  initializeDriver(): void;
  acquireRawConnection(): Promise<RawConnection>;
  transaction(...args: unknown[]): { begin(connection: unknown): Promise<void> };
};

/** An optional dependency: platforms on MySQL need none of it, and there is a binary for most machines, not for all. */
const withoutLibsql =
  'An embedded database needs the package "libsql", which cannot be loaded here: run "npm install libsql", ' +
  'or use a MySQL or MariaDB server.';

/** For a configuration that does not say. */
const defaultLockWait = 5;
/** The lock is asked for again after at most so many milliseconds, by chance, so that nobody is always too late. */
const longestPause = 10;

const BetterSqliteClient = require('knex/lib/dialects/better-sqlite3') as ClientConstructor;

export const LibsqlClient = class LibsqlClient extends BetterSqliteClient {
  /** Knex would say that better-sqlite3 is missing. */
  override initializeDriver(): void {
    try {
      this.driver = require('libsql');
    } catch (cause) {
      throw new Error(withoutLibsql, { cause });
    }
  }

  declare readonly connectionSettings: { readonly lockWaitSeconds?: number };

  override async acquireRawConnection(): Promise<RawConnection> {
    const connection = await super.acquireRawConnection();
    letDriverWait(connection, this.lockWait());
    connection.exec('PRAGMA journal_mode = WAL');
    connection.exec('PRAGMA synchronous = FULL');
    return connection;
  }

  override transaction(...args: unknown[]): ReturnType<InstanceType<ClientConstructor>['transaction']> {
    const transaction = super.transaction(...args);
    transaction.begin = (connection) => begin(connection as RawConnection, this.lockWait());
    return transaction;
  }

  /** In milliseconds. */
  private lockWait(): number {
    return 1_000 * (this.connectionSettings.lockWaitSeconds ?? defaultLockWait);
  }
} as unknown as typeof Knex.Client;

/** @throws SqliteError when the lock was not to be had for `lockWait` milliseconds. */
async function begin(connection: RawConnection, lockWait: number): Promise<void> {
  const end = performance.now() + lockWait;
  letDriverWait(connection, 0);
  try {
    while (!hasBegun(connection, performance.now() > end))
      await new Promise((resolve) => setTimeout(resolve, longestPause * Math.random()));
  } finally {
    letDriverWait(connection, lockWait);
  }
}

function hasBegun(connection: RawConnection, isLast: boolean): boolean {
  try {
    // Not as a prepared statement: when the file is locked, libsql leaves that one open, and the connection can then
    // neither commit a transaction nor begin another until the process ends.
    connection.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isLast || faultOf(error) !== 'waited') throw error;
    return false;
  }
}

function letDriverWait(connection: RawConnection, milliseconds: number): void {
  connection.exec(`PRAGMA busy_timeout = ${milliseconds}`);
}
