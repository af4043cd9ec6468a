import { Refusal } from '../domain/refusal.js';
import type { Instant } from '../domain/time/schedule.js';
import type { AttemptKey } from '../ports/idempotency-repository.js';
import type { Repositories } from '../ports/unit-of-work.js';

/**
 * Does `work` in the transaction of `repositories`, unless it was done before under the same key: then its result of
 * that time is the answer. Without a key it is simply done.
 *
 * @throws Refusal `idempotency-key-reused` when the key was used for another request.
 */
export async function once<T>(
  repositories: Repositories,
  attempt: AttemptKey | undefined,
  now: Instant,
  work: () => Promise<T>,
): Promise<T> {
  if (!attempt) return work();
  const claim = await repositories.idempotency.claim(attempt, now);
  if (claim.outcome === 'other-request') throw new Refusal('idempotency-key-reused');
  if (claim.outcome === 'repeated') return claim.result as T;
  const result = await work();
  await repositories.idempotency.complete(attempt, result);
  return result;
}
