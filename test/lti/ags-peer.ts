import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Score {
  readonly userId: string;
  readonly scoreGiven: number;
  readonly scoreMaximum: number;
  readonly timestamp: string;
}

/** A platform that gives tokens and takes grades (Assignment and Grade Services 2.0), by HTTP on loopback. */
export class AgsPeer {
  /** The columns of the course; a tool finds those of others too. */
  columns: { readonly id: string; readonly tag?: string; readonly label: string }[] = [];
  /** In the order in which they came. */
  readonly scores: Score[] = [];
  readonly scopes: string[] = [];
  /** Answers scores of somebody in the place of the platform. */
  refused = new Map<string, number>();
  /** Answers all that is not about tokens with this. */
  down: number | undefined;
  private server: Server | undefined;

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  /** What people have now: the latest of each. */
  get grades(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.scores.map(({ userId, scoreGiven }) => [userId, scoreGiven]));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { status, json } = this.answerTo(request, body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json ?? {}));
  }

  private answerTo({ url = '', method, headers }: IncomingMessage, body: string) {
    const { pathname } = new URL(url, this.origin);
    if (pathname === '/token') {
      this.scopes.push(new URLSearchParams(body).get('scope') ?? '');
      return { status: 200, json: { access_token: 'token', token_type: 'Bearer', expires_in: 3_600 } };
    }
    if (headers.authorization !== 'Bearer token') return { status: 401 };
    if (this.down !== undefined) return { status: this.down };
    if (pathname === '/items' && method === 'GET') return { status: 200, json: this.columns };
    if (pathname === '/items') return { status: 201, json: this.made(body) };
    return { status: this.taken(pathname, body) };
  }

  private made(body: string) {
    const column = { ...(JSON.parse(body) as { tag: string; label: string }) };
    const made = { ...column, id: `${this.origin}/items/${this.columns.length + 1}?of=course` };
    this.columns.push(made);
    return made;
  }

  private taken(pathname: string, body: string): number {
    const score = JSON.parse(body) as Score;
    if (!this.columns.some(({ id }) => `${new URL(id).pathname}/scores` === pathname)) return 404;
    const refused = this.refused.get(score.userId);
    if (refused === undefined) this.scores.push(score);
    return refused ?? 200;
  }
}
