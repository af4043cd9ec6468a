import { type Instant, instantFromEpoch } from '../../domain/time/schedule.js';
import type { Clock } from '../../ports/clock.js';

export class SystemClock implements Clock {
  now(): Instant {
    return instantFromEpoch(Date.now());
  }
}
