import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fastFolder } from './fast-folder.js';
import type { Requirement } from './requirement.js';
import { freePorts, programPath } from './server-program.js';

const source = fileURLToPath(new URL('../../docs/platforms/php/', import.meta.url));

/** Ends the server with all its workers when the test process does, however that ends, and clears its folder away. */
const untilParentDies = `folder=$1; shift; "$@" & read -r _; trap '' TERM; kill 0; wait; rm -rf "$folder"`;

export const php: Requirement = {
  isThere: () => programPath('php') !== undefined,
  missing: 'PHP is not installed: NOTHING OF docs/platforms/php IS TESTED.',
};

/** What the platform answers to a question. */
export interface Answer {
  readonly id?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** Headers of a message as Standard Webhooks signs it. */
export function signed(
  secret: string,
  body: string,
  { id = randomUUID() as string, timestamp = Math.floor(Date.now() / 1000) } = {},
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': `${timestamp}`,
    'webhook-signature': `v1,${signature}`,
  };
}

/** What a secret signs with. */
export function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);
}

/** The example of a platform in PHP, as a server in processes of its own, on files of its own. */
export class PhpPlatform {
  private constructor(
    readonly origin: string,
    readonly secret: string,
    private readonly environment: NodeJS.ProcessEnv & { readonly PLATFORM_DATA: string },
    private readonly guard: ChildProcess,
  ) {}

  /** @param pluginOrigin where the plugin's server is, or would be */
  static async start(
    pluginOrigin = 'http://127.0.0.1:9',
    secret = `whsec_${Buffer.from('a key of thirty-two bytes, so long').toString('base64')}`,
  ): Promise<PhpPlatform> {
    const folder = mkdtempSync(join(fastFolder, 'seances-php-'));
    const [port] = await freePorts(1);
    const environment = {
      ...process.env,
      PHP_CLI_SERVER_WORKERS: '4',
      SEANCES_SECRET: secret,
      SEANCES_URL: pluginOrigin,
      PLATFORM_DATA: join(folder, 'data'),
    };
    const command = ['php', '-S', `127.0.0.1:${port}`, '-t', 'public', 'public/index.php'];
    const guard = spawn('/bin/sh', ['-c', untilParentDies, 'sh', folder, ...command], {
      cwd: source,
      env: environment,
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    const platform = new PhpPlatform(`http://127.0.0.1:${port}`, secret, environment, guard);
    await platform.untilItServes();
    return platform;
  }

  /** Where the plugin's server asks. */
  get hostUrl(): string {
    return `${this.origin}/seances-host`;
  }

  /** Its answer to a question that is signed. */
  async ask(method: string, params: object): Promise<Answer> {
    const body = JSON.stringify({ id: randomUUID(), method, params });
    const response = await this.send(body, signed(this.secret, body));
    return (await response.json()) as Answer;
  }

  /** What a question results in. */
  async result(method: string, params: object = {}): Promise<unknown> {
    const answer = await this.ask(method, params);
    if (answer.error) throw new Error(`${method}: ${answer.error.code}`);
    return answer.result;
  }

  async send(body: string, headers: Readonly<Record<string, string>>): Promise<Response> {
    const type = { 'content-type': 'application/json' };
    return fetch(this.hostUrl, { method: 'POST', headers: { ...type, ...headers }, body });
  }

  /** What it has kept in a file, by id: `events`, `agenda`, `mail` or `gone`. */
  async kept(name: string): Promise<Readonly<Record<string, unknown>>> {
    const text = await readFile(join(this.environment.PLATFORM_DATA, `${name}.json`), 'utf8');
    return JSON.parse(text) as Record<string, unknown>;
  }

  /** What one of its programs prints. */
  async run(program: string): Promise<string> {
    const ran = await promisify(execFile)('php', [program], { cwd: source, env: this.environment });
    return ran.stdout;
  }

  /** What a browser gets that is signed in with a cookie; redirects are not followed. */
  async page(path: string, cookie = '', init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return fetch(`${this.origin}${path}`, { redirect: 'manual', ...init, headers });
  }

  /** Sends a form, as a browser does. */
  async submit(path: string, fields: Readonly<Record<string, string>>, cookie = ''): Promise<Response> {
    return this.page(path, cookie, { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** The cookie of somebody who has signed in. */
  async cookieOf(user: string): Promise<string> {
    const answer = await this.submit('/sign-in', { user });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  async stop(): Promise<void> {
    this.guard.stdin?.end();
    if (this.guard.exitCode === null) await once(this.guard, 'exit');
  }

  private async untilItServes(): Promise<void> {
    for (;;) {
      if (this.guard.exitCode !== null) throw new Error('The platform in PHP has ended.');
      try {
        await fetch(this.origin);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
