import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { AnnounceVersion, announcedEvery } from '../../src/application/housekeeping/announce-version.js';
import { FixedClock } from '../../src/testing/index.js';
import { onCluster } from '../support/clusters.js';

const rounds = 10;
const processesOfNode = 4;

onCluster('Processes of two versions on every node of a cluster', (cluster) => {
  it('say at the same time that they run: none fails, and each version is there once', async function () {
    this.timeout(120_000);
    const clock = new FixedClock('2026-11-29T12:00:00Z');
    const processes = cluster.openings.flatMap((open) =>
      Array.from(
        { length: processesOfNode },
        (_, index) => new AnnounceVersion(new KnexUnitOfWork(open), clock, `0.${index % 2}.0`),
      ),
    );
    for (let round = 0; round < rounds; round += 1) {
      clock.advance(announcedEvery);
      await Promise.all(processes.map((process) => process.run()));
    }
    await cluster.nodes.agreed();
    const rows = await cluster.open.knex('seance_running_version').orderBy('version');

    expect(rows).to.deep.equal([
      { version: '0.0.0', seen_at: clock.now() },
      { version: '0.1.0', seen_at: clock.now() },
    ]);
  });
});
