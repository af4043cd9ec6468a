import type { Instant } from '../time/schedule.js';

/** That a séance does not take place. It stays where it was, for everybody to see. */
export interface Cancellation {
  readonly at: Instant;
  /** Who cancelled it, with the name that they had then. */
  readonly by: { readonly id: string; readonly name: string };
  /** What people read of it; empty when nothing was said. */
  readonly reason: string;
}
