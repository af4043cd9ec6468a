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

/** Answers a request of the Fetch standard. */
type Answering = (request: Request, incoming: IncomingMessage) => Promise<Response | WholeAnswer>;

/** What `answer` says to a request of Node's, for a framework that writes it. */
export async function answerTo(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: Answering,
): Promise<Response | WholeAnswer | undefined> {
  let answered: Response | WholeAnswer | undefined;
  const listener = getRequestListener(
    async (request) => {
      answered = await answer(request, incoming);
      return alreadySent;
    },
    { overrideGlobalObjects: false },
  );
  await listener(incoming, outgoing);
  return answered;
}

/** A listener for `node:http` from a function that answers requests of the Fetch standard. */
export function bridge(answer: Answering): NodeHandler {
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

/** Caches heed what the host says of an answer as well, such as `Vary: Origin` with CORS. */
export function withVary(
  headers: WholeAnswer['headers'],
  hosts: number | string | readonly string[] | undefined,
): WholeAnswer['headers'] {
  if (hosts === undefined || headers['vary'] === undefined) return headers;
  return { ...headers, vary: `${String(hosts)}, ${headers['vary']}` };
}

/** Writes headers and body together: each write wakes whoever reads, which costs more than what is written. */
function write({ status, headers, whole }: WholeAnswer, outgoing: ServerResponse): void {
  const length = whole === null ? {} : { 'content-length': Buffer.byteLength(whole) };
  outgoing.writeHead(status, { ...withVary(headers, outgoing.getHeader('vary')), ...length });
  outgoing.end(whole);
}
