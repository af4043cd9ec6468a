import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

type Answer = (request: Request) => Response | Promise<Response>;

/** A server on loopback, on a port of its own, for a platform or a tool that answers requests of the Fetch standard. */
export class WebServer {
  private constructor(private readonly server = createServer()) {}

  static async start(answer: Answer): Promise<WebServer> {
    const started = new WebServer();
    started.server.on('request', (incoming, outgoing) => void respond(incoming, outgoing, answer));
    started.server.listen(0, '127.0.0.1');
    await once(started.server, 'listening');
    return started;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A body that fails is a connection that breaks off; whatever else fails is a fault of the test's. */
async function respond(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer): Promise<void> {
  try {
    const response = await answer(await asRequest(incoming));
    outgoing.writeHead(response.status, [...response.headers].flat());
    for await (const chunk of response.body ?? []) {
      await new Promise((written) => outgoing.write(chunk, written));
    }
    outgoing.end();
  } catch (error) {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(500).end(String(error));
  }
}

async function asRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/', headers } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? null : await buffer(incoming);
  return new Request(`http://${headers.host ?? ''}${url}`, {
    method,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
    body,
  });
}
