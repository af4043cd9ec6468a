import type { Attempt } from './attempt.js';
import type { Authorized } from './authorize.js';
import type { Download } from '../wire.gen.js';
import { RequestFailure } from './request-failure.js';

export interface RequestParts {
  readonly query?: URLSearchParams | undefined;
  /** A Blob is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether it goes on when its page is left. */
  readonly keepalive?: boolean;
}

/** A request that can be sent again as it is. */
type Init = Omit<RequestInit, 'headers'> & { readonly headers: Readonly<Record<string, string>> };

/** What says that things are not as they were shown: gone, in the way of a rule, changed meanwhile. */
const contradicting = [404, 409, 412];

/** Where the routes are below the address at which the plugin is mounted. */
const apiPath = '/api/v1';

/** Makes the client of a part that is loaded later, for one space. */
export type ClientOf = <Client>(Part: new (http: Http, space: string) => Client) => Client;

/** Sends requests below one base address, in one language. */
export class Http {
  /** How many answers said that things are not as they were shown. */
  contradictions = 0;
  readonly #root: string;
  readonly #locale: string;
  readonly #by: Authorized;

  /** @param by what says who asks: read anew before each request. */
  constructor(baseUrl: string, locale: string, by: Authorized) {
    this.#root = `${baseUrl.replace(/\/+$/, '')}${apiPath}`;
    this.#locale = locale;
    this.#by = by;
  }

  /** For a link; undefined where following it would not say who asks. */
  addressOf(path: string): string | undefined {
    return this.#by.authorize ? undefined : `${this.#root}${path}`;
  }

  /** For a link that is followed once, and at once: the secret in it says who asks. */
  async oneTimeAddressOf(path: string): Promise<string> {
    const body = { path: `${apiPath}${path}` };
    return (await readJson<Download>(await this.send('POST', '/downloads', { body }))).url;
  }

  /**
   * The answer, when it is a good one.
   *
   * @throws RequestFailure for every other answer and for none; the signal's own reason when it was aborted.
   */
  async send(
    method: string,
    path: string,
    { query, body, headers, signal, keepalive = false }: RequestParts = {},
  ): Promise<Response> {
    const search = query?.toString();
    const address = `${this.#root}${path}${search ? `?${search}` : ''}`;
    const isBlob = body instanceof Blob;
    const response = await this.#reach(address, {
      method,
      keepalive,
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

  /** The answer; the second one where the first said that nobody is known, since that may have an end. */
  async #reach(address: string, init: Init): Promise<Response> {
    const response = await this.#ask(address, init);
    if (response.status !== 401 || !this.#by.authorize) return response;
    await response.body?.cancel();
    return this.#ask(address, init);
  }

  async #ask(address: string, init: Init): Promise<Response> {
    try {
      const token = await this.#by.authorize?.();
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      return await fetch(address, { ...init, headers: { ...init.headers, ...authorization } });
    } catch (cause) {
      init.signal?.throwIfAborted();
      throw new RequestFailure('offline', {}, { cause });
    }
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
