import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { freePorts, install, programPath, ServerProgram } from './server-program.js';

const providers = ['/usr/lib/galera', '/usr/lib64/galera', '/usr/lib64/galera-4', '/usr/lib/galera-4'].map(
  (folder) => join(folder, 'libgalera_smm.so'),
);

/** Neither for the tables of an empty server nor for those of a suite is more worth the time to copy it. */
const small = ['--innodb-log-file-size=16M'];

/** The state that all nodes start from, so that none has to copy another's. */
const firstState = '00000000-5ea2-11f0-8000-000000000000';

/** How long a node may take to copy the state of another, on a machine that has more to do. In milliseconds. */
const longestStart = 120_000;

interface Node {
  readonly folder: string;
  /** Of its clients. */
  readonly port: number;
  /** Of the others of the cluster. */
  readonly groupPort: number;
  readonly incrementalPort: number;
  readonly transferPort: number;
}

/** A Galera cluster of this run's own: as many MariaDB servers as wanted, all of which write. */
export class GaleraCluster {
  private constructor(
    private readonly nodes: readonly Node[],
    private readonly programs: readonly ServerProgram[],
  ) {}

  /** Whether the machine has the programs to start one. */
  static isInstalled(): boolean {
    const programs = ['mariadbd', 'mariadb-install-db', 'wsrep_sst_rsync', 'rsync'];
    return (
      programs.every((name) => programPath(name) !== undefined) &&
      provider() !== undefined &&
      (!isRoot() || spawnSync('id', ['--user', 'mysql']).status === 0)
    );
  }

