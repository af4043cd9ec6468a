import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { SeancesPlugin } from '../plugin.js';
import type { WholeAnswer, WholeFetch } from '../ports/whole-answer.js';

/**
 * Tells the Node bridge that an answer is on its way. Of no class: it may have put a `Response` of its own into the place
 * of the runtime's, and an answer of that class is written whatever its headers say.
 */
const alreadySent = { headers: RESPONSE_ALREADY_SENT.headers, body: null } as Response;

export type NodeHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** A listener for `node:http` from a function that answers requests of the Fetch standard. */
export function bridge(
  answer: (request: Request, incoming: IncomingMessage) => Promise<Response | WholeAnswer>,
): NodeHandler {
  return getRequestListener(
    async (request, node) => {
      const outgoing = node.outgoing as ServerResponse;
      const answered = await answer(request, node.incoming as IncomingMessage);
      if (!('whole' in answered)) return answered;
      write(answered, outgoing);
      return alreadySent;
    },
    { overrideGlobalObjects: false },
  );
}

/** What the plugin answers; a `Response` when the host has put a function of its own into the place of `fetch`. */
export function ask<Context>(
  plugin: Pick<SeancesPlugin<Context>, 'fetch'>,
  request: Request,
  context: Context,
): Promise<Response | WholeAnswer> {
  const { whole } = plugin.fetch as Partial<WholeFetch<Context>>;
  return whole ? whole(request, context) : plugin.fetch(request, context);
}

/** Writes headers and body together: each write wakes whoever reads, which costs more than what is written. */
function write({ status, headers, whole }: WholeAnswer, outgoing: ServerResponse): void {
  const length = whole === null ? {} : { 'content-length': Buffer.byteLength(whole) };
  outgoing.writeHead(status, { ...headers, ...length });
  outgoing.end(whole);
}
