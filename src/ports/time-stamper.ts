import type { Instant } from '../domain/time/schedule.js';

/** What a time-stamp proves. */
export interface TimeStampFacts {
  /** When the service says that it saw the digest. */
  readonly at: Instant;
}

/** Asks a service to say when it saw something, so that nobody can say later that it was something else (RFC 3161). */
export abstract class TimeStamper {
  /**
   * A token for a digest, in DER, as base64.
   *
   * @param digest SHA-256, 64 hexadecimal digits.
   * @throws Error when the service cannot be reached, refuses, or answers for something else.
   */
  abstract stamp(digest: string): Promise<string>;
}

/** Reads tokens again, years later. */
export abstract class TimeStampReader {
  /** @throws Error, with what is wrong, for a token that is none, is not about `digest`, or whose signature is not right. */
  abstract verify(token: string, digest: string): Promise<TimeStampFacts>;
}