  /** @param options for each server, such as `--max-connections=50`. */
  static async start(size = 3, ...options: readonly string[]): Promise<GaleraCluster> {
    const ports = await freePorts(4 * size);
    const nodes = Array.from({ length: size }, (_, index): Node => {
      const [port = 0, groupPort = 0, incrementalPort = 0, transferPort = 0] = ports.slice(4 * index);
      const folder = mkdtempSync(join(tmpdir(), 'seances-galera-'));
      return { folder, port, groupPort, incrementalPort, transferPort };
    });
    try {
      installAll(nodes);
    } catch (error) {
      for (const { folder } of nodes) rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    const programs = nodes.map(
      (node) => new ServerProgram(node.folder, node.port, commandOf(node, nodes, options)),
    );
    const cluster = new GaleraCluster(nodes, programs);
    try {
      await cluster.ready();
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** Of each node, for a user who may create databases. */
  get addresses(): readonly string[] {
    return this.nodes.map(({ port }) => `mysql://root@127.0.0.1:${port}`);
  }

  /**
   * Waits until all nodes take part.
   *
   * @throws Error with the end of its log if one does not.
   */
  async ready(): Promise<void> {
    const until = Date.now() + longestStart;
    for (const node of this.nodes) {
      while (!(await takesPart(node, this.nodes.length))) {
        if (Date.now() > until) throw new Error(`A node does not take part:\n${endOfLog(node)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Waits until every node has what any of them had committed. */
  async agreed(): Promise<void> {
    await Promise.all(
      this.addresses.map(async (address) => {
        const connection = await createConnection(address);
        await connection.query('set session wsrep_sync_wait = 1');
        await connection.query('select 1');
        await connection.end();
      }),
    );
  }

  /** As a machine that fails. The others go on once they miss it, after five seconds. */
  async kill(node: number): Promise<void> {
    await this.programs[node]?.kill();
  }

  /** After a kill. The node copies the state of another before it takes part. */
  async restart(node: number): Promise<void> {
    this.programs[node]?.startAgain();
    await this.ready();
  }

  /** As a cut in the network: the node hears nothing of the others any more, while its clients reach it. */
  async isolate(node: number): Promise<void> {
    await this.setIsolation(node, 1);
  }

  /** After an isolation. */
  async rejoin(node: number): Promise<void> {
    await this.setIsolation(node, 0);
    await this.ready();
  }

  async stop(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.stop()));
  }

  private async setIsolation(node: number, isolated: 0 | 1): Promise<void> {
    const connection = await createConnection(this.addresses[node] ?? '');
    await connection.query(`set global wsrep_provider_options = 'gmcast.isolate=${isolated}'`);
    await connection.end();
  }
}

function provider(): string | undefined {
  return providers.find((file) => existsSync(file));
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

/** The transfer of a state by rsync refuses to run as root. */
function user(): readonly string[] {
  return isRoot() ? ['--user=mysql'] : [];
}

function own(folders: readonly string[]): void {
  if (isRoot()) execFileSync('chown', ['--recursive', 'mysql:', ...folders]);
}

function dataOf({ folder }: Node): string {
  return join(folder, 'data');
}

/**
 * The same tables for every node, as if all had been members of one cluster that lost its power: they find each other
 * and go on, in seconds. Started one after the other, each would copy the state of the one before.
 */
function installAll(nodes: readonly Node[]): void {
  const folders = nodes.map(({ folder }) => folder);
  const [first, ...others] = nodes;
  if (!first) return;
  own(folders);
  install(first.folder, dataOf(first), [...user(), ...small]);
  for (const other of others) cpSync(dataOf(first), dataOf(other), { recursive: true });
  const members = nodes.map((_, index) => `0000000${index + 1}-5ea2-11f0-8000-000000000000`);
  for (const [index, node] of nodes.entries()) {
    writeFileSync(join(dataOf(node), 'grastate.dat'), savedState());
    writeFileSync(join(dataOf(node), 'gvwstate.dat'), savedView(members, index));
  }
  own(folders);
}

function savedState(): string {
  return ['# GALERA saved state', 'version: 2.1', `uuid: ${firstState}`, 'seqno: 0', ''].join('\n');
}

function savedView(members: readonly string[], index: number): string {
  return [
    `my_uuid: ${members[index]}`,
    '#vwbeg',
    `view_id: 3 ${members[0]} ${members.length}`,
    'bootstrap: 0',
    ...members.map((member) => `member: ${member} 0`),
    '#vwend',
    '',
  ].join('\n');
}

function commandOf(node: Node, nodes: readonly Node[], options: readonly string[]): readonly string[] {
  const { folder, port, groupPort, incrementalPort, transferPort } = node;
  const others = nodes.map((other) => `127.0.0.1:${other.groupPort}`);
  const providerOptions = [
    'base_host=127.0.0.1',
    `base_port=${groupPort}`,
    `gmcast.listen_addr=tcp://127.0.0.1:${groupPort}`,
    `ist.recv_addr=127.0.0.1:${incrementalPort}`,
    'gcache.size=32M',
  ];
  return [
    programPath('mariadbd') ?? '',
    '--no-defaults',
    ...user(),
    `--datadir=${dataOf(node)}`,
    `--socket=${join(folder, 'socket')}`,
    `--pid-file=${join(folder, 'pid')}`,
    `--log-error=${logOf(node)}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--binlog-format=ROW',
    '--innodb-autoinc-lock-mode=2',
    ...small,
    '--wsrep-on=ON',
    `--wsrep-provider=${provider()}`,
    `--wsrep-provider-options=${providerOptions.join(';')}`,
    `--wsrep-cluster-name=seances-${nodes[0]?.port}`,
    `--wsrep-cluster-address=gcomm://${others.join(',')}`,
    '--wsrep-node-address=127.0.0.1',
    '--wsrep-sst-method=rsync',
    `--wsrep-sst-receive-address=127.0.0.1:${transferPort}`,
    ...options,
  ];
}

function logOf({ folder }: Node): string {
  return join(folder, 'log.err');
}

function endOfLog(node: Node): string {
  return existsSync(logOf(node)) ? readFileSync(logOf(node), 'utf8').slice(-2_000) : '';
}

/** Whether a node is one of `size` that take part, and has caught up with them. */
async function takesPart({ port }: Node, size: number): Promise<boolean> {
  try {
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
    try {
      const [rows] = await connection.query<(RowDataPacket & Record<'Variable_name' | 'Value', string>)[]>(
        "show status where variable_name in ('wsrep_ready', 'wsrep_local_state_comment', 'wsrep_cluster_size')",
      );
      const status = new Map(rows.map((row) => [row.Variable_name, row.Value]));
      return (
        status.get('wsrep_ready') === 'ON' &&
        status.get('wsrep_local_state_comment') === 'Synced' &&
        status.get('wsrep_cluster_size') === String(size)
      );
    } finally {
      connection.destroy();
    }
  } catch {
    return false;
  }
}
