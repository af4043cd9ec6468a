import { defaultSettings, readManifest, settingsCheck } from '../adapters/host/manifest.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { CheckBooks } from '../application/housekeeping/check-books.js';
import { ReadSettings } from '../application/settings/read-settings.js';
import { SettingsInForce } from '../application/settings/settings-in-force.js';
import type { Logger } from '../ports/logger.js';
import { type Command, say } from './command.js';

/** Says what does not add up in the books, and ends with 1 then. */
export const check: Command = async ({ unitOfWork }) => {
  const manifest = readManifest();
  const inForce = new SettingsInForce(defaultSettings(manifest), settingsCheck(manifest), toErrors);
  const readSettings = new ReadSettings(unitOfWork, inForce);
  const errors = await new CheckBooks(unitOfWork, readSettings, new SystemClock()).run();
  for (const { kind, id, detail } of errors) say(`${kind} ${id}: ${detail}`);
  say(errors.length === 0 ? 'The books add up.' : `${errors.length} errors.`);
  return errors.length === 0 ? 0 : 1;
};

const complain: Logger['warn'] = (values, message) => {
  process.stderr.write(`seances: ${message}: ${JSON.stringify(values)}\n`);
};

const toErrors: Logger = { info: complain, warn: complain, error: complain };
