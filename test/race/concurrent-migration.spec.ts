import { expect } from 'chai';
import { schemaState } from '../../src/adapters/knex/migrate.js';
import { onEveryDatabase } from '../support/databases.js';
import { migrateInProcesses } from './migrating-processes.js';

onEveryDatabase(
  'Migrations of one database by four processes at once',
  (database) => {
    it('are run by one of them, while the others wait for it', async () => {
      const ends = await migrateInProcesses(Array<string>(4).fill(database.address));

      expect(ends).to.deep.equal(ends.map(() => ({ code: 0, errors: '' })));
      expect((await schemaState(database.knex)).pending).to.deep.equal([]);
      const runs = (await database.knex('seances_migrations').pluck('name')) as string[];
      expect(runs).to.deep.equal([...new Set(runs)]);
    });
  },
  { migrated: false },
);
