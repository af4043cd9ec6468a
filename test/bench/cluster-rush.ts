import { createConnection } from 'mysql2/promise';
import { GaleraCluster } from '../support/galera-cluster.js';
import { type Bench, type Figure, medians } from './bench.js';
import { enrolledPerSecond, wishes } from './enrolment.js';
import { withServer } from './server-process.js';

/**
 * The rush on one séance over three nodes of a Galera cluster, each with a process of its own and its share of the
 * clients, against the same over one node of them.
 */
export async function clusterRush(): Promise<readonly Figure[]> {
  if (!GaleraCluster.isInstalled())
    throw new Error('Galera is not installed: mariadb-server, galera-4 and rsync.');
  const cluster = await GaleraCluster.start();
  try {
    const [address = ''] = cluster.addresses;
    const connection = await createConnection(address);
    await connection.query('create database seances_bench character set utf8mb4');
    await connection.end();
    return await withServers(
      cluster.addresses.map((node) => `${node}/seances_bench`),
      compared,
    );
  } finally {
    await cluster.stop();
  }
}

async function compared(servers: readonly Bench[]): Promise<readonly Figure[]> {
  const [first] = servers as [Bench, ...Bench[]];
  const rush = async (over: readonly Bench[]) => enrolledPerSecond(over, await wishes(first, 1));
  const [together, alone] = await medians(
    3,
    () => rush(servers),
    () => rush([first]),
    1,
  );
  const counted = `over ${servers.length} nodes ${together.toFixed(0)}/s, over one of them ${alone.toFixed(0)}/s`;
  return [{ name: 'cluster-rush', detail: `${(together / alone).toFixed(2)}: self-enrolments ${counted}` }];
}

/** Runs `measure` with a process for each address. */
async function withServers<T>(
  addresses: readonly string[],
  measure: (servers: readonly Bench[]) => Promise<T>,
  open: readonly Bench[] = [],
): Promise<T> {
  const [address, ...rest] = addresses;
  if (address === undefined) return measure(open);
  return withServer(address, (server) => withServers(rest, measure, [...open, server]));
}
