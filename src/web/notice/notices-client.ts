import { readJson, type Http } from '../core/http.js';
import type { Notice, NoticeKind, NoticePreferences, NoticeChoice, Notices } from './notice.js';

/** What the reader is told, in all their spaces, and how they want to be (docs/reference/http.md). Fails as `SeancesClient`. */
export class NoticesClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** The latest first. */
  list(page: number, size: number, signal?: AbortSignal): Promise<Notices> {
    const query = new URLSearchParams({ page: String(page), size: String(size) });
    return this.#http.get('/me/notices', { query, signal });
  }

  /** How many the reader has not read. */
  async countUnread(signal?: AbortSignal): Promise<Notices['unread']> {
    const query = new URLSearchParams({ unread: 'true', size: '0' });
    return (await this.#http.get<Notices>('/me/notices', { query, signal })).unread;
  }

  /** The reader may be on their way to another page. */
  async markRead(ids: readonly Notice['id'][]): Promise<void> {
    await this.#http.send('POST', '/me/notices/read', { body: { ids }, keepalive: true });
  }

  /** All that were told until then. */
  async markReadUntil(until: Notice['at']): Promise<void> {
    await this.#http.send('POST', '/me/notices/read', { body: { until } });
  }

  preferences(signal?: AbortSignal): Promise<NoticePreferences> {
    return this.#http.get('/me/notice-preferences', { signal });
  }

  async choose(kind: NoticeKind, choice: NoticeChoice): Promise<NoticePreferences> {
    const body = { kinds: { [kind]: choice } };
    return readJson(await this.#http.send('PUT', '/me/notice-preferences', { body }));
  }
}
