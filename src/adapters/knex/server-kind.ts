import type { Knex } from 'knex';
import { engineOf, rawRows } from './dialect.js';

/** What a server says of itself, as far as it matters for what is promised on it. */
export interface ServerFacts {
  /** As `version()` gives it, such as `10.11.6-MariaDB-1`. */
  readonly version: string;
  /** Variables and states by their names in lower case: only those that the server has. */
  readonly values: Readonly<Record<string, string>>;
}

/** Which product answers, and what the plugin promises on it (ADR 0015). */
export interface ServerKind {
  /** Such as `MariaDB 10.11.6`. */
  readonly name: string;
  readonly promise: 'supported' | 'several-writers' | 'one-writer' | 'not-proven' | 'not-supported';
  /** How many nodes of a cluster are up; absent for a server that is alone. */
  readonly nodes?: number;
  /** Why this node takes no part in its cluster now; absent when it does. */
  readonly outOfCluster?: string;
}

const variables = ['wsrep_on', 'aurora_version', 'group_replication_group_name'];
const singlePrimary = 'group_replication_single_primary_mode';
const states = ['wsrep_cluster_size', 'wsrep_cluster_status', 'wsrep_local_state_comment'];
const oldest = { MariaDB: 10.11, MySQL: 8, TiDB: 7.5 } as const;

export async function serverKindOf(knex: Knex): Promise<ServerKind> {
  if (engineOf(knex) === 'sqlite') {
    const [row] = await rawRows<[{ version: string }]>(knex, 'select sqlite_version() as version');
    return { name: `SQLite ${row.version}`, promise: 'supported' };
  }
  return kindOf(await factsOf(knex));
}

/** @param facts of a server that speaks MySQL's protocol. */
export function kindOf({ version, values }: ServerFacts): ServerKind {
  const [number = ''] = version.split('-');
  const tiDb = /tidb-v([\d.]+)/i.exec(version)?.[1];
  if (tiDb !== undefined) return atLeast('TiDB', tiDb, 'not-proven');
  if (/vitess/i.test(version)) return { name: `Vitess ${number}`, promise: 'not-proven' };
  const kind = atLeast(/mariadb/i.test(version) ? 'MariaDB' : 'MySQL', number, 'supported');
  if (kind.promise !== 'supported') return kind;
  if (values['wsrep_on'] === 'ON') return galera(kind.name, values);
  if (values['group_replication_group_name'])
    return values[singlePrimary] === 'ON'
      ? { name: `${kind.name}, InnoDB Cluster`, promise: 'one-writer' }
      : { name: `${kind.name}, Group Replication`, promise: 'several-writers' };
  if (values['aurora_version'] !== undefined)
    return { name: `Aurora ${values['aurora_version']}`, promise: 'one-writer' };
  return kind;
}

function galera(name: string, values: ServerFacts['values']): ServerKind {
  const { wsrep_cluster_status: status, wsrep_local_state_comment: state } = values;
  const isOut = status !== 'Primary' || state !== 'Synced';
  return {
    name: `${name}, Galera`,
    promise: 'several-writers',
    nodes: Number(values['wsrep_cluster_size'] ?? 1),
    ...(isOut && { outOfCluster: `${status ?? 'unknown'}, ${state ?? 'unknown'}` }),
  };
}

function atLeast(
  product: keyof typeof oldest,
  number: string,
  promise: ServerKind['promise'],
): Pick<ServerKind, 'name' | 'promise'> {
  const [major = '0', minor = '0'] = number.split('.');
  const [oldestMajor = '0', oldestMinor = '0'] = String(oldest[product]).split('.');
  const isOlder =
    Number(major) < Number(oldestMajor) || (major === oldestMajor && Number(minor) < Number(oldestMinor));
  return { name: `${product} ${number}`, promise: isOlder ? 'not-supported' : promise };
}

async function factsOf(knex: Knex): Promise<ServerFacts> {
  const [{ version }] = await rawRows<[{ version: string }]>(knex, 'select version() as version');
  const shown = async (what: string, names: readonly string[]) => {
    const listed = names.map(() => '?').join(', ');
    const rows = await rawRows<{ Variable_name: string; Value: string }[]>(
      knex,
      `show ${what} where variable_name in (${listed})`,
      names,
    );
    return rows.map((row) => [row.Variable_name.toLowerCase(), row.Value] as const);
  };
  const found = [
    ...(await shown('global variables', [...variables, singlePrimary])),
    ...(await shown('global status', states)),
  ];
  return { version, values: Object.fromEntries(found) };
}
