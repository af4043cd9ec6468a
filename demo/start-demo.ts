import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createSeancesPlugin, type Logger, type SeancesPlugin } from '../src/index.js';
import type { InMemoryDirectory } from '../src/testing/index.js';
import { createDemoApp, pluginPath, seancePath } from './demo-app.js';
import { createDemoHost, type DemoContext } from './demo-host.js';
import type { Environment } from './environment.js';
import { seedDemo } from './seed.js';

export interface RunningDemo {
  readonly url: string;
  /** Who is there: another one than that of the next host that is started. */
  readonly directory: InMemoryDirectory;
  /** Answers the requests under way, takes no new ones, and closes the database. */
  stop(): Promise<void>;
}

/** How long requests under way may take when the demo stops, in milliseconds. */
const drainFor = 10_000;

/**
 * Starts the reference host: schema, séances, then the port.
 *
 * @throws Error in one line that says what cannot be had: the database or the port.
 */
export async function startDemo(
  environment: Omit<Environment, 'logLevel'>,
  logger: Logger,
): Promise<RunningDemo> {
  const host = createDemoHost(environment.databaseUrl, logger);
  let url = `http://localhost:${environment.port}`;
  const seanceUrl = (spaceId: string, id: string) => `${url}${seancePath(plugin, spaceId, id)}`;
  const plugin: SeancesPlugin<DemoContext> = createSeancesPlugin(host, { basePath: pluginPath, seanceUrl });
  try {
    await plugin.start();
    await seedDemo(plugin, environment.seedSize);
    const app = createDemoApp(host, plugin, logger);
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    await listen(server, environment.port);
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
    return { url, directory: host.directory, stop: () => stop(server, plugin) };
  } catch (error) {
    await plugin.stop();
    throw error;
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'it is in use' : reasonOf(cause);
    throw new Error(`Port ${port} cannot be had: ${reason}. Choose another one with PORT.`, { cause });
  }
}

async function stop(server: Server, plugin: SeancesPlugin<DemoContext>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection whose last answer was sent only now is kept alive by the browser, not by anything that it waits for.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const impatience = setTimeout(() => server.closeAllConnections(), drainFor);
  await closed;
  clearInterval(sweep);
  clearTimeout(impatience);
  await plugin.stop();
}

/** What went wrong, in one line. Several failed attempts, such as one per address of a host, carry it in `errors`. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const { message, code } = first as NodeJS.ErrnoException;
  return (message || code || String(first)).split('\n')[0] ?? '';
}
