import type { NoticesClient } from '../notice/notices-client.js';
import type { Seance } from '../wire.gen.js';

/** What a séance knows of its changes that the reader had not read when it was asked for. */
export type Changeable = Pick<Seance, 'unreadChanges'>;

type UnreadChange = NonNullable<Changeable['unreadChanges']>[number];

/** What the reader was told and has not read. Fires `change` when that is another. */
export class UnreadNotices extends EventTarget {
  /** How many there are. */
  count = 0;
  /** How many more there were at the last answer than before. */
  arrived = 0;
  /** Ids of what was read here: séances that were asked for before still have it. */
  readonly #read = new Set<string>();
  /** All that were told until then were read here. */
  #until = '';
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
    const count = await this.#client.countUnread(request.signal).catch(() => undefined);
    if (count === undefined || request.signal.aborted) return false;
    const arrived = this.#isKnown ? Math.max(0, count - this.count) : 0;
    this.#isKnown = true;
    this.#put(count, arrived);
    return arrived > 0;
  }

  /** What says that a séance was changed, the latest first. */
  changesOf({ unreadChanges = [] }: Changeable): readonly UnreadChange[] {
    return unreadChanges.filter(({ noticeId, at }) => at > this.#until && !this.#read.has(noticeId));
  }

  /** Whether the reader has not read yet that a séance is at another time or place. */
  hasMoved(seance: Changeable): boolean {
    return this.changesOf(seance).some(({ moved }) => moved);
  }

  /**
   * The reader has read some that they had not.
   *
   * @throws RequestFailure when the server does not know of it, and then they count as unread.
   */
  async read(ids: readonly string[]): Promise<void> {
    // An answer that is on its way does not know of it.
    this.#request?.abort();
    for (const id of ids) this.#read.add(id);
    this.#put(Math.max(0, this.count - ids.length));
    try {
      await this.#client.markRead(ids);
      // The first answer may be one that was on its way.
      if (!this.#isKnown) await this.ask();
    } catch (error) {
      for (const id of ids) this.#read.delete(id);
      await this.ask();
      throw error;
    }
  }

  /** The reader has read all that were told until then. @throws RequestFailure */
  async readUntil(until: string): Promise<void> {
    this.#request?.abort();
    await this.#client.markReadUntil(until);
    this.#until = until;
    await this.ask();
  }

  #put(count: number, arrived = this.arrived): void {
    this.count = count;
    this.arrived = arrived;
    this.dispatchEvent(new Event('change'));
  }
}
