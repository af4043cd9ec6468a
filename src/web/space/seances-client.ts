import type { Attempt } from '../core/attempt.js';
import type { Authorized } from '../core/authorize.js';
import type {
  CancellationAct,
  CancellationAnswer,
  CancellationInput,
  CancellationRequest,
} from '../cancellation/cancellation.js';
import type { Comment, NewComment } from '../comment/comment.js';
import type { Deletion, Restoration, RestoredSeances } from '../deletion/deletion.js';
import type { Feed } from '../feed/feed.js';
import { EnrolmentsClient } from '../enrolment/enrolments-client.js';
import { NoticesClient } from '../notice/notices-client.js';
import type { HistoryEvent } from '../history/history.js';
import { Http, readJson, type RequestParts } from '../core/http.js';
import { readConstraints, type ConstraintsOf, type OpenApi } from '../core/input-constraints.js';
import type { Page } from '../core/page.js';
import type { RepetitionInput, RepetitionPreview, RepetitionResult } from '../repetition/repetition.js';
import type { Scope, SeriesChange } from '../series/series.js';
import type { FoundSeances, Location, Seance, SeanceGroup, SeanceInput, Trainer } from '../seance/seance.js';
import { type BriefPageSize } from '../core/page.js';
import {
  seriesOnly,
  toParameters,
  wholeList,
  writeSearch,
  type SeanceSearch,
} from '../seance/seance-search.js';
import { SelectionClient } from '../selection/selection-client.js';
import type {
  ClosedDayList,
  CreatedSeance,
  RepeatedDraft,
  SeanceCheck,
  SeriesChangePreview,
  Warnings,
} from '../wire.gen.js';
import type { Space } from './space.js';

/** The bodies that forms fill in, by the names of their schemas. */
interface Inputs {
  readonly SeanceInput: SeanceInput;
  readonly RepetitionInput: RepetitionInput;
  readonly Cancellation: CancellationInput;
}

/**
 * The HTTP API of one space (docs/reference/http.md). Every method throws a `RequestFailure` for what the server refuses or
 * cannot do, and the signal's reason when it was aborted.
 */
export class SeancesClient {
  readonly enrolments: EnrolmentsClient;
  readonly notices: NoticesClient;
  readonly selection: SelectionClient;
  readonly #http: Http;
  readonly #space: string;

