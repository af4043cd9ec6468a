import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Page, PageSearch } from './page.js';
import { RequestFailure } from './request-failure.js';
import type { PageSize } from './page.js';
import type { CommandEvent } from './command.js';

type Answer<T> = (search: PageSearch, signal: AbortSignal) => Promise<Page<T>>;

/**
 * Loads one page of something that has a search box and a pager of its own. What was loaded stays until the next page
 * is there, and only the last request counts.
 */
export class PageLoader<T> implements ReactiveController {
  search: PageSearch;
  page: Page<T> | undefined;
  failure: RequestFailure | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #answer: Answer<T>;
  #request: AbortController | undefined;

  constructor(host: ReactiveControllerHost, answer: Answer<T>, size: PageSize = 20) {
    this.#host = host;
    this.#answer = answer;
    this.search = { q: '', page: 1, size };
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#request?.abort();
  }

  /** From the first page, as when something else narrows the search. */
  restart(): void {
    this.search = { ...this.search, page: 1 };
    this.reload();
  }

  readonly reload = (): void => {
    void this.#load();
  };

  /** Everything that matches, on one page: true once it is there. */
  async loadAll(): Promise<boolean> {
    this.search = { ...this.search, page: 1, size: 'all' };
    await this.#load();
    return this.failure === undefined;
  }

  /** What a search box or a pager asks of the list around it: here it is this one, and nobody else's. */
  readonly hear = (event: Event): void => {
    const { command } = event as CommandEvent;
    if (command.does !== 'search') return;
    event.stopPropagation();
    const { q = this.search.q, page = this.search.page, size = this.search.size } = command.changes;
    this.search = { q, page, size };
    this.reload();
  };

  async #load(): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      this.page = await this.#answer(this.search, request.signal);
      this.failure = undefined;
    } catch (error) {
      if (!request.signal.aborted) this.failure = RequestFailure.of(error);
    }
    if (request.signal.aborted) return;
    this.#host.requestUpdate();
    this.#comeBack();
  }

  /** The last page may be gone with the last that was on it. */
  #comeBack(): void {
    const { size, page } = this.search;
    if (!this.page || size === 'all') return;
    const last = Math.max(1, Math.ceil(this.page.total / size));
    if (page <= last) return;
    this.search = { ...this.search, page: last };
    this.reload();
  }
}
