import { groupedBy } from '../../domain/grouped.js';
import { Refusal } from '../../domain/refusal.js';
import type { Repositories, UnitOfWork } from '../../ports/unit-of-work.js';

/** How many requests one transaction answers: its locks are held for no longer than that takes. */
const mostAtOnce = 128;
/** How many of these transactions run at once: while the database answers one, the next gathers who has come since. */
const mostTransactions = 2;

/** A request that waits for its turn. What is refused to one alone is a result: what is thrown ends it for all. */
interface Waiting<Request, Result> {
  /** What the requests that need the same locks have in common: a séance, or the group that it is in. */
  readonly key: string;
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Groups the requests of this process: while a transaction runs, those that arrive wait, and the next one answers all
 * of them at once. Requests of the same key are answered in the order in which they came, never by two transactions at
 * a time. A rush then costs a few commits, not one each, whether it is for one séance or for a hundred.
 */
export class PlaceRequests<Request, Result> {
  private waiting: Waiting<Request, Result>[] = [];
  private readonly served = new Set<string>();
  private running = 0;

  /** @param serve answers requests in one transaction, in order: one result for each. */
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly serve: (
      repositories: Repositories,
      requests: readonly Request[],
    ) => Promise<readonly Result[]>,
  ) {}

  submit(key: string, request: Request): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ key, request, resolve, reject });
      // What is being served is followed by a look at who waits. Requests that arrived together are answered together.
      if (!this.served.has(key)) setImmediate(() => this.serveNext());
    });
  }

  private serveNext(): void {
    if (this.running === mostTransactions) return;
    const batch = this.takeBatch();
    if (batch.length === 0) return;
    const keys = batch.map(({ key }) => key);
    for (const key of keys) this.served.add(key);
    this.running += 1;
    void this.answer(batch).finally(() => {
      for (const key of keys) this.served.delete(key);
      this.running -= 1;
      this.serveNext();
    });
  }

  /** Those who came first, of all whose key is not being served. */
  private takeBatch(): readonly Waiting<Request, Result>[] {
    const batch: Waiting<Request, Result>[] = [];
    const rest: Waiting<Request, Result>[] = [];
    for (const one of this.waiting)
      (batch.length < mostAtOnce && !this.served.has(one.key) ? batch : rest).push(one);
    this.waiting = rest;
    return batch;
  }

  /** Never rejects: each request has its own answer. */
  private async answer(batch: readonly Waiting<Request, Result>[]): Promise<void> {
    try {
      const requests = batch.map(({ request }) => request);
      const results = await this.unitOfWork.write((repositories) => this.serve(repositories, requests));
      batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      // While the database is away nobody gets further alone.
      const isForAll = Refusal.is(error) && error.kind === 'unavailable';
      if (batch.length === 1 || isForAll) for (const { reject } of batch) reject(error);
      // One key, or one request, may be what cannot be done: the others get their own chance.
      else for (const part of parts(batch)) await this.answer(part);
    }
  }
}

/** A batch by keys; that of one key, one by one. */
function parts<Request, Result>(
  batch: readonly Waiting<Request, Result>[],
): Iterable<readonly Waiting<Request, Result>[]> {
  const byKey = groupedBy(batch, ({ key }) => key);
  return byKey.size > 1 ? byKey.values() : batch.map((one) => [one]);
}
