import type { Issue } from '../../domain/refusal.js';
import type { Settings } from '../../domain/settings/settings.js';
import type { Logger } from '../../ports/logger.js';

/** What is wrong with some or all of the settings, by the JSON Schema of the manifest; nothing when all is right. */
export type SettingsCheck = (values: Readonly<Record<string, unknown>>) => readonly Issue[];

/** The settings in force: what administrators have changed over the defaults of the manifest. */
export class SettingsInForce {
  /** Settings are read with nearly every request: each that is not valid has one line in the log of a process. */
  private readonly logged = new Set<string>();

  constructor(
    private readonly defaults: Settings,
    private readonly check: SettingsCheck,
    private readonly logger: Logger,
  ) {}

  /**
   * What is stored may not be valid, or not any more: another version wrote it, or somebody by hand. It counts as if
   * nobody had changed the setting, so that the platform goes on; the log says which one, and `doctor` how to mend it.
   *
   * @param stored undefined for a setting whose stored text is no JSON.
   */
  of(stored: Readonly<Record<string, unknown>>): Settings {
    const valid = Object.entries(stored).filter(([name, value]) => this.isValid(name, value));
    return { ...this.defaults, ...Object.fromEntries(valid) };
  }

  private isValid(name: string, value: unknown): boolean {
    const fault = value === undefined ? 'no-json' : this.check({ [name]: value })[0]?.code;
    if (fault === undefined) return true;
    if (!this.logged.has(name)) {
      this.logged.add(name);
      this.logger.warn({ setting: name, fault }, 'a stored setting is not valid and counts as its default');
    }
    return false;
  }
}
