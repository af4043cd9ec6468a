import type { Clock } from '../../ports/clock.js';
import type { RateLimiter } from '../../ports/rate-limiter.js';

const minute = 60;
/** How many actors are remembered before those who have been quiet for a minute are forgotten. */
const remembered = 10_000;

interface Window {
  /** Seconds since 1970. */
  readonly since: number;
  count: number;
}

/** So many requests a minute for each actor, counted in this process: several processes let through several times as many. */
export class RequestCounter implements RateLimiter {
  private readonly windows = new Map<string, Window>();

  constructor(
    private readonly perMinute: number,
    private readonly clock: Clock,
  ) {}

  take(actorId: string): Promise<number> {
    const now = Date.parse(this.clock.now()) / 1_000;
    const window = this.windowOf(actorId, now);
    window.count += 1;
    const wait = window.count <= this.perMinute ? 0 : Math.ceil(window.since + minute - now);
    return Promise.resolve(wait);
  }

  private windowOf(actorId: string, now: number): Window {
    const current = this.windows.get(actorId);
    if (current && isOpen(current, now)) return current;
    if (this.windows.size >= remembered) this.forget(now);
    const fresh = { since: now, count: 0 };
    this.windows.set(actorId, fresh);
    return fresh;
  }

  private forget(now: number): void {
    for (const [actorId, window] of this.windows) if (!isOpen(window, now)) this.windows.delete(actorId);
  }
}

function isOpen({ since }: Window, now: number): boolean {
  return now >= since && now < since + minute;
}

/** The counter of a process that was told how many requests are enough; without, nobody counts. */
export function ownRateLimiter(
  perMinute: number | undefined,
  clock: Clock,
): { readonly rateLimiter?: RateLimiter } {
  return perMinute === undefined ? {} : { rateLimiter: new RequestCounter(perMinute, clock) };
}
