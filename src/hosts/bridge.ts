import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { WholeResponse } from '../ports/whole-response.js';

/**
 * Tells the Node bridge that an answer is on its way. Of no class: it may have put a `Response` of its own into the place
 * of the runtime's, and an answer of that class is written whatever its headers say.
 */
const alreadySent = { headers: RESPONSE_ALREADY_SENT.headers, body: null } as Response;

export type NodeHandler = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** A listener for `node:http` from a function that answers requests of the Fetch standard. */
export function bridge(
  answer: (request: Request, incoming: IncomingMessage) => Promise<Response>,
): NodeHandler {
  return getRequestListener(
    async (request, node) => {
      const outgoing = node.outgoing as ServerResponse;
      const response = await answer(request, node.incoming as IncomingMessage);
      if (!(response instanceof WholeResponse)) return response;
      write(response, outgoing);
      return alreadySent;
    },
    { overrideGlobalObjects: false },
  );
}

/** Writes headers and body together: each write wakes whoever reads, which costs more than what is written. */
function write({ status, headers, whole }: WholeResponse, outgoing: ServerResponse): void {
  const length = whole === null ? {} : { 'content-length': Buffer.byteLength(whole) };
  outgoing.writeHead(status, { ...Object.fromEntries(headers), ...length });
  outgoing.end(whole);
}
