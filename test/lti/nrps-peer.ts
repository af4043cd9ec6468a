import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody as a platform lists them; anything else than what is here may be in it. */
export type ListedMember = Readonly<Record<string, unknown>>;

/** A platform that gives tokens and lists members, page by page, by HTTP on loopback. */
export class NrpsPeer {
  members: readonly ListedMember[] = [];
  /** How many members a page has; a platform may take the `limit` that it is asked for, or not. */
  pageSize: number | undefined;
  /** Answers a page in its own way; undefined to go on as usual. */
  instead: ((request: IncomingMessage, response: ServerResponse) => unknown) | undefined;
  tokenAnswer: { status: number; body: unknown } | undefined;
  /** Bodies of the requests for tokens. */
  readonly tokenRequests: URLSearchParams[] = [];
  /** Of the requests for pages. */
  readonly pageRequests: { readonly url: string; readonly headers: IncomingMessage['headers'] }[] = [];
  /** Tokens that are not taken any more. */
  readonly revoked = new Set<string>();
  private server: Server | undefined;

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    if (!this.server) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server?.address() as AddressInfo).port}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/token') return this.giveToken(request, response);
    const { url = '', headers } = request;
    this.pageRequests.push({ url, headers });
    if (this.instead?.(request, response) !== undefined) return;
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (token === undefined || this.revoked.has(token)) {
      response.writeHead(401).end();
      return;
    }
    this.list(response, url);
  }

  private async giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    this.tokenRequests.push(new URLSearchParams(body));
    const token = `token-${this.tokenRequests.length}`;
    const answer = this.tokenAnswer ?? {
      status: 200,
      body: { access_token: token, token_type: 'Bearer', expires_in: 3_600 },
    };
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body));
  }

  private list(response: ServerResponse, url: string): void {
    const { searchParams } = new URL(url, this.origin);
    const from = Number(searchParams.get('from') ?? 0);
    const size = this.pageSize ?? Number(searchParams.get('limit'));
    const link = `<${this.origin}/members?from=${from + size}&limit=${size}>; rel="next"`;
    response.writeHead(200, {
      'content-type': 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
      ...(from + size < this.members.length && { link: `<${this.origin}/members>; rel="first", ${link}` }),
    });
    const members = this.members.slice(from, from + size);
    response.end(JSON.stringify({ id: url, context: { id: 'course-1' }, members }));
  }
}

/** So many learners, each with a name. */
export function learners(count: number, begin = 1): readonly ListedMember[] {
  return Array.from({ length: count }, (_, index) => learner(`s${begin + index}`));
}

export function learner(id: string, more: ListedMember = {}): ListedMember {
  return {
    user_id: id,
    roles: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Learner'],
    ...{ name: `Ada ${id}`, given_name: 'Ada', family_name: id, email: `${id}@example.org` },
    ...more,
  };
}
