import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** `seances serve` as a process of its own. */
export class ServedProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Where the plugin is mounted. */
    readonly address: string,
  ) {}

  /** Resolves once it says where it serves: on a port of its own, unless `environment` names one. */
  static async start(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ServedProcess> {
    const child = spawn(process.execPath, ['--import=tsx', program, 'serve', ...args], {
      env: { ...process.env, DATABASE_URL: undefined, LOG_LEVEL: 'error', PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /^Séances: (\S+)/.exec(line)?.[1];
      if (address !== undefined) return new ServedProcess(child, address);
    }
    throw new Error(`seances serve ended with ${String(child.exitCode)}`);
  }

  /** With what it ends when it is asked to. */
  async end(): Promise<number | null> {
    this.child.kill('SIGTERM');
    if (this.child.exitCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }
}
