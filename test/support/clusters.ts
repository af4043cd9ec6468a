import { createConnection } from 'mysql2/promise';
import { openDatabase, type OpenDatabase } from '../../src/adapters/knex/dialect.js';
import { migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { GaleraCluster } from './galera-cluster.js';
import { describeWith, type Requirement } from './requirement.js';

/** The cluster of one suite, with a database: its own, empty, gone when the suite ends. Usable in hooks and tests only. */
export interface TestCluster {
  readonly nodes: GaleraCluster;
  /** Of the database, on each node. */
  readonly addresses: readonly string[];
  /** On the first node, for a look at what is there. */
  readonly open: OpenDatabase;
  /** On each node, the first included. */
  readonly openings: readonly [OpenDatabase, ...OpenDatabase[]];
}

export interface ClusterOptions {
  /** Whether the schema is there when the suite begins. Default: true. */
  readonly migrated?: boolean;
  /** Whether what is committed has to survive the end of a node. Default: false, which is a good deal faster. */
  readonly durable?: boolean;
}

const galera: Requirement = {
  isThere: () => GaleraCluster.isInstalled(),
  missing:
    'There is no Galera: mariadb-server, galera-4 and rsync are not installed. What several writers do is NOT TESTED.',
};

const size = 3;

/** Defines a suite on three nodes, all of which write. Where there is no Galera it is pending, and with `CI=true` it fails. */
export function onCluster(
  title: string,
  define: (this: Mocha.Suite, cluster: TestCluster) => void,
  { migrated = true, durable = false }: ClusterOptions = {},
): void {
  describeWith(galera, title, function () {
    let nodes: GaleraCluster | undefined;
    let openings: readonly [OpenDatabase, ...OpenDatabase[]] | undefined;

    const there = <T>(value: T | undefined): T => {
      if (value === undefined)
        throw new Error('The cluster of a suite is there in its hooks and tests only.');
      return value;
    };
    const cluster: TestCluster = {
      get nodes() {
        return there(nodes);
      },
      get addresses() {
        return there(nodes).addresses.map((address) => `${address}/seances`);
      },
      get open() {
        return there(openings)[0];
      },
      get openings() {
        return there(openings);
      },
    };

    before('starts a cluster', async function () {
      this.timeout(180_000);
      nodes = await GaleraCluster.start(size, ...(durable ? [] : ['--innodb-flush-log-at-trx-commit=0']));
      await emptyDatabase(nodes.addresses[0] ?? '');
      await nodes.agreed();
      const [first = '', ...others] = cluster.addresses;
      openings = [openDatabase(first), ...others.map((address) => openDatabase(address))];
      if (migrated) await migrateToLatest(openings[0].knex);
      await nodes.agreed();
    });

    after('stops the cluster', async () => {
      for (const { knex } of openings ?? []) await knex.destroy();
      await nodes?.stop();
    });

    define.call(this, cluster);
  });
}

async function emptyDatabase(server: string): Promise<void> {
  const connection = await createConnection(server);
  await connection.query('create database seances character set utf8mb4');
  await connection.end();
}
