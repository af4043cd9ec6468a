import type { RequestFailure } from './request-failure.js';

/**
 * Names one thing that somebody does, for `Idempotency-Key`: however often it is sent because no answer came, the
 * server does it once. What the server refused was not done, and the next try is another attempt.
 */
export class Attempt {
  #key = randomKey();

  get key(): string {
    return this.#key;
  }

  failed({ kind }: RequestFailure): void {
    if (kind === 'refused') this.#key = randomKey();
  }
}

/** What nobody has by chance. Not `crypto.randomUUID`: it is missing on pages that are served without TLS. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
