import { itIsAllThere, wantedSeances } from '../faults/aftermath.js';
import { LoadedProcesses } from '../faults/loaded-processes.js';
import { onCluster } from '../support/clusters.js';

/** A node that was killed has to copy the state of another first, which takes what it takes; in milliseconds. */
const recovery = 30_000;

/** A process on each node, of which some lose theirs while the others go on. */
onCluster(
  'Under faults of its nodes, a cluster at work',
  function (cluster) {
    this.timeout(180_000);
    let crew: LoadedProcesses;

    before(async () => {
      crew = new LoadedProcesses(cluster.addresses, await wantedSeances(cluster.open));
      await cluster.nodes.agreed();
      crew.start(cluster.addresses.length);
      await crew.recovered(60_000);
    });

    after(async () => crew.killAll());

    it('goes on without a node that is killed, and with it once it is back', async () => {
      await cluster.nodes.kill(1);
      await crew.recovered(recovery, [0, 2]);
      await cluster.nodes.restart(1);
      await crew.recovered(recovery);
    });

    it('goes on without a node that hears nothing of the others, and with it once it does', async () => {
      await cluster.nodes.isolate(2);
      await crew.recovered(recovery, [0, 1]);
      await cluster.nodes.rejoin(2);
      await crew.recovered(recovery);
    });

    itIsAllThere(
      () => crew,
      () => cluster.open,
      () => cluster.nodes.agreed(),
    );
  },
  { durable: true },
);
