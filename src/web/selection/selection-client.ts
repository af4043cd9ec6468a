import type { Attempt } from '../core/attempt.js';
import { readJson, type Http } from '../core/http.js';
import type { SeriesChange } from '../series/series.js';
import type { Cancellations, ReinstatedSeances, SeriesChangePreview } from '../wire.gen.js';
import type { SelectionEdit } from './selection.js';

/** The part of the HTTP API that is about several séances at once, whatever series they are of: all of them or none. */
export class SelectionClient {
  readonly #http: Http;
  readonly #seances: string;

  /** @param space the path of the space. */
  constructor(http: Http, space: string) {
    this.#http = http;
    this.#seances = `${space}/seances`;
  }

  /** However often one attempt is sent, it edits once; so do the others. */
  async edit(edit: SelectionEdit, attempt: Attempt): Promise<void> {
    await this.#http.postOnce(`${this.#seances}/edit`, { body: edit }, attempt);
  }

  /** What `edit` would do. */
  async preview(edit: SelectionEdit, signal?: AbortSignal): Promise<readonly SeriesChange[]> {
    const response = await this.#http.send('POST', `${this.#seances}/edit/preview`, { body: edit, signal });
    return (await readJson<SeriesChangePreview>(response, signal)).changes;
  }

  async cancel(cancellations: Cancellations, attempt: Attempt): Promise<void> {
    await this.#http.postOnce(`${this.#seances}/cancel`, { body: cancellations }, attempt);
  }

  /** Undoes `cancel`. */
  async reinstate(ids: readonly string[], attempt: Attempt): Promise<ReinstatedSeances> {
    return readJson(await this.#http.postOnce(`${this.#seances}/reinstate`, { body: { ids } }, attempt));
  }
}