  constructor(baseUrl: string, space: string, locale: string, by: Authorized) {
    this.#http = new Http(baseUrl, locale, by);
    this.#space = `/spaces/${encodeURIComponent(space)}`;
    this.enrolments = new EnrolmentsClient(this.#http, this.#space);
    this.notices = new NoticesClient(this.#http);
    this.selection = new SelectionClient(this.#http, this.#space);
  }

  /** The client of a part of the tool that is loaded later. */
  with<Client>(Part: new (http: Http, space: string) => Client): Client {
    return new Part(this.#http, this.#space);
  }

  /** How many answers said that things are not as they were shown. */
  get contradictions(): number {
    return this.#http.contradictions;
  }

  openSpace(signal?: AbortSignal): Promise<Space> {
    return this.#http.get(this.#space, { signal });
  }

  listSeances(search: SeanceSearch, signal?: AbortSignal): Promise<FoundSeances> {
    return this.#http.get(`${this.#space}/seances`, { query: toParameters(search), signal });
  }

  /** The same, all pages of it, as a file. @param format its ending. */
  exportSeances(search: SeanceSearch, format: string): Promise<Response> {
    const query = new URLSearchParams();
    writeSearch({ ...search, page: wholeList.page, size: wholeList.size }, query);
    return this.#http.file(`${this.#space}/seances.${format}`, query);
  }

  async getSeance(id: string, signal?: AbortSignal): Promise<Seance> {
    return this.#http.get(this.#item(id), { signal });
  }

  /** However often one attempt is sent, it creates the séance, and its copies, once. */
  async createSeance(
    session: string,
    input: SeanceInput & { readonly repetition?: RepetitionInput },
    attempt: Attempt,
  ): Promise<CreatedSeance> {
    const query = new URLSearchParams({ session });
    return readJson(await this.#once(`${this.#space}/seances`, { query, body: input }, attempt));
  }

  /** The séances of a series in the order of their starts. */
  async listSeries(session: string, series: string, signal?: AbortSignal): Promise<readonly Seance[]> {
    const search = { ...wholeList, ...seriesOnly(series), session, page: 1, size: 'all' } as const;
    return (await this.listSeances(search, signal)).items;
  }

  /**
   * Changes a séance, and those of its series that are in `scope`. Refused with the code `stale` when the séance is not
   * as it was read.
   */
  async editSeance(read: Seance, changes: Partial<SeanceInput>, scope: Scope): Promise<Seance> {
    const response = await this.#http.send('PATCH', this.#item(read.id), {
      query: new URLSearchParams({ scope }),
      body: changes,
      headers: asRead(read),
    });
    return readJson<Seance>(response);
  }

  /** What a séance that is being written would run into. @param session of a new one. */
  async checkSeance(
    session: string | undefined,
    draft: SeanceCheck,
    signal?: AbortSignal,
  ): Promise<Warnings['warnings']> {
    const query = new URLSearchParams(session === undefined ? {} : { session });
    const response = await this.#http.send('POST', `${this.#space}/seances/check`, {
      ...{ query, body: draft, signal },
    });
    return (await readJson<Warnings>(response, signal)).warnings;
  }

  /** What `editSeance` would do. */
  async previewChanges(
    id: string,
    changes: Partial<SeanceInput>,
    scope: Scope,
    signal?: AbortSignal,
  ): Promise<readonly SeriesChange[]> {
    const query = new URLSearchParams({ scope });
    const response = await this.#http.send('POST', `${this.#item(id)}/changes/preview`, {
      ...{ query, body: changes, signal },
    });
    return (await readJson<SeriesChangePreview>(response, signal)).changes;
  }

  /** What `repeatSeance` would make. */
  async previewRepetition(
    id: string,
    input: RepetitionInput,
    signal?: AbortSignal,
  ): Promise<RepetitionPreview> {
    const path = `${this.#item(id)}/repetitions/preview`;
    return readJson(await this.#http.send('POST', path, { body: input, signal }), signal);
  }

  /** What `createSeance` would make beside the séance. */
  async previewRepeatedCreation(
    session: string,
    draft: RepeatedDraft,
    signal?: AbortSignal,
  ): Promise<RepetitionPreview> {
    const parts = { query: new URLSearchParams({ session }), body: draft, signal };
    return readJson(
      await this.#http.send('POST', `${this.#space}/seances/repetitions/preview`, parts),
      signal,
    );
  }

  /** Makes all copies or none; however often one attempt is sent, it makes them once. */
  async repeatSeance(id: string, input: RepetitionInput, attempt: Attempt): Promise<RepetitionResult> {
    return readJson(await this.#once(`${this.#item(id)}/repetitions`, { body: input }, attempt));
  }

  /** Cancels a séance, and those of its series that are in the scope. Refused as `editSeance`. */
  cancelSeance(
    request: CancellationRequest,
    input: CancellationInput,
    attempt: Attempt,
  ): Promise<CancellationAnswer> {
    return this.#changeCancellation('cancel', request, input, attempt);
  }

  /** Undoes `cancelSeance`, and is refused as it is. */
  reinstateSeance(request: CancellationRequest, attempt: Attempt): Promise<CancellationAnswer> {
    return this.#changeCancellation('reinstate', request, {}, attempt);
  }

  /** Deletes all of them or none. @param version the one that each has to have still; any when absent. */
  async deleteSeances(ids: readonly string[], attempt: Attempt, version?: number): Promise<void> {
    const body = { ids, ...(version !== undefined && { version }) };
    await this.#once(`${this.#space}/seances/delete`, { body }, attempt);
  }

  /** What happened to a séance, the latest first. */
  readHistory(
    id: string,
    page: number,
    size: BriefPageSize,
    signal?: AbortSignal,
  ): Promise<Page<HistoryEvent>> {
    const query = new URLSearchParams({ page: String(page), size: String(size) });
    return this.#http.get(`${this.#item(id)}/history`, { query, signal });
  }

  /** What of the history is about the séance itself, for everybody who may edit it: the latest hundred. */
  async listEdits(id: string, signal?: AbortSignal): Promise<readonly HistoryEvent[]> {
    const query = new URLSearchParams({ size: '100' });
    return (await this.#http.get<Page<HistoryEvent>>(`${this.#item(id)}/edits`, { query, signal })).items;
  }

  /** The address of a séance as iCalendar, for a link; undefined where one is to be asked for with each click. */
  calendarAddress(id: string): string | undefined {
    return this.#http.addressOf(`${this.#item(id)}.ics`);
  }

  /** The same for one click. */
  calendarAddressOnce(id: string): Promise<string> {
    return this.#http.oneTimeAddressOf(`${this.#item(id)}.ics`);
  }

  /** What was deleted and can be restored, the latest deletion first. */
  listDeletions(page: number, size: BriefPageSize, signal?: AbortSignal): Promise<Page<Deletion>> {
    const query = new URLSearchParams({ page: String(page), size: String(size) });
    return this.#http.get(`${this.#space}/deletions`, { query, signal });
  }

  /** Restores all of them or none. */
  async restoreSeances(restoration: Restoration, attempt: Attempt): Promise<RestoredSeances> {
    return readJson(await this.#once(`${this.#space}/seances/restore`, { body: restoration }, attempt));
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

  /** The platform's closed days that fall wholly or partly between two days, `YYYY-MM-DD`, inclusive. */
  async closedDays(from: string, to: string, signal?: AbortSignal): Promise<ClosedDayList['items']> {
    return this.#choices('closed-days', { from, to }, signal);
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

  /** The server's own rules for a body. */
  async inputConstraints<Name extends keyof Inputs>(
    name: Name,
    signal?: AbortSignal,
  ): Promise<ConstraintsOf<Inputs[Name]>> {
    return readConstraints(await this.#http.get<OpenApi>('/openapi.json', { signal }), name);
  }

  /** The comments of a séance, the newest first. */
  listComments(seance: string, page: number, signal?: AbortSignal): Promise<Page<Comment>> {
    return this.#http.get(`${this.#item(seance)}/comments`, {
      query: new URLSearchParams({ page: String(page) }),
      signal,
    });
  }

  async addComment(seance: string, input: NewComment, attempt: Attempt): Promise<Comment> {
    const path = `${this.#item(seance)}/comments`;
    return readJson<Comment>(await this.#once(path, { body: input }, attempt));
  }

  /** Refused with the code `stale` when somebody has changed the comment since `comment` was read. */
  async editComment(seance: string, comment: Comment, content: string): Promise<Comment> {
    const path = `${this.#item(seance)}/comments/${comment.id}`;
    const headers = asRead(comment);
    return readJson<Comment>(await this.#http.send('PATCH', path, { body: { content }, headers }));
  }

  /** Refused as `editComment`. */
  async deleteComment(seance: string, comment: Comment): Promise<void> {
    const path = `${this.#item(seance)}/comments/${comment.id}`;
    await this.#http.send('DELETE', path, { headers: asRead(comment) });
  }

  async restoreComment(seance: string, id: string): Promise<Comment> {
    const path = `${this.#item(seance)}/comments/${id}/restore`;
    return readJson<Comment>(await this.#http.send('POST', path));
  }

  async #changeCancellation(
    act: CancellationAct,
    { stored, scope }: CancellationRequest,
    body: object,
    attempt: Attempt,
  ): Promise<CancellationAnswer> {
    const parts = { query: new URLSearchParams({ scope }), body, headers: asRead(stored) };
    return readJson(await this.#once(`${this.#item(stored.id)}/${act}`, parts, attempt));
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

/**
 * Has a write refused when somebody else has changed what it is about. The version is that of the body: on its way, the
 * header `ETag` is made a weak one by whoever compresses the answer, and names nothing then.
 */
function asRead({ version }: { readonly version: number }): Readonly<Record<string, string>> {
  return { 'if-match': `"${version}"` };
}
