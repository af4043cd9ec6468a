import { expect } from 'chai';
import type { SeanceView } from '../../src/application/seance/seance-view.js';
import type { RefusedSeance } from '../../src/domain/refusal.js';
import { space } from './campus.js';
import type { Documented } from './documented.js';
import type { Mounted } from './mounts.js';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly message: string;
    readonly seance?: RefusedSeance;
  }[];
  readonly errorCount?: number;
}

/** An answer that was read to its end. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export interface Sending {
  /** Who asks; nobody when null. Default: `trainer1`. */
  readonly as?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: NonNullable<RequestInit['body']>;
  /** False for requests that are answered by the host before the plugin hears of them. Default: true. */
  readonly documented?: boolean;
}

/** A client of the plugin that checks every answer against the OpenAPI document. */
export class Api {
  constructor(
    private readonly mounted: Mounted,
    readonly basePath: string,
    private readonly documented: Documented | undefined,
  ) {}

  get origin(): string {
    return this.mounted.origin;
  }

  async send<Body = unknown>(method: string, path: string, sending: Sending = {}): Promise<Answer<Body>> {
    const { as = 'trainer1', headers = {}, json, raw, documented = true } = sending;
    const body = json === undefined ? raw : JSON.stringify(json);
    const response = await this.mounted.send(
      new Request(`${this.mounted.origin}${this.basePath}${path}`, {
        method,
        headers: {
          ...(as !== null && { 'x-actor': as }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body, duplex: 'half' }),
      } as RequestInit),
    );
    const answer = await read<Body>(response);
    if (documented && method !== 'HEAD' && method !== 'OPTIONS') this.check(method, path, answer);
    return answer;
  }

  get<Body = unknown>(path: string, sending?: Sending): Promise<Answer<Body>> {
    return this.send<Body>('GET', path, sending);
  }

  post<Body = unknown>(path: string, json: unknown, sending: Sending = {}): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, { json, ...sending });
  }

  patch<Body = unknown>(path: string, json: unknown, sending: Sending = {}): Promise<Answer<Body>> {
    return this.send<Body>('PATCH', path, { json, ...sending });
  }

  delete<Body = unknown>(path: string, sending?: Sending): Promise<Answer<Body>> {
    return this.send<Body>('DELETE', path, sending);
  }

  /** A séance that was created for a test. */
  async created(parts: Readonly<Record<string, unknown>> = {}, path = seances): Promise<SeanceView> {
    const answer = await this.post<SeanceView>(path, seanceBody(parts));
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  }

  private check(method: string, path: string, { status, headers, body }: Answer): void {
    const mediaType = headers.get('content-type')?.split(';')[0] ?? '';
    const pathname = path.split('?')[0] ?? '';
    const faults = this.documented?.faults(method, pathname, status, mediaType, body) ?? [];
    expect(faults, `${method} ${path} answered ${status}`).to.deep.equal([]);
  }
}

export const seances = `/api/v1/spaces/${space}/seances`;

/** The smallest body that creates a séance, with `parts`. */
export function seanceBody(parts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { name: 'Séance', start: '2026-12-01T09:00', end: '2026-12-01T10:30', ...parts };
}

/** Asserts that an answer is a problem of this status and code, and answers it. */
export function refusedWith(answer: Answer, status: number, code: string): Problem {
  expect(answer.status, answer.text).to.equal(status);
  const problem = answer.body as Problem;
  expect(problem).to.include({ status, code, type: `urn:seances:problem:${code}` });
  expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
  return problem;
}

/** Asserts that an answer refuses these fields for these reasons, and nothing else. */
export function invalid(answer: Answer, ...expected: readonly [pointer: string, code: string][]): void {
  const { errors = [] } = refusedWith(answer, 422, 'validation');
  expect(errors.map(({ pointer, code }) => [pointer, code])).to.deep.equal(expected);
  for (const { message } of errors) expect(message).to.be.a('string').and.not.equal('');
}

async function read<Body>(response: Response): Promise<Answer<Body>> {
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  const body = (json && text !== '' ? JSON.parse(text) : text || undefined) as Body;
  return { status: response.status, headers: response.headers, text, body };
}
