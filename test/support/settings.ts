import { defaultSettings, readManifest, settingsCheck } from '../../src/adapters/host/manifest.js';
import { SettingsInForce } from '../../src/application/settings/settings-in-force.js';

/** The settings of the manifest, with a log that notes each setting that is not valid and what is wrong with it. */
export function settingsInForce(warnings: unknown[] = []): SettingsInForce {
  const ignore = () => undefined;
  const logger = { info: ignore, warn: (values: unknown) => void warnings.push(values), error: ignore };
  return new SettingsInForce(defaultSettings(readManifest()), settingsCheck(readManifest()), logger);
}
