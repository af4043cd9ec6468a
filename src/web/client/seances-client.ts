import type { Attempt } from './attempt.js';
import { EnrolmentsClient } from './enrolments-client.js';
import { Http, readJson, type RequestParts } from './http.js';
import { readConstraints, type OpenApi, type SeanceConstraints } from './input-constraints.js';
import type { Page } from './page.js';
import type { Location, Seance, SeanceGroup, SeanceInput, TaggedSeance, Trainer } from './seance.js';
import { toParameters, type SeanceSearch } from './seance-search.js';
import type { Space } from './space.js';

/**
 * The HTTP API of one space (DESIGN section 6). Every method throws a `RequestFailure` for what the server refuses or
 * cannot do, and the signal's reason when it was aborted.
 */
export class SeancesClient {
  readonly enrolments: EnrolmentsClient;
  readonly #http: Http;
  readonly #space: string;

  constructor(baseUrl: string, space: string, locale: string) {
    this.#http = new Http(baseUrl, locale);
    this.#space = `/spaces/${encodeURIComponent(space)}`;
    this.enrolments = new EnrolmentsClient(this.#http, this.#space);
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

  async inputConstraints(signal?: AbortSignal): Promise<SeanceConstraints> {
    return readConstraints(await this.#http.get<OpenApi>('/openapi.json', { signal }));
  }

  #once(path: string, parts: RequestParts, attempt: Attempt): Promise<Response> {
    return this.#http.postOnce(path, parts, attempt);
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
