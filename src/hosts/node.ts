import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { SeancesPlugin } from '../plugin.js';

/** What the host's `identity` port gets beside each request: Node's own request. */
export interface NodeContext {
  readonly incoming: IncomingMessage;
}

export type NodeHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/**
 * A listener for `node:http`, to be called for the paths below the plugin's base path.
 *
 * @example createServer((request, response) => request.url.startsWith('/plugins/seances') ? seances(request, response) : …)
 */
export function nodeHandler(plugin: Pick<SeancesPlugin<NodeContext>, 'fetch'>): NodeHandler {
  return getRequestListener(
    (request, { incoming }) => plugin.fetch(request, { incoming: incoming as IncomingMessage }),
    {
      overrideGlobalObjects: false,
    },
  );
}
