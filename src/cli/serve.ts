import { once } from 'node:events';
import { Hono } from 'hono';
import type { SmtpMailer } from '../adapters/mail/create-smtp-mailer.js';
import { ConsoleLogger, logLevels } from '../adapters/system/console-logger.js';
import { createSeancesPlugin, type HostPorts, type PluginOptions, type SeancesPlugin } from '../index.js';
import { createRemoteHost, hearPlatform } from '../remote/index.js';
import { compressAnswers } from '../server/compress-answers.js';
import { oneOf, wholeNumber } from '../server/environment.js';
import { serveHttp } from '../server/http-server.js';
import { type Command, type Invocation, say, WrongCall } from './command.js';
import { ltiHostOf } from './lti.js';
import { mailerOf } from './mail.js';
import { databaseOf, fromCall, hostUrlOf, platformOf, publicUrlOf } from './server-options.js';
import { timeStamperOf } from './time-stamps.js';

const basePath = '/plugins/seances';

/** Serves the plugin with a host that is shipped, until the process is told to end. */
export const serve: Command = async (invocation) => {
  const port = fromCall(() => wholeNumber('PORT', portOf(invocation), 3000, 65_535));
  const level = invocation.environment['LOG_LEVEL'] || 'info';
  const logger = new ConsoleLogger(fromCall(() => oneOf('LOG_LEVEL', level, logLevels)));
  const served = await (hostUrlOf(invocation) ? servedRemotely : servedByLti)(invocation, logger);
  const { plugin } = served;
  try {
    await plugin.start();
    await served.start?.();
    const server = await serveHttp(appOf(served).fetch, port);
    say(`Séances: http://localhost:${server.port}${basePath} ${served.says}`);
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await server.close();
  } finally {
    await served.stop?.();
    await plugin.stop();
    await served.mailer?.stop();
  }
  return 0;
};

/** The plugin, and what its host answers beside it. */
interface Served {
  readonly plugin: SeancesPlugin<unknown>;
  /** For whom, as the end of a sentence. */
  readonly says: string;
  /** Undefined for what is the plugin's to answer. */
  readonly answer: (request: Request) => Promise<Response | undefined>;
  readonly mailer: SmtpMailer | undefined;
  readonly start?: () => Promise<void>;
  readonly stop?: () => Promise<void>;
}

/** What only a tool of LTI is told. */
const ofLti = ['SESSION_SECRET', 'LTI_ALLOW_HTTP', 'LTI_ALLOW_PRIVATE'] as const;

async function servedRemotely(invocation: Invocation, logger: ConsoleLogger): Promise<Served> {
  const { options, environment } = invocation;
  const other = ofLti.find((name) => environment[name]);
  if (other !== undefined)
    throw new WrongCall(
      `It is served either for the platform of HOST_URL or as a tool of LTI, and ${other} is for the other.`,
    );
  const platform = platformOf(invocation);
  const page = options['seance-url'] ?? environment['SEANCE_URL'];
  const subscription = options['subscription-url'] ?? environment['SUBSCRIPTION_URL'];
  const pages = {
    ...(page && { seanceUrl: pageUrlOf(page) }),
    ...(subscription && { subscriptionUrl: pageUrlOf(subscription) }),
  };
  const asked = fromCall(() => createRemoteHost({ ...platform, logger }));
  const mailer = await mailerOf(invocation, asked);
  const host = mailer ? createRemoteHost({ ...platform, logger, mailer }) : asked;
  const plugin = await pluginOf(host, invocation, pages);
  return {
    ...{ plugin, mailer },
    says: `for the platform at ${platform.hostUrl}`,
    answer: hearPlatform(plugin, { secret: platform.secret, basePath }),
  };
}

async function servedByLti(invocation: Invocation, logger: ConsoleLogger): Promise<Served> {
  const lti = await ltiHostOf(invocation, logger);
  const publicUrl = publicUrlOf(invocation) ?? '';
  const mailer = await mailerOf(invocation, lti.host);
  const plugin = await pluginOf({ ...lti.host, ...(mailer && { mailer }) }, invocation);
  return {
    ...{ plugin, mailer },
    says: `as the LTI tool ${publicUrl}/lti/launch`,
    answer: (request) => lti.fetch(request),
    start: () => lti.start(plugin),
    stop: () => lti.stop(),
  };
}

async function pluginOf(
  host: HostPorts,
  invocation: Invocation,
  pages: Pick<PluginOptions, 'seanceUrl' | 'subscriptionUrl'> = {},
): Promise<SeancesPlugin<unknown>> {
  const database = await databaseOf(invocation);
  const publicUrl = publicUrlOf(invocation);
  const timeStamper = timeStamperOf(invocation);
  return fromCall(() =>
    createSeancesPlugin(
      { ...host, ...(timeStamper && { timeStamper }), database },
      {
        basePath,
        ...(publicUrl && { publicUrl: `${publicUrl}${basePath}` }),
        ...pages,
      },
    ),
  );
}

function portOf({ options, environment }: Invocation): string | undefined {
  return options.port ?? environment['PORT'];
}

/** The address of a page, by a template with `{space}` in it and, for that of a séance, `{seance}`. */
function pageUrlOf(template: string): (spaceId: string, id?: string) => string {
  return (spaceId, id = '') =>
    template
      .replaceAll('{space}', () => encodeURIComponent(spaceId))
      .replaceAll('{seance}', () => encodeURIComponent(id));
}

function appOf({ plugin, answer }: Served): Hono {
  const app = new Hono();
  app.use(compressAnswers());
  app.all('*', async (c) => {
    const answered = await answer(c.req.raw);
    if (answered) return answered;
    return c.req.path.startsWith(`${basePath}/`) ? plugin.fetch(c.req.raw, {}) : c.notFound();
  });
  return app;
}
