import { groupedBy } from '../../domain/grouped.js';
import { Refusal, type RefusalCode } from '../../domain/refusal.js';

/** How many requests one transaction answers: its locks are held for no longer than that takes. */
const mostAtOnce = 128;
/** How many of these transactions run at once: while the database answers one, the next gathers who has come since. */
const mostTogether = 2;
/** How many more run at once for keys that are kept apart: one that waits for a lock leaves the others a way. */
const mostApart = 4;

/** A request that waits for its turn. What is refused to one alone is a result: what is thrown ends it for all. */
interface Waiting<Request, Result> {
  readonly spaceId: string;
  /** What the requests that need the same locks have in common: a séance, or the group that it is in. */
  readonly key: string;
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Groups the requests of this process: while a transaction runs, those that arrive wait, and the next one answers all
 * of them at once, of one space (ADR 0004). Requests of the same key are answered in the order in which they came, never
 * by two transactions at a time. A rush then costs a few commits, not one each, whether it is for one séance or for a
 * hundred: 1.4 to 2.2 times what bare transactions of one each get done (`rush` in docs/reference/benchmarks.md).
 *
 * Somebody may hold a lock for long that one of the keys needs. The keys that waited for it together are then kept apart:
 * each has transactions of its own until one of them succeeds, so that no key is refused, or waits twice, for another.
 */
export class PlaceRequests<Request, Result, Transaction> {
  private waiting: Waiting<Request, Result>[] = [];
  private readonly served = new Set<string>();
  private readonly apart = new Set<string>();
  private readonly running = { together: 0, apart: 0 };

  /** @param serve answers requests of one space in one transaction, in order: one result for each. */
  constructor(
    private readonly unitOfWork: {
      write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
    },
    private readonly serve: (
      transaction: Transaction,
      requests: readonly Request[],
      spaceId: string,
    ) => Promise<readonly Result[]>,
  ) {}

  submit(key: string, request: Request, spaceId: string): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ spaceId, key, request, resolve, reject });
      // What is being served is followed by a look at who waits. Requests that arrived together are answered together.
      if (!this.served.has(key)) setImmediate(() => this.serveNext());
    });
  }

  private serveNext(): void {
    while (this.running.together < mostTogether && this.start('together'));
    while (this.apart.size > 0 && this.running.apart < mostApart && this.start('apart'));
  }

  /** Starts a transaction; false when there is nobody for it. */
  private start(lane: 'together' | 'apart'): boolean {
    const batch = this.takeBatch(lane === 'apart');
    const keys = new Set(batch.map(({ key }) => key));
    if (batch.length === 0) return false;
    for (const key of keys) this.served.add(key);
    this.running[lane] += 1;
    void this.answer(batch).finally(() => {
      for (const key of keys) this.served.delete(key);
      this.running[lane] -= 1;
      this.serveNext();
    });
    return true;
  }

  /** Those who came first, of all whose key is not being served: of one space, or of one key that is kept apart. */
  private takeBatch(isApart: boolean): readonly Waiting<Request, Result>[] {
    const batch: Waiting<Request, Result>[] = [];
    const rest: Waiting<Request, Result>[] = [];
    for (const one of this.waiting) {
      const isFree = !this.served.has(one.key) && this.apart.has(one.key) === isApart;
      const first = batch[0] ?? one;
      const fits = isApart ? one.key === first.key : one.spaceId === first.spaceId;
      (batch.length < mostAtOnce && isFree && fits ? batch : rest).push(one);
    }
    this.waiting = rest;
    return batch;
  }

  /** Never rejects: each request has its own answer. */
  private async answer(batch: readonly Waiting<Request, Result>[]): Promise<void> {
    const requests = batch.map(({ request }) => request);
    const spaceId = batch[0]?.spaceId ?? '';
    try {
      const results = await this.unitOfWork.write((transaction) =>
        this.serve(transaction, requests, spaceId),
      );
      for (const { key } of batch) this.apart.delete(key);
      batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      if (isRefusal(error, 'busy')) this.keepApart(batch, error);
      // While the database is away nobody gets further alone.
      else if (batch.length === 1 || isRefusal(error, 'unavailable')) refuse(batch, error);
      // One key, or one request, may be what cannot be done: the others get their own chance.
      else for (const part of parts(batch)) await this.answer(part);
    }
  }

  /** Who waited for a lock of their own key is refused; the others begin again, before those who came after them. */
  private keepApart(batch: readonly Waiting<Request, Result>[], error: unknown): void {
    const keys = new Set(batch.map(({ key }) => key));
    for (const key of keys) this.apart.add(key);
    if (keys.size === 1) refuse(batch, error);
    else this.waiting.unshift(...batch);
  }
}

function isRefusal(error: unknown, code: RefusalCode): boolean {
  return Refusal.is(error) && error.code === code;
}

function refuse(batch: Iterable<Pick<Waiting<unknown, unknown>, 'reject'>>, error: unknown): void {
  for (const { reject } of batch) reject(error);
}

/** A batch by keys; that of one key, one by one. */
function parts<Request, Result>(
  batch: readonly Waiting<Request, Result>[],
): Iterable<readonly Waiting<Request, Result>[]> {
  const byKey = groupedBy(batch, ({ key }) => key);
  return byKey.size > 1 ? byKey.values() : batch.map((one) => [one]);
}
