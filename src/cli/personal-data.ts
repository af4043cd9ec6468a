import { readManifest } from '../adapters/host/manifest.js';
import type { OpenDatabase } from '../adapters/knex/dialect.js';
import { SystemClock } from '../adapters/system/system-clock.js';
import { ReadPersonalData } from '../application/personal-data/read-personal-data.js';
import type { PersonalDataPart } from '../index.js';
import { ltiPersonalData } from '../lti/personal-data.js';
import { type DatabaseCommand, say } from './command.js';

/** Prints all that is stored about one person, as JSON. */
export const personalData: DatabaseCommand = async ({ database, unitOfWork, options }) => {
  const parts = [...readManifest().personalData, ...(await ofLtiHost(database))];
  const answer = await new ReadPersonalData(unitOfWork, parts, new SystemClock()).run(options.user ?? '');
  say(JSON.stringify(answer, null, 2));
  return 0;
};

/** What the LTI host stores, where its tables are in the same database. */
async function ofLtiHost({ knex }: OpenDatabase): Promise<readonly PersonalDataPart[]> {
  const tables = await Promise.all(ltiPersonalData.map(({ table }) => knex.schema.hasTable(table)));
  return ltiPersonalData.filter((_, index) => tables[index]);
}
