import type { Instant } from '../domain/time/schedule.js';

/** A client's name for one attempt to write, so that a repeated request is answered like the first (`Idempotency-Key`). */
export interface AttemptKey {
  readonly actorId: string;
  readonly key: string;
  /** Digest of the request: the same key with another request is a mistake. */
  readonly fingerprint: string;
}

export type Claim =
  | { readonly outcome: 'first' }
  | { readonly outcome: 'repeated'; readonly result: unknown }
  | { readonly outcome: 'other-request' };

/** Results of writes by key. */
export abstract class IdempotencyRepository {
  /**
   * Claims a key for this transaction. Waits for another transaction that has claimed it: if that one commits, its
   * result is the answer, and if it fails, the key is free again.
   */
  abstract claim(key: AttemptKey, now: Instant): Promise<Claim>;

  /** Stores the result, a JSON value, in the transaction that claimed the key. */
  abstract complete(key: Pick<AttemptKey, 'actorId' | 'key'>, result: unknown): Promise<void>;

  /** Forgets the attempts that were made before `instant`, and says how many. */
  abstract forgetBefore(instant: Instant): Promise<number>;

  /** Forgets the attempts of a user, and takes their id and name out of the results of others. */
  abstract forgetUser(userId: string): Promise<void>;
}
