import { Refusal } from '../../domain/refusal.js';
import type { UnitOfWork, Repositories } from '../../ports/unit-of-work.js';

/** How many requests one transaction answers: its locks are held for no longer than that takes. */
const mostAtOnce = 128;

/** A request that waits for its turn. What is refused to one alone is a result: what is thrown ends it for all. */
interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Groups the requests of this process that need the same locks: while one transaction runs, those that arrive wait, and the
 * next transaction answers them all, in the order in which they came. A rush then costs a few commits, not one each.
 */
export class PlaceRequests<Request, Result> {
  private readonly waiting = new Map<string, Waiting<Request, Result>[]>();
  private readonly served = new Set<string>();

  /** @param serve answers requests in one transaction, in order: one result for each. */
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly serve: (
      repositories: Repositories,
      requests: readonly Request[],
    ) => Promise<readonly Result[]>,
  ) {}

  /** @param key what the requests have in common: a séance, or the group that it is in. */
  submit(key: string, request: Request): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const queue = this.waiting.get(key) ?? [];
      queue.push({ request, resolve, reject });
      this.waiting.set(key, queue);
      if (!this.served.has(key)) void this.serveAll(key);
    });
  }

  private async serveAll(key: string): Promise<void> {
    this.served.add(key);
    for (let queue = this.waiting.get(key); queue && queue.length > 0;)
      await this.answer(key, queue.splice(0, mostAtOnce));
    this.waiting.delete(key);
    this.served.delete(key);
  }

  private async answer(key: string, batch: readonly Waiting<Request, Result>[]): Promise<void> {
    try {
      const requests = batch.map(({ request }) => request);
      const results = await this.unitOfWork.write((repositories) => this.serve(repositories, requests));
      batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      // While the database is away, or its locks are, nobody gets further alone.
      const isForAll = Refusal.is(error) && error.kind === 'unavailable';
      if (batch.length === 1 || isForAll) for (const { reject } of batch) reject(error);
      // One of them may be what cannot be done: each of the others gets its own chance.
      else for (const one of batch) await this.answer(key, [one]);
    }
  }
}
