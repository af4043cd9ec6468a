import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import type { FakeHost } from '../../src/testing/index.js';

export const secret = `whsec_${Buffer.from('a key of the tests, 24 bytes').toString('base64')}`;

interface Call {
  readonly id: string;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type Method = (...values: unknown[]) => Promise<unknown>;

/** What is optional, and this platform has. */
const capabilities = [
  'directory.learnsIn',
  'locations.search',
  'locations.find',
  'events.deliver',
  'agenda.publish',
  'agenda.withdraw',
  'mailer.send',
  'contacts.of',
];

/** A platform on loopback that answers for `host`, and signs with the reference implementation of Standard Webhooks. */
export class PlatformServer {
  /** The methods that were asked, in their order. */
  readonly asked: string[] = [];
  /** Answers in the place of the platform; what it leaves alone is answered as it should be. */
  instead: (call: Call, response: ServerResponse) => boolean = () => false;
  capabilities: unknown = capabilities;
  /** Answers whoever asks. */
  believesAll = false;

  private readonly webhook = new Webhook(secret);

  private constructor(
    private readonly host: FakeHost,
    private readonly server = createServer(),
  ) {
    this.server.on('request', (request, response) => void this.answer(request, response));
  }

  static async start(host: FakeHost): Promise<PlatformServer> {
    const platform = new PlatformServer(host);
    platform.server.listen(0, '127.0.0.1');
    await once(platform.server, 'listening');
    return platform;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/seances-host`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Sends `body` as it is, signed as of `at`. */
  send(response: ServerResponse, body: string, id = 'answer', at = new Date()): void {
    response.setHeader('webhook-id', id);
    response.setHeader('webhook-timestamp', Math.floor(at.getTime() / 1_000));
    response.setHeader('webhook-signature', this.webhook.sign(id, at, body));
    response.end(body);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    try {
      this.webhook.verify(body, request.headers as Record<string, string>);
    } catch {
      if (!this.believesAll) return void response.writeHead(401).end();
    }
    const call = JSON.parse(body) as Call;
    this.asked.push(call.method);
    if (this.instead(call, response)) return;
    const answer = await this.answerTo(call);
    this.send(response, JSON.stringify({ id: call.id, ...answer }), call.id);
  }

  private async answerTo({ method, params }: Call): Promise<object> {
    if (method === 'capabilities') return { result: this.capabilities };
    if (method === 'identity.identify') {
      const user = /user=(\w+)/.exec(String(params['cookie']))?.[1] ?? '';
      const request = new Request('http://platform.test', { headers: { 'x-actor': user } });
      return { result: await this.host.identity.identify(request) };
    }
    const [portName = '', name = ''] = method.split('.');
    const port = this.host.ports[portName as 'directory'] as unknown as Record<string, Method | undefined>;
    const found = port[name];
    if (!found) return { error: { code: 'unknown-method', message: `There is no ${method}.` } };
    // Parameters arrive in the order of the port's.
    return { result: (await Reflect.apply(found, port, Object.values(params))) ?? null };
  }
}
