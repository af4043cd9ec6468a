import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { fastFolder } from './fast-folder.js';
import { freePorts, install, programPath, ServerProgram } from './server-program.js';

/** A MariaDB of this run's own, on a free port. Nothing on the machine is asked or changed. */
export class MariaDbServer {
  private constructor(
    /** Of a user who may create databases. */
    readonly address: string,
    private readonly program: ServerProgram,
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
    const folder = mkdtempSync(join(kept === undefined ? fastFolder : tmpdir(), 'seances-mariadb-'));
    const asRoot = userInfo().uid === 0 ? ['--user=root'] : [];
    const data = kept ?? join(folder, 'data');
    try {
      if (!existsSync(data)) install(folder, data, asRoot);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    const [port = 0] = await freePorts(1);
    const log = join(folder, 'log');
    const program = new ServerProgram(folder, port, [
      programPath('mariadbd') ?? '',
      '--no-defaults',
      ...asRoot,
      `--datadir=${data}`,
      `--socket=${join(folder, 'socket')}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--log-error=${log}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      ...options,
    ]);
    const server = new MariaDbServer(`mysql://root@127.0.0.1:${port}`, program, log);
    await server.answering();
    return server;
  }

  /** As after a power cut: kills the server, starts it on what it had made durable, and waits until it answers. */
  async crash(): Promise<void> {
    await this.program.kill();
    this.program.startAgain();
    await this.answering();
  }

  stop(): Promise<void> {
    return this.program.stop();
  }

  private async answering(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      try {
        await (await createConnection(this.address)).end();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    const said = existsSync(this.log) ? readFileSync(this.log, 'utf8').slice(-2_000) : '';
    await this.program.stop();
    throw new Error(`mariadbd did not start:\n${said}`);
  }
}
