import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Where the programs of a MariaDB package are, beside PATH: Debian keeps the server out of ordinary users' way. */
const systemFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin'];

/**
 * Runs the server until the test process ends, however it ends: its death closes the pipe that `read` waits for. What
 * a killed test run leaves behind would otherwise be a server and a folder of 100 MB. A word in the pipe kills the
 * server, or starts it again on the same data.
 */
const untilParentDies = `folder=$1; shift; "$@" & server=$!
  end() { [ -z "$server" ] || kill -9 "$server"; wait "$server" 2>/dev/null; server=; }
  while read -r word; do
    case $word in
      kill) end ;;
      start) "$@" & server=$! ;;
    esac
  done
  end; rm -rf "$folder"`;

/** A database server that ends with the test process and takes its folder with it. */
export class ServerProgram {
  private readonly guard: ChildProcess;

  constructor(
    folder: string,
    private readonly port: number,
    command: readonly string[],
  ) {
    this.guard = spawn('/bin/sh', ['-c', untilParentDies, 'sh', folder, ...command], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: environmentOf(folder),
      detached: true,
    });
    this.guard.unref();
  }

  /** As after a power cut: the server ends without a last word. Waits until it is gone. */
  async kill(): Promise<void> {
    const witness = connect(this.port, '127.0.0.1');
    await once(witness, 'connect');
    witness.on('error', () => undefined);
    // Not by `once`: a server that is killed may reset the connection, which is an error, and as gone as any other.
    const gone = new Promise((resolve) => witness.resume().once('close', resolve));
    this.guard.stdin?.write('kill\n');
    await gone;
  }

  /** After a kill, on what the server had made durable. */
  startAgain(): void {
    this.guard.stdin?.write('start\n');
  }

  async stop(): Promise<void> {
    if (this.guard.exitCode !== null) return;
    this.guard.ref();
    this.guard.stdin?.end();
    await once(this.guard, 'exit');
  }
}

/** Makes the tables that a server needs before its first start. */
export function install(folder: string, data: string, options: readonly string[]): void {
  const always = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  execFileSync(
    programPath('mariadb-install-db') ?? '',
    ['--no-defaults', `--datadir=${data}`, ...always, ...options],
    { stdio: 'pipe', env: environmentOf(folder) },
  );
}

export function programPath(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...systemFolders];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/**
 * Ports that nobody listens on, all different. Below those that a system gives to outgoing connections: a server that
 * is killed finds its own again.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}

/** A server clears its folder of temporary tables when it starts: one of its own spares those of other servers. */
function environmentOf(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, TMPDIR: folder };
}
