import { createRequire } from 'node:module';
import type { Knex } from 'knex';
import { addressParameters, refuseUnknown } from './address-parameters.js';
import { watchConnections } from './connection-watch.js';
import { LibsqlClient } from './libsql-client.js';

/** Every difference between the engines stands in this file: SQLite, and MySQL or MariaDB. */
export type Engine = 'sqlite' | 'mysql';

const { knex: createKnex } = createRequire(import.meta.url)('knex') as {
  knex: (config: Knex.Config) => Knex;
};

/** What a host may give as its database: an address, a Knex configuration or a Knex instance. */
export type Database = string | Knex | Knex.Config;

/** An open database, and whether closing it is ours to do. */
export interface OpenDatabase {
  readonly knex: Knex;
  readonly owned: boolean;
  /** Whether each connection was told how to isolate its transactions: those of an address are. */
  readonly prepared: boolean;
}

/**
 * Nothing is connected yet.
 *
 * @param lockWaitSeconds how long a statement waits for a lock, on the connections of an address.
 * @throws Error when the database is of another kind, or its address is not understood.
 */
export function openDatabase(database: Database, lockWaitSeconds = 5): OpenDatabase {
  const owned = typeof database !== 'function';
  const prepared = typeof database === 'string';
  const knex = owned ? opened(prepared ? configOf(database, lockWaitSeconds) : database) : database;
  refuseOtherKinds(knex);
  watchConnections(knex);
  return { knex, owned, prepared };
}

function opened(config: Knex.Config): Knex {
  // Without a connection Knex asks for no driver: another kind of database is named before its driver is missed.
  const { client, dialect } = config;
  const named = { ...(client !== undefined && { client }), ...(dialect && { dialect }) };
  const kind = createKnex({ ...named, useNullAsDefault: true });
  refuseOtherKinds(kind);
  return createKnex(engineOf(kind) === 'mysql' ? withCharset(config) : config);
}

/** Some drivers would take no sign beyond the 65,536 first, unless they are told to. */
function withCharset(config: Knex.Config): Knex.Config {
  const { connection } = config;
  if (!connection || typeof connection !== 'object') return config;
  return { ...config, connection: { charset: 'utf8mb4', ...connection } as Knex.StaticConnectionConfig };
}

/** @throws Error that names the kind. */
function refuseOtherKinds(knex: Knex): void {
  const { dialect = 'none' } = knex.client as { dialect?: string };
  if (!['mysql', 'sqlite3'].includes(dialect))
    throw new Error(
      `The database is SQLite, MySQL or MariaDB, and this Knex is made for another: ${dialect}.`,
    );
}

/**
 * The configuration for `sqlite:FILE` or `mysql://user:password@host:port/name`, with parameters behind it.
 *
 * @throws Error that names the accepted forms.
 */
