import type { Instant } from '../domain/time/schedule.js';

/** What a time-stamp proves. */
export interface TimeStampFacts {
  /** When the service says that it saw the hash of the text. */
  readonly at: Instant;
}

/**
 * Asks a service to say when it saw something, so that nobody can say later that it was something else (RFC 3161). Optional:
 * without it nothing is stamped.
 */
export abstract class TimeStamper {
  /**
   * A token for a text, in DER, as base64. The service is sent the SHA-256 of the text, and not the text.
   *
   * @throws Error when the service cannot be reached, refuses, or answers for something else.
   */
  abstract stamp(text: string): Promise<string>;
}

/** Reads tokens again, years later. */
export abstract class TimeStampReader {
  /** @throws Error, with what is wrong, for a token that is none, is not about `text`, or whose signature is not right. */
  abstract verify(token: string, text: string): Promise<TimeStampFacts>;
}
