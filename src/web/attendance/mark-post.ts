import { RequestFailure } from '../core/request-failure.js';
import type { Slot } from './attendance.js';
import {
  afterRefusal,
  heldFor,
  nextMarks,
  nothingPending,
  withMarks,
  withoutMarks,
  withoutRefused,
  type PendingMark,
  type PendingMarks,
  type RefusedMark,
} from './pending-marks.js';
import { PendingMarksStore } from './pending-marks-store.js';

/** What puts marks down on the server; the half-day as it is then. @throws RequestFailure */
export type SendMarks = (slot: number, marks: readonly PendingMark[], keepalive: boolean) => Promise<Slot>;

/** How long it waits after the first try that failed, and at most, in milliseconds: each time twice as long. */
const [firstPause, longestPause] = [2_000, 60_000];

interface Queue {
  pending: PendingMarks;
  readonly store: PendingMarksStore;
}

/**
 * Sends the marks of one séance in the order in which they were made. What cannot be sent waits, also over a reload, and is
 * tried again, whatever the page shows meanwhile; what is refused for good stays until somebody has seen it. Fires `change`
 * when something else waits, or is refused, and `refused` when things are not as they were shown.
 */
export class MarkPost extends EventTarget {
  /** How it asks: another one when who asks is told in another way. */
  send: SendMarks;
  /** The clock that marks are made by, in milliseconds since 1970. */
  now: () => number;
  /** Tells what the server knows. */
  hear: (slot: Slot) => void = () => undefined;
  readonly #actorId: string;
  readonly #seanceId: string;
  readonly #queues = new Map<number, Queue>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  constructor(actorId: string, seanceId: string, send: SendMarks, now: () => number) {
    super();
    this.now = now;
    this.#actorId = actorId;
    this.#seanceId = seanceId;
    this.send = send;
    addEventListener('online', this.wake);
    addEventListener('pagehide', this.#leave);
    document.addEventListener('visibilitychange', () => document.hidden && this.#leave());
    addEventListener('beforeunload', (event) => this.isCutOff && event.preventDefault());
  }

  /** Whether something waits because it could not be sent. */
  get isCutOff(): boolean {
    return this.#failures > 0 && this.count > 0;
  }

  /** How many marks wait. */
  get count(): number {
    return [...this.#queues.values()].reduce((count, { pending }) => count + pending.waiting.length, 0);
  }

  /** What of a half-day waits and was refused. */
  of(slot: number): PendingMarks {
    return this.#queues.get(slot)?.pending ?? nothingPending;
  }

  /** Takes up what waits of half-days since the page was last there. */
  take(slots: readonly number[]): void {
    for (const slot of slots) this.#queue(slot);
    this.#schedule();
  }

  add(slot: number, marks: readonly PendingMark[]): void {
    this.#put(slot, withMarks(this.#queue(slot).pending, marks));
    this.#schedule();
  }

  /** Takes back what was not sent yet. */
  withdraw(slot: number, marks: readonly PendingMark[]): void {
    this.#put(slot, withoutMarks(this.#queue(slot).pending, marks));
  }

  /** Somebody has seen that a mark was refused. */
  dismiss(slot: number, mark: RefusedMark): void {
    this.#put(slot, withoutRefused(this.#queue(slot).pending, mark));
  }

  /** Sends all that waits, also what could be taken back; false when something is left. */
  async flush(): Promise<boolean> {
    await this.#run(true);
    return this.count === 0;
  }

  /** Tries again: the server can be reached. */
  readonly wake = (): void => {
    if (this.isCutOff) void this.#run(false);
  };

  readonly #leave = (): void => {
    if (this.count > 0) void this.#run(true, true);
  };

  async #run(isUrgent: boolean, keepalive = false): Promise<void> {
    clearTimeout(this.#timer);
    // What is under way may be what is in the way of the rest.
    await this.#sending;
    this.#sending ??= this.#sendAll(isUrgent, keepalive).finally(() => (this.#sending = undefined));
    await this.#sending;
    this.#schedule();
  }

  async #sendAll(isUrgent: boolean, keepalive: boolean): Promise<void> {
    for (const [slot, queue] of this.#queues) {
      let next = nextMarks(queue.pending, this.now(), isUrgent);
      while (next.length > 0) {
        if (!(await this.#sendSome(slot, next, keepalive))) return;
        next = nextMarks(queue.pending, this.now(), isUrgent);
      }
    }
  }

  /** True when the server has said what becomes of them. */
  async #sendSome(slot: number, marks: readonly PendingMark[], keepalive: boolean): Promise<boolean> {
    const queue = this.#queue(slot);
    try {
      const answer = await this.send(slot, marks, keepalive);
      this.#failures = 0;
      this.#put(slot, withoutMarks(queue.pending, marks));
      this.hear(answer);
      return true;
    } catch (error) {
      const failure = RequestFailure.of(error);
      // Who has to sign in again has not marked in vain.
      const isFinal = failure.kind === 'refused' && failure.status !== 401;
      this.#failures = isFinal ? 0 : this.#failures + 1;
      this.#put(slot, isFinal ? afterRefusal(queue.pending, marks, failure) : queue.pending);
      if (isFinal) this.dispatchEvent(new Event('refused'));
      return isFinal;
    }
  }

  #queue(slot: number): Queue {
    const known = this.#queues.get(slot);
    if (known) return known;
    const store = new PendingMarksStore(this.#actorId, this.#seanceId, slot);
    const queue = { pending: store.load(), store };
    this.#queues.set(slot, queue);
    return queue;
  }

  #put(slot: number, pending: PendingMarks): void {
    const queue = this.#queue(slot);
    queue.pending = pending;
    queue.store.save(pending);
    this.dispatchEvent(new Event('change'));
  }

  /** The next try is when the first mark can be sent; after a failure, later. */
  #schedule(): void {
    clearTimeout(this.#timer);
    const holds = [...this.#queues.values()].flatMap(({ pending }) =>
      pending.waiting.slice(0, 1).map((mark) => heldFor(mark, this.now())),
    );
    if (holds.length === 0 || this.#sending) return;
    const pause = this.#failures > 0 ? Math.min(longestPause, firstPause * 2 ** (this.#failures - 1)) : 0;
    this.#timer = setTimeout(() => void this.#run(false), Math.max(pause, Math.min(...holds)));
  }
}

const posts = new Map<string, MarkPost>();

/** That of a séance, which goes on when its sheet is left. */
export function markPostOf(actorId: string, seanceId: string, send: SendMarks, now: () => number): MarkPost {
  const key = `${actorId} ${seanceId}`;
  const post = posts.get(key) ?? new MarkPost(actorId, seanceId, send, now);
  post.send = send;
  post.now = now;
  posts.set(key, post);
  return post;
}
