import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** A server that answers by a function of the Fetch standard. */
export interface HttpServer {
  readonly port: number;
  /** Takes no new requests, and answers those under way. */
  close(): Promise<void>;
}

/** How long requests under way may take when the server is closed, in milliseconds. */
const drainFor = 10_000;

/** @throws Error in one line when the port cannot be had. */
export async function serveHttp(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<HttpServer> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'it is in use' : reasonOf(cause);
    throw new Error(`Port ${port} cannot be had: ${reason}. Choose another one with PORT.`, { cause });
  }
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection whose last answer was sent only now is kept alive by the browser, not by anything that it waits for.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const impatience = setTimeout(() => server.closeAllConnections(), drainFor);
  await closed;
  clearInterval(sweep);
  clearTimeout(impatience);
}

/** What went wrong, in one line. Several failed attempts, such as one per address of a host, carry it in `errors`. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const { message, code } = first as NodeJS.ErrnoException;
  return (message || code || String(first)).split('\n')[0] ?? '';
}
