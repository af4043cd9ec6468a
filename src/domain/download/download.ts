import type { Instant } from '../time/schedule.js';

/** How long a file can be fetched from its one-time address, in seconds: a browser follows it at once. */
export const secondsOpen = 60;

/** Whether it can still be fetched: in the last second, too. */
export function isOpen({ expiresAt }: { readonly expiresAt: Instant }, now: Instant): boolean {
  return now <= expiresAt;
}
