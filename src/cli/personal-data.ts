import { readManifest } from '../adapters/host/manifest.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { ReadPersonalData } from '../application/personal-data/read-personal-data.js';
import { type DatabaseCommand, say } from './command.js';

/** Prints all that is stored about one person, as JSON. */
export const personalData: DatabaseCommand = async ({ unitOfWork, options }) => {
  const read = new ReadPersonalData(unitOfWork, readManifest().personalData, new SystemClock());
  say(JSON.stringify(await read.run(options.user ?? ''), null, 2));
  return 0;
};
