import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Comment } from './comment.js';
import { RequestFailure } from '../core/request-failure.js';
import type { SeancesClient } from '../space/seances-client.js';

/** The informations of one séance, the newest first, as far as they were asked for. */
export class CommentThread implements ReactiveController {
  /** Undefined until they are there. */
  comments: readonly Comment[] | undefined;
  total = 0;
  failure: RequestFailure | undefined;
  readonly #host: ReactiveControllerHost;
  #request: AbortController | undefined;
  #pages = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#request?.abort();
  }

  get hasMore(): boolean {
    return (this.comments?.length ?? 0) < this.total;
  }

  /** Starts again with the first page. */
  async load(client: SeancesClient, seance: string): Promise<void> {
    this.#pages = 0;
    await this.loadMore(client, seance);
  }

  /** Adds the next page. What somebody wrote in the meantime moved the pages: what is there already stays once. */
  async loadMore(client: SeancesClient, seance: string): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      const { items, total } = await client.listComments(seance, this.#pages + 1, request.signal);
      const shown = this.#pages === 0 ? [] : (this.comments ?? []);
      const known = new Set(shown.map(({ id }) => id));
      this.comments = [...shown, ...items.filter(({ id }) => !known.has(id))];
      this.total = total;
      this.#pages += 1;
      this.failure = undefined;
    } catch (error) {
      if (!request.signal.aborted) this.failure = RequestFailure.of(error);
    }
    this.#host.requestUpdate();
  }

  put(comment: Comment): void {
    const isKnown = this.comments?.some(({ id }) => id === comment.id) ?? false;
    const others = this.comments ?? [];
    this.comments = isKnown
      ? others.map((one) => (one.id === comment.id ? comment : one))
      : [...others, comment].sort(newestFirst);
    if (!isKnown) this.total += 1;
    this.#host.requestUpdate();
  }

  remove(id: string): void {
    this.comments = this.comments?.filter((comment) => comment.id !== id);
    this.total -= 1;
    this.#host.requestUpdate();
  }
}

/** The server's order. */
function newestFirst(one: Comment, other: Comment): number {
  return `${one.createdAt} ${one.id}` < `${other.createdAt} ${other.id}` ? 1 : -1;
}
