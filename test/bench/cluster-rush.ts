import { setTimeout } from 'node:timers/promises';
import { GaleraCluster } from '../support/galera-cluster.js';
import { type Bench, type Figure, medians, perSecond } from './bench.js';
import { clients, sendWish, type Wish, wishes } from './enrolment.js';
import { emptyDatabase } from './empty-database.js';
import { withServer } from './server-process.js';

/** Fewer than in a rush on one server: nodes that write the same séance wait for each other. */
const enrolments = 600;

type Benches = readonly [Bench, ...Bench[]];

/**
 * Self-enrolments per second on one séance over three nodes that all write, each client on the process of its own node,
 * against all clients on one node of the same cluster. Where a séance is hot, nodes gain nothing: this says what they cost.
 */
export async function clusterRush(): Promise<readonly Figure[]> {
  if (!GaleraCluster.isInstalled())
    throw new Error('There is no Galera: mariadb-server, galera-4 and rsync.');
  const cluster = await GaleraCluster.start();
  try {
    const [first = '', ...others] = cluster.addresses;
    const database = new URL(await emptyDatabase(first)).pathname;
    await cluster.agreed();
    const addresses = [first, ...others].map((node) => `${node}${database}`);
    return await withServers(addresses, (benches) => compared(cluster, benches));
  } finally {
    await cluster.stop();
  }
}

async function compared(cluster: GaleraCluster, benches: Benches): Promise<readonly Figure[]> {
  let busy = 0;
  const rush = async (over: Benches) => {
    const wanted = await wishes(benches[0], 1, enrolments);
    await cluster.agreed();
    return perSecond(wanted, clients, async (wish, client) => {
      const refusals = await enrolled(over[client % over.length] ?? over[0], wish);
      busy += refusals;
    });
  };
  const [all, alone] = await medians(
    3,
    () => rush(benches),
    () => rush([benches[0]]),
    1,
  );
  const counted = `over ${benches.length} nodes ${all.toFixed(0)}/s, on one of them ${alone.toFixed(0)}/s`;
  const detail = `self-enrolments on one séance, ${clients} clients: ${counted}; ${busy} asked again`;
  return [{ name: 'cluster-rush', ratio: all / alone, goal: null, detail }];
}

/** Asks until there is a place, as a client does that is told to come back; says how often it was told so. */
async function enrolled(bench: Bench, wish: Wish, refusals = 0): Promise<number> {
  const { status, headers, body } = await sendWish(bench, wish);
  if (status === 201) return refusals;
  if (status !== 503) throw new Error(`${wish.learner} was answered ${status}: ${body.toString()}`);
  await setTimeout(Number(headers['retry-after']) * 1_000);
  return enrolled(bench, wish, refusals + 1);
}

/** Runs `measure` with a process for each of the addresses. */
async function withServers<T>(
  [address = '', ...others]: readonly string[],
  measure: (benches: Benches) => Promise<T>,
): Promise<T> {
  return withServer(address, (bench) =>
    others.length === 0 ? measure([bench]) : withServers(others, (benches) => measure([bench, ...benches])),
  );
}
