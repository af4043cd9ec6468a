/** The settings that administrators have changed; all others have the default of `plugin.json`. */
export abstract class SettingRepository {
  abstract all(): Promise<Readonly<Record<string, unknown>>>;
}
