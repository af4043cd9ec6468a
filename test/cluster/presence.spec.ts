import { itAnswersPresence, itKeepsPresence, PresenceRush } from '../race/presence-rush.js';
import { onCluster } from '../support/clusters.js';

/** Of each process; CLUSTER_OPERATIONS asks for fewer, or more. */
const operations = Number(process.env['CLUSTER_OPERATIONS'] ?? 100);

onCluster('A class whose presence a process on each node of a cluster writes down', (cluster) => {
  let rush: PresenceRush;

  before('lets them run, and kills others meanwhile', async function () {
    this.timeout(900_000);
    rush = await PresenceRush.in(cluster.open);
    await cluster.nodes.agreed();
    await rush.run(cluster.addresses, operations);
    await cluster.nodes.agreed();
  });

  itAnswersPresence(() => rush);
  itKeepsPresence(
    () => rush,
    () => cluster.open,
  );
});
