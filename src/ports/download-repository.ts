import type { Instant } from '../domain/time/schedule.js';
import type { Actor } from './identity.js';

/** A file that somebody may fetch once, by an address of its own and with nobody signed in. */
export interface Download {
  readonly id: string;
  /** Digest of the secret in its address. */
  readonly tokenHash: string;
  /** For whom it is, as the host named them when they asked. */
  readonly actor: Actor;
  /** Where the file is: path and query below the plugin's mount. */
  readonly path: string;
  /** Of what the file says. */
  readonly language: string;
  readonly expiresAt: Instant;
}

/** The downloads that were neither fetched nor forgotten. */
export abstract class DownloadRepository {
  abstract add(download: Download): Promise<void>;

  /** Gives a download another secret in the place of its own; nothing when it is not there any more. */
  abstract readdress(id: string, tokenHash: string): Promise<void>;

  abstract find(tokenHash: string): Promise<Download | undefined>;

  /** Takes a download away: true for one of those who try at the same time, false for all others. */
  abstract spend(tokenHash: string): Promise<boolean>;

  /** Forgets those that ended before `instant`, and says how many. */
  abstract forgetBefore(instant: Instant): Promise<number>;

  /** Removes those of a user. */
  abstract removeOf(userId: string): Promise<void>;
}
