import type { ReactiveControllerHost } from 'lit';
import type { CommandEvent } from './command.js';
import { Loader } from './loader.js';
import { lastPage, type Page, type PageSearch, type PageSize } from './page.js';

type Ask<T> = (search: PageSearch, signal: AbortSignal) => Promise<Page<T>>;

/** Loads a page of something that has a search box and a pager of its own. */
export class PageLoader<T> extends Loader<Page<T>> {
  search: PageSearch;
  readonly #ask: Ask<T>;

  constructor(host: ReactiveControllerHost, ask: Ask<T>, size: PageSize = 20) {
    super(host);
    this.#ask = ask;
    this.search = { q: '', page: 1, size };
  }

  /** From the first page, as when something else narrows the search. */
  restart(): void {
    this.search = { ...this.search, page: 1 };
    this.reload();
  }

  readonly reload = (): void => {
    void this.#reload();
  };

  /** Everything that matches, on one page: true once it is there. */
  loadAll(): Promise<boolean> {
    this.search = { ...this.search, page: 1, size: 'all' };
    return this.#reload();
  }

  /** What a search box or a pager asks of the list around it: here it is this one, and nobody else's. */
  readonly hear = (event: Event): void => {
    const { command } = event as CommandEvent;
    if (command.does !== 'search') return;
    event.stopPropagation();
    const { q = this.search.q, page = 1, size = this.search.size } = command.changes;
    this.search = { q, page, size };
    this.reload();
  };

  async #reload(): Promise<boolean> {
    const isThere = await this.load((signal) => this.#ask(this.search, signal));
    const last = lastPage(this.answer, this.search.size);
    if (!isThere || this.search.page <= last) return isThere;
    this.search = { ...this.search, page: last };
    return this.#reload();
  }
}
