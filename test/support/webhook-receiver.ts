import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook as Verifier } from 'standardwebhooks';

export interface Received {
  readonly id: string;
  /** The id of the event that it tells of. */
  readonly eventId: string;
  readonly type: string;
  readonly signatures: number;
}

/** Another system on this machine: keeps what it is told and is signed with its secret, and refuses everything else. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** What it answers to what is signed as it should be. */
  answer: RequestListener = (_, response) => response.writeHead(204).end();
  private readonly server: Server;

  /** @param secrets with which every message has to be signed: others may be added. */
  private constructor(readonly secrets: string[]) {
    this.server = createServer((request, response) => {
      void this.take(request).then((isSigned) => {
        if (isSigned) this.answer(request, response);
        else response.writeHead(401).end('Not signed with a secret of ours');
      });
    });
  }

  static async start(...secrets: string[]): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver(secrets);
    receiver.server.listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/hook`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async take(request: IncomingMessage): Promise<boolean> {
    const body = await text(request);
    const headers = request.headers as Record<string, string>;
    const isSigned = this.secrets.every((secret) => isSignedWith(secret, body, headers));
    if (!isSigned) return false;
    const { type, data } = JSON.parse(body) as { type: string; data: { eventId?: string } };
    const signatures = headers['webhook-signature']?.split(' ').length ?? 0;
    this.received.push({ id: headers['webhook-id'] ?? '', eventId: data.eventId ?? '', type, signatures });
    return true;
  }
}

function isSignedWith(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Verifier(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}
