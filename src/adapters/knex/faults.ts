/**
 * What went wrong in a database, or on the way to it.
 *
 * - `lost`: another transaction came first, and the server has rolled this one back. Soon another try succeeds.
 * - `waited`: a lock was not to be had for as long as a request may wait for one.
 * - `unreachable`: nothing can be written, or asked, over this connection.
 */
export type Fault = 'duplicate' | 'lost' | 'waited' | 'unreachable' | 'other';

/** Servers number their errors; not every number has a name in every driver. What is beside them is SQLite's. */
const lost: ReadonlySet<number | string> = new Set([
  1020, // a row changed since it was read
  1213, // a deadlock; on Galera, a transaction that lost at certification
  1412, // a table was altered since the transaction began
  3100, // Group Replication, before its commit
  3101, // Group Replication, at its commit
  8002, // TiDB: a row that was locked optimistically has changed
  8022, // TiDB: the commit failed, and may be tried again
  8028, // TiDB: a table was altered since the transaction began
  9007, // TiDB: two transactions wrote the same
  'SQLITE_BUSY_SNAPSHOT',
]);

const waitedForLock: ReadonlySet<number | string> = new Set([1205, 'SQLITE_BUSY']);

/** A server that takes no writes, or nothing at all: what other connections lead to is the same. */
const turnedAway: ReadonlySet<number | string> = new Set([
  1047, // Galera: a node that is not ready
  1053, // shutting down
  1180, // the commit failed, for want of a quorum
  1290, // read-only, as after a failover
  1792, // a read-only transaction
  1836, // read-only, of Group Replication
]);

/** This connection, and nothing is known of others. */
const cutOff: ReadonlySet<number | string> = new Set([
  1040, // too many connections
  1203, // too many connections of this user
  1317, // the statement was killed
  1927, // the connection was killed
  2006, // gone
  2013, // lost in the middle
  3159, // the server wants TLS
  4031, // closed since it was not used
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'HANDSHAKE_NO_SSL_SUPPORT',
  'HANDSHAKE_SSL_ERROR',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
]);

/** Of errors that have neither: a pool that is closed, a connection that was lost, a file that cannot be opened. */
const unreachableMessage = /closed state|Unable to acquire|Connection lost|ConnectionFailed/;

/** What an error of a driver, or of the pool, means. */
export function faultOf(error: unknown): Fault {
  const { code, errno, name, message } = error as DriverError;
  const isOf = (kind: ReadonlySet<number | string>) => kind.has(errno ?? '') || kind.has(code ?? '');
  if (errno === 1062 || code?.startsWith('SQLITE_CONSTRAINT') === true) return 'duplicate';
  if (isOf(lost)) return 'lost';
  if (isOf(waitedForLock)) return 'waited';
  if (isOf(turnedAway) || isOf(cutOff)) return 'unreachable';
  if (name === 'KnexTimeoutError' || unreachableMessage.test(message ?? '')) return 'unreachable';
  return 'other';
}

/** Whether a server itself said that it takes nothing more, whoever asks. */
export function isTurnedAway(error: unknown): boolean {
  return turnedAway.has((error as DriverError).errno ?? '');
}

/**
 * What a driver says of a failure. Knex puts the statement before it, with its values: what people typed is in them. Of
 * a host with several addresses, each of which failed, the first one's failure is told: together they say nothing.
 */
export function withoutStatement(error: Error): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  const { message } = first instanceof Error ? first : error;
  return message.slice(message.lastIndexOf(' - ') + 1).replace(/^- /, '');
}

interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly name?: string;
  readonly message?: string;
}
