import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { onEveryDatabase } from '../support/databases.js';
import { dumpFile, schemaDump } from './schema-dump.js';

/** `UPDATE_SCHEMA=1 npm test` writes the dumps anew after a migration was added. */
const update = process.env['UPDATE_SCHEMA'] === '1';

onEveryDatabase('The dump of the schema', (database) => {
  it('says what the migrations make', async () => {
    const file = dumpFile(database.engine);
    const dump = await schemaDump(database.knex);
    if (update) writeFileSync(file, dump);

    expect(
      existsSync(file) && readFileSync(file, 'utf8'),
      `docs/reference/schema.${database.engine}.sql`,
    ).to.equal(dump);
  });
});
