import { shiftInstant, type Instant } from '../domain/time/schedule.js';
import { Clock } from '../ports/clock.js';

/** A clock that stands still until it is told to move. */
export class FixedClock extends Clock {
  #now: Instant;

  /** @param now such as `2026-11-23T09:00:00Z` */
  constructor(now: string) {
    super();
    this.#now = now as Instant;
  }

  override now(): Instant {
    return this.#now;
  }

  advance(seconds: number): void {
    this.#now = shiftInstant(this.#now, seconds);
  }
}
