import type { Knex } from 'knex';
import { faultOf, withoutStatement } from './faults.js';

/** What Knex keeps of the configuration of a connection, as far as it says where the database is. */
interface Whereabouts {
  readonly filename?: string;
  readonly socketPath?: string;
  readonly host?: string;
  readonly port?: number | string;
}

/** Why a database cannot be used, in a sentence for operators: which one, and what its driver says. Never its password. */
export function whyUnusable(knex: Knex, error: unknown): string {
  const { connectionSettings = {} } = knex.client as { connectionSettings?: Whereabouts };
  const isSilent = connectionSettings.filename === undefined && faultOf(error) === 'unreachable';
  const reason = reasonOf(error as Error);
  return `The database${placeOf(connectionSettings)} ${isSilent ? 'does not answer' : 'cannot be used'}: ${reason}`;
}

function placeOf({ filename, socketPath, host, port = 3306 }: Whereabouts): string {
  if (filename !== undefined) return ` ${filename}`;
  if (socketPath !== undefined) return ` at ${socketPath}`;
  return host === undefined ? '' : ` at ${host}:${port}`;
}

/** The pool knows no reason, and guesses at a wrong one. */
function reasonOf(error: Error): string {
  return error.name === 'KnexTimeoutError'
    ? 'no connection in time, since it is out of reach or all connections of the pool are in use'
    : withoutStatement(error);
}
