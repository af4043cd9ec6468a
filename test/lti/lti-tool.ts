import { createSeancesPlugin, type Database, type SeancesPlugin } from '../../src/index.js';
import { createLtiHost, type LtiHost } from '../../src/lti/index.js';
import { RecordingLogger } from '../../src/testing/index.js';
import type { Lms } from './lms/lms.js';
import { WebServer } from './lms/web-server.js';

/** This tool on a port of its own, as `seances serve` has it, for tests with a platform. */
export class LtiTool {
  readonly logger = new RecordingLogger();

  private constructor(
    private readonly server: WebServer,
    readonly lti: LtiHost,
    readonly plugin: SeancesPlugin<unknown>,
    readonly url: string,
  ) {}

  /** At the other host name of the two that loopback has, so that each is a third party to the other. */
  static async start(lms: Lms, database: Database): Promise<LtiTool> {
    const parts: { tool?: LtiTool } = {};
    const server = await WebServer.start(
      async (request) => (await parts.tool?.answer(request)) ?? notFound(),
    );
    const url = `http://${lms.origin.includes('localhost') ? '127.0.0.1' : 'localhost'}:${server.port}`;
    const logger = new RecordingLogger();
    const lti = createLtiHost({ database, publicUrl: url, logger, allowHttp: true });
    const plugin = createSeancesPlugin({ ...lti.host, database });
    const tool = (parts.tool = new LtiTool(server, lti, plugin, url));
    Object.assign(tool, { logger });
    await plugin.start();
    await lti.start(plugin);
    return tool;
  }

  /** As administrators of both do by hand. */
  async register(lms: Lms): Promise<void> {
    lms.installAt(this.url);
    const { issuer, clientId, authorizationUrl, tokenUrl, keySetUrl } = lms.registration;
    await this.lti.registrations.add({
      ...{ issuer, clientId, name: lms.profile.family, authUrl: authorizationUrl, tokenUrl },
      ...{ keysUrl: keySetUrl, tokenAudience: null },
    });
  }

  async stop(): Promise<void> {
    await this.lti.stop();
    await this.plugin.stop();
    await this.server.stop();
  }

  private async answer(request: Request): Promise<Response> {
    return (await this.lti.fetch(request)) ?? this.plugin.fetch(request, {});
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
