import { createRequire } from 'node:module';
import type { Knex } from 'knex';

/**
 * Knex's better-sqlite3 client over `libsql`, whose binary ships inside its npm package: nothing is compiled or
 * downloaded at install. Transactions take SQLite's write lock when they begin, so that two that both read and then
 * write wait for each other instead of failing.
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
    const { lockWaitSeconds = defaultLockWait } = this.connectionSettings;
    connection.exec(`PRAGMA busy_timeout = ${lockWaitSeconds * 1_000}`);
    connection.exec('PRAGMA journal_mode = WAL');
    connection.exec('PRAGMA synchronous = FULL');
    return connection;
  }

  override transaction(...args: unknown[]): ReturnType<InstanceType<ClientConstructor>['transaction']> {
    const transaction = super.transaction(...args);
    // Not as a prepared statement: when the file is locked, libsql leaves that one open, and the connection can then
    // neither commit a transaction nor begin another until the process ends.
    transaction.begin = async (connection) => {
      (connection as RawConnection).exec('BEGIN IMMEDIATE');
      return Promise.resolve();
    };
    return transaction;
  }
} as unknown as typeof Knex.Client;
