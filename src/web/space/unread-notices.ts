import type { Notice } from '../notice/notice.js';
import type { NoticesClient } from '../notice/notices-client.js';

/** As many are known one by one, the latest; of more than that only how many they are. */
const known = 50;

/** What of a séance is another when it has moved. */
const movedBy = ['start', 'end', 'timeZone', 'locationId'];

/** What the reader was told and has not read. Fires `change` when that is another. */
export class UnreadNotices extends EventTarget {
  /** How many there are. */
  count = 0;
  /** How many more there were at the last answer than before. */
  arrived = 0;
  #items: readonly Notice[] = [];
  #request: AbortController | undefined;
  #isKnown = false;
  readonly #client: NoticesClient;

  constructor(client: NoticesClient) {
    super();
    this.#client = client;
  }

  /** Asks again. What cannot be had stays as it was known: nobody waits for it. @returns whether there are more */
  async ask(): Promise<boolean> {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    const found = await this.#client.listUnread(known, request.signal).catch(() => undefined);
    if (!found || request.signal.aborted) return false;
    const arrived = this.#isKnown ? Math.max(0, found.unread - this.count) : 0;
    this.#isKnown = true;
    this.#put(found.items, found.unread, arrived);
    return arrived > 0;
  }

  /** Those that say that a séance was changed, the latest first. */
  changesOf(seanceId: string): readonly Notice[] {
    return this.#items.filter(
      ({ kind, data }) => kind === 'change' && data.changes.some((change) => change.seanceId === seanceId),
    );
  }

  /** Whether the reader has not read yet that a séance is at another time or place. */
  hasMoved(seanceId: string): boolean {
    return this.changesOf(seanceId).some(({ data }) =>
      data.changes.some((change) => change.seanceId === seanceId && movedBy.some((name) => name in change)),
    );
  }

  /**
   * The reader has read some that they had not.
   *
   * @throws RequestFailure when the server does not know of it, and then they count as unread.
   */
  async read(ids: readonly string[]): Promise<void> {
    // An answer that is on its way does not know of it.
    this.#request?.abort();
    const left = this.#items.filter(({ id }) => !ids.includes(id));
    this.#put(left, Math.max(left.length, this.count - ids.length));
    try {
      await this.#client.markRead(ids);
    } catch (error) {
      await this.ask();
      throw error;
    }
  }

  /** The reader has read all that were told until then. @throws RequestFailure */
  async readUntil(until: string): Promise<void> {
    this.#request?.abort();
    await this.#client.markReadUntil(until);
    await this.ask();
  }

  #put(items: readonly Notice[], count: number, arrived = this.arrived): void {
    this.#items = items;
    this.count = count;
    this.arrived = arrived;
    this.dispatchEvent(new Event('change'));
  }
}
