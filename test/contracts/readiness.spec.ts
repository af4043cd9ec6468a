import { expect } from 'chai';
import { KnexReadiness } from '../../src/adapters/knex/knex-readiness.js';
import { migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { onEveryDatabase } from '../support/databases.js';

onEveryDatabase(
  'Readiness',
  (database) => {
    it('is there once the schema is up to date, and no longer without a database; it says why not', async () => {
      const { knex } = database.openAnother();
      const readiness = new KnexReadiness(knex);

      expect(await readiness.obstacle()).to.match(/^The schema is not up to date: .*0001.*\.js\.$/);
      await migrateToLatest(database.knex);
      expect(await readiness.obstacle(), 'after the migrations').to.equal(undefined);
      expect(await readiness.obstacle(), 'asked again').to.equal(undefined);
      await knex.destroy();
      expect(await readiness.obstacle()).to.match(/^The database .+ (does not answer|cannot be used): ./);
    });
  },
  { migrated: false },
);
