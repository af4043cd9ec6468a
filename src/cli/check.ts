import { defaultSettings, readManifest, settingsCheck } from '../adapters/host/manifest.js';
import { ConsoleLogger } from '../adapters/system/console-logger.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { CheckBooks } from '../application/housekeeping/check-books.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { SettingsInForce } from '../application/settings/settings-in-force.js';
import { type DatabaseCommand, say } from './command.js';

/** Says what does not add up in the books, and ends with 1 then. */
export const check: DatabaseCommand = async ({ unitOfWork }) => {
  const manifest = readManifest();
  const inForce = new SettingsInForce(
    defaultSettings(manifest),
    settingsCheck(manifest),
    new ConsoleLogger(),
  );
  const readSettings = new ReadSettings(unitOfWork, inForce);
  const errors = await new CheckBooks(unitOfWork, readSettings, new SystemClock()).run();
  for (const { kind, id, detail } of errors) say(`${kind} ${id}: ${detail}`);
  say(errors.length === 0 ? 'The books add up.' : `${errors.length} errors.`);
  return errors.length === 0 ? 0 : 1;
};
