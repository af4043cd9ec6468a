import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** An example that serves, in a process of its own, on a database of its own. */
export class ExampleServer {
  private constructor(
    private readonly process: ChildProcess,
    readonly origin: string,
  ) {}

  /** @param words what Node is started with in `folder`: options, the module, what that is told. */
  static async start(
    folder: string,
    words: readonly string[],
    environment: NodeJS.ProcessEnv = {},
  ): Promise<ExampleServer> {
    const port = await freePort();
    const database = `sqlite:${join(folder, 'example.sqlite')}`;
    const server = spawn(process.execPath, words, {
      cwd: folder,
      env: { ...process.env, ...environment, PORT: String(port), DATABASE_URL: database },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return new ExampleServer(server, `http://127.0.0.1:${port}`);
  }

  /** Its answer, once it serves; fails when it ends instead. */
  async ask(path: string, init: RequestInit = {}): Promise<Response> {
    for (;;) {
      if (this.process.exitCode !== null) throw new Error(`the example ended with ${this.process.exitCode}`);
      try {
        return await fetch(`${this.origin}${path}`, init);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  /** With what it ends when it is asked to. */
  async end(): Promise<number | null> {
    this.process.kill('SIGTERM');
    if (this.process.exitCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
