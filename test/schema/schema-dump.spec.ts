import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { onEveryDatabase } from '../support/databases.js';
import { schemaDump } from './schema-dump.js';

const folder = new URL('../../docs/reference/', import.meta.url);

/** `UPDATE_SCHEMA=1 npm test` writes the dumps anew after a migration was added. */
const update = process.env['UPDATE_SCHEMA'] === '1';

onEveryDatabase('The dump of the schema', (database) => {
  it('says what the migrations make', async () => {
    const file = new URL(`schema.${database.engine}.sql`, folder);
    const dump = `-- Made by the migrations. Written by UPDATE_SCHEMA=1 npm test, and kept true by it.\n\n${await schemaDump(database.knex)}`;
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, dump);
    }

    expect(
      existsSync(file) && readFileSync(file, 'utf8'),
      `docs/reference/schema.${database.engine}.sql`,
    ).to.equal(dump);
  });
});
