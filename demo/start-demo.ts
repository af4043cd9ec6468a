import { createTimeStamper } from '../src/adapters/timestamp/create-time-stamper.js';
import { serveHttp } from '../src/server/http-server.js';
import { createSeancesPlugin, type Logger, type PluginOptions, type SeancesPlugin } from '../src/index.js';
import type { InMemoryDirectory } from '../src/testing/index.js';
import { createDemoApp, pluginPath, seancePath, toolPath } from './demo-app.js';
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

/**
 * Starts the reference host: schema, séances, then the port.
 *
 * @param how where administrators may have messages sent, outside alone when absent; and what time it is, in tests.
 * @throws Error in one line that says what cannot be had: the database, the port or the server of mails.
 */
export async function startDemo(
  environment: Omit<Environment, 'logLevel'>,
  logger: Logger,
  how: Pick<PluginOptions, 'webhooks' | 'clock'> = {},
): Promise<RunningDemo> {
  const { databaseUrl, mail, timeStamps } = environment;
  const host = {
    ...createDemoHost(databaseUrl, logger, mail),
    ...(timeStamps && { timeStamper: createTimeStamper({ url: timeStamps }) }),
  };
  let url = `http://localhost:${environment.port}`;
  const seanceUrl = (spaceId: string, id: string) => `${url}${seancePath(plugin, spaceId, id)}`;
  const subscriptionUrl = (spaceId: string) => `${url}${toolPath(plugin, spaceId)}`;
  const options = { basePath: pluginPath, seanceUrl, subscriptionUrl, ...how };
  const plugin: SeancesPlugin<DemoContext> = createSeancesPlugin(host, options);
  try {
    await plugin.start();
    await seedDemo(plugin, environment.seedSize);
    const app = createDemoApp(host, plugin, logger);
    const server = await serveHttp(app.fetch, environment.port);
    url = `http://localhost:${server.port}`;
    const { directory, mailer } = host;
    const stop = async (): Promise<void> => {
      await server.close();
      await plugin.stop();
      await mailer.stop();
    };
    return { url, directory, stop };
  } catch (error) {
    await plugin.stop();
    throw error;
  }
}
