import type { Attempt } from '../core/attempt.js';
import type {
  Enrolment,
  EnrolmentResult,
  EnrolmentStatus,
  HostGroup,
  OwnDatedResult,
  Person,
} from './enrolment.js';
import { readJson, type Http } from '../core/http.js';
import { pageParameters, type Page, type PageSearch } from '../core/page.js';
import type { SeanceGroup } from '../seance/seance.js';
import type { Scope } from '../series/series.js';
import type { OwnEnrolment, OwnEnrolmentResults } from '../wire.gen.js';

/** Places in the séances of one space, and the groups that limit them (docs/reference/http.md). Fails as `SeancesClient`. */
export class EnrolmentsClient {
  readonly #http: Http;
  readonly #space: string;

  /** @param space the path of the space. */
  constructor(http: Http, space: string) {
    this.#http = http;
    this.#space = space;
  }

  /**
   * Enrols the reader, or puts them into the queue.
   *
   * @param insteadOf the séance of the same group that they give up for it, once the new place is certain.
   */
  async enrolMyself(seanceId: string, insteadOf?: string): Promise<OwnEnrolment> {
    const query = new URLSearchParams(insteadOf === undefined ? {} : { insteadOf });
    return readJson<OwnEnrolment>(await this.#http.send('PUT', `${this.#of(seanceId)}/me`, { query }));
  }

  async leave(seanceId: string): Promise<void> {
    await this.#http.send('DELETE', `${this.#of(seanceId)}/me`);
  }

  /** Enrols the reader on every date of a series that is in scope. */
  enrolInSeries(seanceId: string, scope: Scope): Promise<readonly OwnDatedResult[]> {
    return this.#onDates('PUT', seanceId, scope);
  }

  /** Gives up what the reader has on the dates of a series that are in scope. */
  leaveSeries(seanceId: string, scope: Scope): Promise<readonly OwnDatedResult[]> {
    return this.#onDates('DELETE', seanceId, scope);
  }

  /** @param status only those; empty for all. */
  list(
    seanceId: string,
    search: PageSearch,
    status: EnrolmentStatus | '',
    signal?: AbortSignal,
  ): Promise<Page<Enrolment>> {
    return this.#http.get(this.#of(seanceId), { query: pageParameters(search, { status }), signal });
  }

  /** The same, all pages of it, as a file. @param format its ending. */
  export(seanceId: string, q: string, status: EnrolmentStatus | '', format: string): Promise<Response> {
    const query = new URLSearchParams({ ...(q && { q }), ...(status && { status }) });
    return this.#http.file(`${this.#seance(seanceId)}/participants.${format}`, query);
  }

  /** Learners of the session who are not in yet. @param group only members of this host group; empty for all. */
  candidates(
    seanceId: string,
    search: PageSearch,
    group: string,
    signal?: AbortSignal,
  ): Promise<Page<Person>> {
    const query = pageParameters(search, { group });
    return this.#http.get(`${this.#seance(seanceId)}/candidates`, { query, signal });
  }

  hostGroups(session: string, signal: AbortSignal): Promise<Page<HostGroup>> {
    const query = new URLSearchParams({ session, size: 'all' });
    return this.#http.get(`${this.#space}/host-groups`, { query, signal });
  }

  /** However often one attempt is sent, it enrols once. */
  async enrol(
    seanceId: string,
    userIds: readonly string[],
    scope: Scope,
    attempt: Attempt,
  ): Promise<readonly EnrolmentResult[]> {
    const sent = { query: new URLSearchParams({ scope }), body: { userIds } };
    const response = await this.#http.postOnce(this.#of(seanceId), sent, attempt);
    return (await readJson<{ readonly results: readonly EnrolmentResult[] }>(response)).results;
  }

  /** Gives a place to somebody who waits. */
  async accept(seanceId: string, enrolmentId: string): Promise<void> {
    await this.#http.send('POST', `${this.#one(seanceId, enrolmentId)}/accept`);
  }

  async move(seanceId: string, enrolmentId: string, target: string): Promise<Enrolment> {
    const path = `${this.#one(seanceId, enrolmentId)}/move`;
    return readJson<Enrolment>(await this.#http.send('POST', path, { body: { seanceId: target } }));
  }

  async remove(seanceId: string, enrolmentId: string): Promise<void> {
    await this.#http.send('DELETE', this.#one(seanceId, enrolmentId));
  }

  async editGroup(id: string, changes: Partial<Omit<SeanceGroup, 'id'>>): Promise<SeanceGroup> {
    return readJson<SeanceGroup>(await this.#http.send('PATCH', this.#group(id), { body: changes }));
  }

  /** Its séances stay. */
  async deleteGroup(id: string): Promise<void> {
    await this.#http.send('DELETE', this.#group(id));
  }

  /** One date alone is in scope as if it were asked for by itself: there are no results to read then. */
  async #onDates(
    method: 'PUT' | 'DELETE',
    seanceId: string,
    scope: Scope,
  ): Promise<readonly OwnDatedResult[]> {
    if (scope === 'this') return [await this.#onThis(method, seanceId)];
    const query = new URLSearchParams({ scope });
    const response = await this.#http.send(method, `${this.#of(seanceId)}/me`, { query });
    return (await readJson<OwnEnrolmentResults>(response)).results;
  }

  async #onThis(method: 'PUT' | 'DELETE', seanceId: string): Promise<OwnDatedResult> {
    if (method === 'PUT') return { seanceId, outcome: (await this.enrolMyself(seanceId)).status };
    await this.leave(seanceId);
    return { seanceId, outcome: 'left' };
  }

  #seance(id: string): string {
    return `${this.#space}/seances/${encodeURIComponent(id)}`;
  }

  #of(seanceId: string): string {
    return `${this.#seance(seanceId)}/enrolments`;
  }

  #one(seanceId: string, enrolmentId: string): string {
    return `${this.#of(seanceId)}/${encodeURIComponent(enrolmentId)}`;
  }

  #group(id: string): string {
    return `${this.#space}/groups/${encodeURIComponent(id)}`;
  }
}
