import { once } from 'node:events';
import { Hono } from 'hono';
import { ConsoleLogger, type LogLevel, logLevels } from '../adapters/system/console-logger.js';
import { compressAnswers } from '../server/compress-answers.js';
import { serveHttp, wholeNumber } from '../server/http-server.js';
import { createSeancesPlugin, type Database, type SeancesPlugin } from '../index.js';
import { createRemoteHost, hearPlatform, type RemotePlatformOptions } from '../remote/index.js';
import { type Command, type Invocation, say, WrongCall } from './command.js';
import { configuredDatabase } from './configured-database.js';
import { fromCall, platformOf } from './remote-options.js';

const basePath = '/plugins/seances';

/** Serves the plugin for a platform that is not in Node, until the process is told to end. */
export const serve: Command = async (invocation) => {
  const platform = platformOf(invocation);
  const port = fromCall(() => wholeNumber('PORT', portOf(invocation), 3000, 65_535));
  const plugin = await pluginFor(platform, invocation);
  try {
    await plugin.start();
    const server = await serveHttp(appOf(plugin, platform).fetch, port);
    say(`Séances: http://localhost:${server.port}${basePath} for the platform at ${platform.hostUrl}`);
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await server.close();
  } finally {
    await plugin.stop();
  }
  return 0;
};

async function pluginFor(
  platform: RemotePlatformOptions,
  invocation: Invocation,
): Promise<SeancesPlugin<unknown>> {
  const { options, environment } = invocation;
  const database = await databaseOf(invocation);
  const publicUrl = options['public-url'] ?? environment['PUBLIC_URL'];
  const page = options['seance-url'] ?? environment['SEANCE_URL'];
  const logger = new ConsoleLogger(logLevelOf(environment['LOG_LEVEL'] || 'info'));
  return fromCall(() =>
    createSeancesPlugin(
      { ...createRemoteHost({ ...platform, logger }), database },
      {
        basePath,
        ...(publicUrl && { publicUrl: `${publicUrl.replace(/\/+$/, '')}${basePath}` }),
        ...(page && { seanceUrl: seanceUrlOf(page) }),
      },
    ),
  );
}

async function databaseOf({ named }: Invocation): Promise<Database> {
  if (!named) return 'sqlite:seances.sqlite';
  return 'config' in named ? configuredDatabase(named.config) : named.address;
}

function portOf({ options, environment }: Invocation): string | undefined {
  return options.port ?? environment['PORT'];
}

function logLevelOf(value: string): LogLevel {
  const level = logLevels.find((one) => one === value);
  if (!level) throw new WrongCall(`LOG_LEVEL is "${value}": it has to be one of ${logLevels.join(', ')}.`);
  return level;
}

/** The address of a séance's page, by a template with `{space}` and `{seance}` in it. */
function seanceUrlOf(template: string): (spaceId: string, id: string) => string {
  return (spaceId, id) =>
    template
      .replaceAll('{space}', () => encodeURIComponent(spaceId))
      .replaceAll('{seance}', () => encodeURIComponent(id));
}

function appOf(plugin: SeancesPlugin<unknown>, { secret }: RemotePlatformOptions): Hono {
  const hear = hearPlatform(plugin, { secret, basePath });
  const app = new Hono();
  app.use(compressAnswers());
  app.all(`${basePath}/*`, async (c) => (await hear(c.req.raw)) ?? plugin.fetch(c.req.raw, {}));
  return app;
}
