import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Page } from '../client/page.js';
import { RequestFailure } from '../client/request-failure.js';
import type { Seance } from '../client/seance.js';
import type { SeanceSearch } from '../client/seance-search.js';
import type { SeancesClient } from '../client/seances-client.js';

/** Loads the list. What was loaded stays until the next page is there, and only the last request counts. */
export class ListLoader implements ReactiveController {
  page: Page<Seance> | undefined;
  failure: RequestFailure | undefined;
  isLoading = false;
  readonly #host: ReactiveControllerHost;
  #request: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#request?.abort();
  }

  async load(client: SeancesClient, search: SeanceSearch): Promise<void> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.isLoading = true;
    this.#host.requestUpdate();
    try {
      this.page = await client.listSeances(search, request.signal);
      this.failure = undefined;
    } catch (error) {
      if (!request.signal.aborted) this.failure = RequestFailure.of(error);
    }
    if (request.signal.aborted) return;
    this.isLoading = false;
    this.#host.requestUpdate();
  }
}
