import type { IncomingMessage } from 'node:http';
import type { SeancesPlugin } from '../plugin.js';
import { ask, bridge, type NodeHandler } from './bridge.js';

/** What the host's `identity` port gets beside each request: Node's own request. */
export interface NodeContext {
  readonly request: IncomingMessage;
  /** The same, by the name that it had first. */
  readonly incoming: IncomingMessage;
}

export type { NodeHandler };

/**
 * A listener for `node:http`, to be called for the paths below the plugin's base path.
 *
 * @example createServer((request, response) => request.url.startsWith('/plugins/seances') ? seances(request, response) : …)
 */
export function nodeHandler(plugin: Pick<SeancesPlugin<NodeContext>, 'fetch'>): NodeHandler {
  return bridge((request, incoming) => ask(plugin, request, { request: incoming, incoming }));
}
