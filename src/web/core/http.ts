import type { Attempt } from './attempt.js';
import { RequestFailure } from './request-failure.js';

export interface RequestParts {
  readonly query?: URLSearchParams | undefined;
  /** A Blob is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What says that things are not as they were shown: gone, in the way of a rule, changed meanwhile. */
const contradicting = [404, 409, 412];

/** Sends requests below one base address, in one language. */
export class Http {
  /** How many answers said that things are not as they were shown. */
  contradictions = 0;
  readonly #root: string;
  readonly #locale: string;

  constructor(baseUrl: string, locale: string) {
    this.#root = `${baseUrl.replace(/\/+$/, '')}/api/v1`;
    this.#locale = locale;
  }

  addressOf(path: string): string {
    return `${this.#root}${path}`;
  }

  /**
   * The answer, when it is a good one.
   *
   * @throws RequestFailure for every other answer and for none; the signal's own reason when it was aborted.
   */
  async send(
    method: string,
    path: string,
    { query, body, headers, signal }: RequestParts = {},
  ): Promise<Response> {
    const search = query?.toString();
    const address = `${this.addressOf(path)}${search ? `?${search}` : ''}`;
    const isBlob = body instanceof Blob;
    const response = await reach(address, {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': this.#locale,
        ...(body !== undefined && { 'content-type': isBlob ? body.type : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isBlob ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    if (response.ok) return response;
    if (contradicting.includes(response.status)) this.contradictions += 1;
    throw await RequestFailure.fromResponse(response);
  }

  /** Sends one attempt, as often as it takes: the server does it once. */
  async postOnce(path: string, parts: RequestParts, attempt: Attempt): Promise<Response> {
    try {
      return await this.send('POST', path, {
        ...parts,
        headers: { ...parts.headers, 'idempotency-key': attempt.key },
      });
    } catch (error) {
      if (error instanceof RequestFailure) attempt.failed(error);
      throw error;
    }
  }

  /** A file, which its headers name. */
  file(path: string, query: URLSearchParams): Promise<Response> {
    return this.send('GET', path, { query, headers: { accept: '*/*' } });
  }

  async get<T>(path: string, parts: RequestParts = {}): Promise<T> {
    return readJson<T>(await this.send('GET', path, parts), parts.signal);
  }
}

/** The JSON of an answer: one that breaks off, or is a proxy's page, is as good as none. */
export async function readJson<T>(response: Response, signal?: AbortSignal): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RequestFailure('unavailable', { status: response.status }, { cause });
  }
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    init.signal?.throwIfAborted();
    throw new RequestFailure('offline', {}, { cause });
  }
}
