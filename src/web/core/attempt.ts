import type { RequestFailure } from './request-failure.js';

/**
 * Names one thing that somebody does, for `Idempotency-Key`: however often it is sent because no answer came, the
 * server does it once. What the server refused was not done, and the next try is another attempt.
 */
export class Attempt {
  #key = makeKey();

  get key(): string {
    return this.#key;
  }

  failed({ kind }: RequestFailure): void {
    if (kind === 'refused') this.#key = makeKey();
  }
}

/** Not `crypto.randomUUID`: it is missing on pages that are served without TLS. */
function makeKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
