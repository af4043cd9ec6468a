import type { Instant } from '../domain/time/schedule.js';

/** A version of the plugin, and when one of its processes said last that it runs. */
export interface RunningVersion {
  readonly version: string;
  readonly seenAt: Instant;
}

/** The versions that run on one database, or ran a moment ago. */
export abstract class RunningVersionRepository {
  /** By version. */
  abstract all(): Promise<readonly RunningVersion[]>;

  /** Says that a process of this version runs; whoever says it last is right. */
  abstract announce(running: RunningVersion): Promise<void>;

  /** Forgets the versions that nobody has seen since `instant`, and says how many. */
  abstract forgetBefore(instant: Instant): Promise<number>;
}
