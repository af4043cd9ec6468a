import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { schemaState } from '../../src/adapters/knex/migrate.js';
import { migrateInProcesses } from '../race/migrating-processes.js';
import { dumpFile, schemaDump } from '../schema/schema-dump.js';
import { onCluster } from '../support/clusters.js';

onCluster(
  'Migrations by two processes on each node of a cluster at once',
  (cluster) => {
    it('are run once, by one of them, and make the same schema on every node', async () => {
      const ends = await migrateInProcesses([...cluster.addresses, ...cluster.addresses]);
      await cluster.nodes.agreed();

      expect(ends).to.deep.equal(ends.map(() => ({ code: 0, errors: '' })));
      for (const { knex } of cluster.openings) {
        expect((await schemaState(knex)).pending).to.deep.equal([]);
        const runs = (await knex('seances_migrations').pluck('name')) as string[];
        expect(runs).to.deep.equal([...new Set(runs)]);
        expect(await schemaDump(knex)).to.equal(readFileSync(dumpFile('mysql'), 'utf8'));
      }
    }).timeout(180_000);
  },
  { migrated: false },
);
