import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { onEveryDatabase } from '../support/databases.js';
import { type DumpedTables, dumpFile, ltiTables, pluginTables, schemaDump } from './schema-dump.js';

/** `UPDATE_SCHEMA=1 npm test` writes the dumps anew after a migration was added. */
const update = process.env['UPDATE_SCHEMA'] === '1';

onEveryDatabase('The dump of the schema', (database) => {
  before(() => migrateToLatest(database.knex, ltiMigrations));

  const expectDumped = async (tables: DumpedTables): Promise<void> => {
    const file = dumpFile(database.engine, tables);
    const dump = await schemaDump(database.knex, tables);
    if (update) writeFileSync(file, dump);

    expect(existsSync(file) && readFileSync(file, 'utf8'), file.href).to.equal(dump);
  };

  it('says what the migrations make', () => expectDumped(pluginTables));

  it('says what those of the LTI host make', () => expectDumped(ltiTables));
});
