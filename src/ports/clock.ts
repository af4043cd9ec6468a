import type { Instant } from '../domain/time/schedule.js';

export abstract class Clock {
  /** The current instant, to the second. */
  abstract now(): Instant;
}
