import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SeancesPlugin } from '../plugin.js';
import { answerTo, ask, withVary } from './bridge.js';

/** What the host's `identity` port gets beside each request: Fastify's request, with what hooks put on it. */
export interface FastifyContext {
  readonly request: FastifyRequest;
}

/**
 * A Fastify 5 plugin, registered with the plugin's base path as its prefix.
 *
 * Bodies are left unread inside it: the plugin parses and limits them itself, so that it answers the same everywhere. What it
 * answers goes through Fastify's reply, with the headers that hooks have set, and through the hooks that come after.
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
      const answered = await answerTo(request.raw, reply.raw, (fetched) => ask(plugin, fetched, { request }));
      // Its address or its headers were such that it cannot be asked: the bridge has said so.
      if (answered === undefined) return reply.hijack();
      if (!('whole' in answered)) return reply.send(answered);
      const headers = withVary(answered.headers, reply.getHeader('vary'));
      return reply
        .code(answered.status)
        .headers(headers)
        .send(answered.whole ?? undefined);
    });
    done();
  };
}