function configOf(address: string, lockWaitSeconds: number): Knex.Config {
  const [, file, query] = /^sqlite:(?:\/\/)?(.+?)(?:\?([\w-]+=.*))?$/.exec(address) ?? [];
  if (file) {
    refuseUnknown([...new URLSearchParams(query).keys()], []);
    return {
      client: LibsqlClient,
      connection: { filename: file, lockWaitSeconds } as Knex.StaticConnectionConfig,
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
      log: unheard,
    };
  }
  if (/^(mysql|mariadb):\/\//.test(address)) return mysqlConfig(new URL(address), lockWaitSeconds);
  const scheme = /^\w+:/.exec(address)?.[0];
  const given = scheme === undefined ? '' : `, and not "${scheme}"`;
  throw new Error(`The database is "sqlite:FILE" or "mysql://user:password@host:port/name"${given}.`);
}

function mysqlConfig(url: URL, lockWaitSeconds: number): Knex.Config {
  const { pool, causal, tls } = addressParameters(url);
  return {
    client: 'mysql2',
    connection: {
      host: url.hostname,
      port: Number(url.port || 3306),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
      charset: 'utf8mb4',
      timezone: 'Z',
      connectTimeout: 5_000,
      ...(tls && { ssl: tls }),
    },
    pool: { min: 0, max: pool, afterCreate: preparation(lockWaitSeconds, causal) },
    acquireConnectionTimeout: 5_000,
    log: unheard,
  };
}

/** What fails is told to who asked for it, and logged where they log. Knex would write it to the console as well. */
const unheard = { warn: () => undefined, error: () => undefined };

/** Waiting for a lock is bounded, and a transaction sees what others have committed before it took its locks. */
function preparation(lockWaitSeconds: number, isCausal: boolean) {
  // The one is about rows, the other about tables that a migration or a backup holds: a day, if nobody says otherwise.
  const waits = `innodb_lock_wait_timeout = ${lockWaitSeconds}, lock_wait_timeout = ${lockWaitSeconds}`;
  const variables = isCausal ? `${waits}, wsrep_sync_wait = 1` : waits;
  return (
    connection: { query(sql: string, done: (error: Error | null) => void): void },
    done: (error: Error | null, connection: unknown) => void,
  ): void =>
    connection.query(`set session ${variables}`, (error) => {
      if (error) return done(error, connection);
      connection.query(`set session transaction isolation level ${isolationLevel}`, (failed) =>
        done(failed, connection),
      );
    });
}

const isolationLevel = 'read committed';

/** What a transaction asks of a database that the host opened or described, whose connections we do not prepare. */
export function transactionConfig({ knex, prepared }: OpenDatabase): Knex.TransactionConfig {
  return prepared || engineOf(knex) === 'sqlite' ? {} : { isolationLevel };
}

/** Whether a wait for a lock that took too long ends the transaction of the statement, and not that statement alone. */
export async function isGoneAfterWait(knex: Knex): Promise<boolean> {
  if (engineOf(knex) === 'sqlite') return false;
  const [row] = await rawRows<[{ isGone: number }]>(knex, 'select @@innodb_rollback_on_timeout as isGone');
  return row.isGone === 1;
}

export function engineOf(knex: Knex): Engine {
  return (knex.client as { dialect: string }).dialect === 'mysql' ? 'mysql' : 'sqlite';
}

/** The rows that a raw statement finds. What they are, the driver alone knows; MySQL's answers their columns as well. */
export async function rawRows<Rows extends readonly object[]>(
  knex: Knex,
  sql: string,
  bindings: readonly string[] = [],
): Promise<Rows> {
  const answer: unknown = await knex.raw(sql, bindings);
  return (engineOf(knex) === 'sqlite' ? answer : (answer as readonly unknown[])[0]) as Rows;
}

/** A condition that is true when `column` holds `term`, byte by byte. `instr` needs no escaping and is in all engines. */
export function contains(column: string): string {
  return `instr(${column}, ?) > 0`;
}

/**
 * `table` under the name `alias`, for reads that must not go through the whole table. MySQL does that as soon as it
 * expects a tenth of the rows, which one large session can be: it is left the choice among `indexes`, and no other.
 */
export function neverScanned(knex: Knex, table: string, alias: string, indexes: readonly string[]): Knex.Raw {
  if (engineOf(knex) === 'sqlite') return knex.raw('?? as ??', [table, alias]);
  const named = indexes.map(() => '??').join(', ');
  return knex.raw(`?? as ?? force index (${named})`, [table, alias, ...indexes]);
}

/**
 * `table`, read by one index. For the few rows of a large table that are to be had in the order of its key, where both
 * engines would rather walk through the key from one end until they have found enough.
 */
export function readBy(knex: Knex, table: string, index: string): Knex.Raw {
  return knex.raw(engineOf(knex) === 'sqlite' ? '?? indexed by ??' : '?? force index (??)', [table, index]);
}

/**
 * One statement that inserts `rows`, which all have the same columns, or sets the columns that are `replaced` of those
 * whose key is there. The driver gets the rows as they are: Knex would name each value of each row to itself first, and
 * take 12.2 ms to prepare 1,000 séances rather than 9.6.
 */
export function multiRowInsert(
  knex: Knex,
  table: string,
  rows: readonly object[],
  replaced: readonly string[] = [],
  key: readonly string[] = ['id'],
): Knex.QueryBuilder | Knex.Raw {
  if (engineOf(knex) === 'sqlite') {
    const insert = knex(table).insert(rows);
    return replaced.length === 0 ? insert : insert.onConflict([...key]).merge([...replaced]);
  }
  const columns = Object.keys(rows[0] ?? {});
  // The driver takes a list of lists, of which the types of Knex know nothing.
  const values = rows.map((row) => Object.values(row) as Knex.RawBinding[]) as unknown as Knex.RawBinding;
  const insert = knex.raw(`insert into ?? (${columns.map(() => '??').join(', ')}) values ?`, [
    table,
    ...columns,
    values,
  ]);
  if (replaced.length === 0) return insert;
  const merged = replaced.map(() => '?? = values(??)').join(', ');
  return knex.raw(`? on duplicate key update ${merged}`, [
    insert,
    ...replaced.flatMap((name) => [name, name]),
  ]);
}
