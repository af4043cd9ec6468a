import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { once } from 'node:events';
import { createConnection } from 'mysql2/promise';

/** Where the programs of a MariaDB package are, beside PATH: Debian keeps the server out of ordinary users' way. */
const systemFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin'];

/**
 * Runs the server until the test process ends, however it ends: its death closes the pipe that `read` waits for. What
 * a killed test run leaves behind would otherwise be a server and a folder of 100 MB. A line in the pipe kills the server
 * and starts it again on the same data.
 */
const untilParentDies = `folder=$1; shift; "$@" &
  while read -r _; do kill -9 $!; wait $! 2>/dev/null; "$@" & done
  kill -9 $!; wait $! 2>/dev/null; rm -rf "$folder"`;

/** A MariaDB of this run's own, on a free port. Nothing on the machine is asked or changed. */
export class MariaDbServer {
  private constructor(
    /** Of a user who may create databases. */
    readonly address: string,
    private readonly guard: ChildProcess,
    private readonly log: string,
  ) {}

  /** Whether the machine has the programs to start one. */
  static isInstalled(): boolean {
    return programPath('mariadbd') !== undefined && programPath('mariadb-install-db') !== undefined;
  }

  /** @param options for the server, such as `--max-connections=50`. */
  static start(...options: readonly string[]): Promise<MariaDbServer> {
    return MariaDbServer.launch(undefined, options);
  }

  /** On data that stay in a folder when the run ends, for the next. */
  static startOn(data: string): Promise<MariaDbServer> {
    return MariaDbServer.launch(data, []);
  }

  private static async launch(kept: string | undefined, options: readonly string[]): Promise<MariaDbServer> {
    const folder = mkdtempSync(join(tmpdir(), 'seances-mariadb-'));
    const asRoot = userInfo().uid === 0 ? ['--user=root'] : [];
    const data = kept ?? join(folder, 'data');
    // A server clears its folder of temporary tables when it starts: one of its own spares those of other servers.
    const env = { ...process.env, TMPDIR: folder };
    try {
      if (!existsSync(data)) install(data, asRoot, env);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    const port = await freePort();
    const server = [
      programPath('mariadbd') ?? '',
      '--no-defaults',
      ...asRoot,
      `--datadir=${data}`,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--log-error=${join(folder, 'log')}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      ...options,
    ];
    const guard = spawn('/bin/sh', ['-c', untilParentDies, 'sh', folder, ...server], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env,
      detached: true,
    });
    guard.unref();
    const address = `mysql://root@127.0.0.1:${port}`;
    const log = join(folder, 'log');
    await answering(address, guard, log);
    return new MariaDbServer(address, guard, log);
  }

  /** As after a power cut: kills the server, starts it on what it had made durable, and waits until it answers. */
  async crash(): Promise<void> {
    const witness = await createConnection(this.address);
    const gone = new Promise((resolve) => witness.on('error', resolve));
    this.guard.stdin?.write('\n');
    await gone;
    witness.destroy();
    await answering(this.address, this.guard, this.log);
  }

  async stop(): Promise<void> {
    if (this.guard.exitCode !== null) return;
    this.guard.ref();
    this.guard.stdin?.end();
    await once(this.guard, 'exit');
  }
}

function install(data: string, asRoot: readonly string[], env: NodeJS.ProcessEnv): void {
  const options = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  execFileSync(
    programPath('mariadb-install-db') ?? '',
    ['--no-defaults', ...asRoot, `--datadir=${data}`, ...options],
    { stdio: 'pipe', env },
  );
}

function programPath(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...systemFolders];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answering(address: string, guard: ChildProcess, log: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      await (await createConnection(address)).end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (guard.exitCode !== null) break;
  }
  guard.stdin?.end();
  throw new Error(
    `mariadbd did not start:\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : ''}`,
  );
}
