import type { Attempt } from './attempt.js';
import type { Comment } from './comment.js';
import type { Feed } from './feed.js';
import { Http, readJson, type RequestParts } from './http.js';
import { readConstraints, type OpenApi, type SeanceConstraints } from './input-constraints.js';
import { RequestFailure } from './request-failure.js';
import type { Location, Seance, SeanceGroup, SeanceInput, TaggedSeance, Trainer } from './seance.js';
import { toParameters, type PageSize, type SeanceSearch } from './seance-search.js';
import type { Space } from './space.js';

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are on all pages. */
  readonly total: number;
  readonly page: number;
  readonly size: PageSize;
}

/**
 * The HTTP API of one space (DESIGN section 6). Every method throws a `RequestFailure` for what the server refuses or
 * cannot do, and the signal's reason when it was aborted.
 */
export class SeancesClient {
  readonly #http: Http;
  readonly #space: string;

  constructor(baseUrl: string, space: string, locale: string) {
    this.#http = new Http(baseUrl, locale);
    this.#space = `/spaces/${encodeURIComponent(space)}`;
  }

  openSpace(signal?: AbortSignal): Promise<Space> {
    return this.#http.get(this.#space, { signal });
  }

  listSeances(search: SeanceSearch, signal?: AbortSignal): Promise<Page<Seance>> {
    return this.#http.get(`${this.#space}/seances`, { query: toParameters(search), signal });
  }

  async getSeance(id: string, signal?: AbortSignal): Promise<TaggedSeance> {
    return tagged(await this.#http.send('GET', this.#item(id), { signal }), signal);
  }

  /** However often one attempt is sent, it creates one séance. */
  async createSeance(session: string, input: SeanceInput, attempt: Attempt): Promise<Seance> {
    const query = new URLSearchParams({ session });
    return readJson<Seance>(await this.#once(`${this.#space}/seances`, { query, body: input }, attempt));
  }

  /** Refused with the code `stale` when the séance is not as it was under `etag`. */
  async editSeance(id: string, changes: Partial<SeanceInput>, etag: string): Promise<Seance> {
    const response = await this.#http.send('PATCH', this.#item(id), {
      body: changes,
      headers: { 'if-match': etag },
    });
    return readJson<Seance>(response);
  }

  /** Deletes all of them or none. */
  async deleteSeances(ids: readonly string[], attempt: Attempt): Promise<void> {
    await this.#once(`${this.#space}/seances/delete`, { body: { ids } }, attempt);
  }

  async restoreSeance(id: string): Promise<void> {
    await this.#http.send('POST', `${this.#item(id)}/restore`);
  }

  async listGroups(session: string, signal?: AbortSignal): Promise<readonly SeanceGroup[]> {
    return this.#choices('groups', { session }, signal);
  }

  async listLocations(signal?: AbortSignal): Promise<readonly Location[]> {
    return this.#choices('locations', { size: 'all' }, signal);
  }

  async listTrainers(session: string, signal?: AbortSignal): Promise<readonly Trainer[]> {
    return this.#choices('trainers', { session, size: 'all' }, signal);
  }

  getFeed(signal?: AbortSignal): Promise<Feed> {
    return this.#http.get('/me/feed', { signal });
  }

  /** Makes a feed in place of the one that there was: only this answer tells its address. */
  async renewFeed(): Promise<Feed> {
    return readJson<Feed>(await this.#http.send('POST', '/me/feed'));
  }

  async revokeFeed(): Promise<void> {
    await this.#http.send('DELETE', '/me/feed');
  }

  async inputConstraints(signal?: AbortSignal): Promise<SeanceConstraints> {
    return readConstraints(await this.#http.get<OpenApi>('/openapi.json', { signal }));
  }

  /** The informations of a séance, the newest first. */
  listComments(seance: string, page: number, signal?: AbortSignal): Promise<Page<Comment>> {
    return this.#http.get(`${this.#item(seance)}/comments`, {
      query: new URLSearchParams({ page: String(page) }),
      signal,
    });
  }

  async addComment(seance: string, content: string, attempt: Attempt): Promise<Comment> {
    const path = `${this.#item(seance)}/comments`;
    return readJson<Comment>(await this.#once(path, { body: { content } }, attempt));
  }

  async editComment(seance: string, id: string, content: string): Promise<Comment> {
    const path = `${this.#item(seance)}/comments/${id}`;
    return readJson<Comment>(await this.#http.send('PATCH', path, { body: { content } }));
  }

  async deleteComment(seance: string, id: string): Promise<void> {
    await this.#http.send('DELETE', `${this.#item(seance)}/comments/${id}`);
  }

  async restoreComment(seance: string, id: string): Promise<Comment> {
    const path = `${this.#item(seance)}/comments/${id}/restore`;
    return readJson<Comment>(await this.#http.send('POST', path));
  }

  async #once(path: string, parts: RequestParts, attempt: Attempt): Promise<Response> {
    try {
      return await this.#http.send('POST', path, { ...parts, headers: { 'idempotency-key': attempt.key } });
    } catch (error) {
      attempt.failed(RequestFailure.of(error));
      throw error;
    }
  }

  #item(id: string): string {
    return `${this.#space}/seances/${encodeURIComponent(id)}`;
  }

  async #choices<T>(
    name: string,
    query: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<readonly T[]> {
    const { items } = await this.#http.get<{ readonly items: readonly T[] }>(`${this.#space}/${name}`, {
      query: new URLSearchParams(query),
      signal,
    });
    return items;
  }
}

async function tagged(response: Response, signal?: AbortSignal): Promise<TaggedSeance> {
  return { seance: await readJson<Seance>(response, signal), etag: response.headers.get('etag') ?? '*' };
}
