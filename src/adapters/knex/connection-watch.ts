import type { Knex } from 'knex';
import { faultOf, isTurnedAway } from './faults.js';
import { leavesPool } from './statement-gate.js';

/** What Knex's pool tells; one that the driver made itself tells nothing, and drops what is dead by itself. */
interface TellingPool {
  on?(event: 'acquireSuccess' | 'destroySuccess', heard: (id: number, connection: Connection) => void): void;
}

interface Connection {
  readonly __knexUid: string;
}

const watched = new WeakSet<Knex>();

/**
 * Takes connections out of the pool that lead to a server which takes nothing more: after a failover they are open, and
 * read-only for ever. Those that were opened before one of them lead to the same server, and go with it; newer ones may
 * lead to another, and stay.
 */
export function watchConnections(knex: Knex): void {
  const { pool } = knex.client as { pool?: TellingPool };
  if (!pool?.on || watched.has(knex)) return;
  watched.add(knex);
  /** In the order in which they were first used. */
  const open = new Map<string, Connection>();
  pool.on('acquireSuccess', (_, connection) => void open.set(connection.__knexUid, connection));
  pool.on('destroySuccess', (_, connection) => void open.delete(connection.__knexUid));
  knex.on('query-error', (error: unknown, { __knexUid: failed }: Connection) => {
    if (faultOf(error) !== 'unreachable' || !open.has(failed)) return;
    for (const [uid, connection] of open) {
      if (uid === failed || isTurnedAway(error)) leavesPool(connection, error);
      if (uid === failed) return;
    }
  });
}
