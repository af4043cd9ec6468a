import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SeancesPlugin } from '../plugin.js';
import { ask, bridge } from './bridge.js';

/** What the host's `identity` port gets beside each request: Fastify's request, with what hooks put on it. */
export interface FastifyContext {
  readonly request: FastifyRequest;
}

/**
 * A Fastify 5 plugin, registered with the plugin's base path as its prefix.
 *
 * Bodies are left unread inside it: the plugin parses and limits them itself, so that it answers the same everywhere.
 *
 * @example await app.register(fastifyPlugin(plugin), { prefix: '/plugins/seances' })
 */
export function fastifyPlugin(plugin: Pick<SeancesPlugin<FastifyContext>, 'fetch'>) {
  return (app: FastifyInstance, _options: object, done: () => void): void => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, parsed) => {
      parsed(null);
    });
    app.all('/*', async (request, reply) => {
      reply.hijack();
      await bridge((fetched) => ask(plugin, fetched, { request }))(request.raw, reply.raw);
    });
    done();
  };
}
