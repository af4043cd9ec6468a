import type { Named } from '../domain/event/seance-event.js';
import type { Instant } from '../domain/time/schedule.js';

/** One setting that an administrator has changed. Values are JSON values. */
export interface SettingChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly actor: Named;
  readonly at: Instant;
}

/** The settings that administrators of each platform have changed; all others have the default of `plugin.json`. */
export abstract class SettingRepository {
  /** By name, as they are stored: nobody has looked whether they are valid. Undefined for a text that is no JSON. */
  abstract all(platformId: string): Promise<Readonly<Record<string, unknown>>>;

  /**
   * Gives a setting a value, and writes down who did. Two transactions that change the same setting follow each other:
   * the later one's `before` is what the earlier one made of it. Nothing happens when it has the value already.
   *
   * @param change `before` is what the setting counts as when nobody has changed it yet.
   */
  abstract change(platformId: string, change: SettingChange): Promise<void>;

  /** The latest changes of a platform, the latest first. A value that was stored as no JSON is null here. */
  abstract changes(platformId: string, limit: number): Promise<readonly SettingChange[]>;

  /** Takes a user's id and name out of what they changed, wherever that is. */
  abstract forgetUser(userId: string): Promise<void>;
}
