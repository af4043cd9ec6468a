import { expect } from 'chai';
import { KnexReadiness } from '../../src/adapters/knex/knex-readiness.js';
import { migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { onEveryDatabase } from '../support/databases.js';

onEveryDatabase(
  'Readiness',
  (database) => {
    it('is there once the schema is up to date, and no longer when the database cannot be reached', async () => {
      const { knex } = database.openAnother();
      const readiness = new KnexReadiness(knex);

      expect(await readiness.isReady(), 'before the migrations').to.equal(false);
      await migrateToLatest(database.knex);
      expect(await readiness.isReady(), 'after them').to.equal(true);
      expect(await readiness.isReady(), 'asked again').to.equal(true);
      await knex.destroy();
      expect(await readiness.isReady(), 'without a database').to.equal(false);
    });
  },
  { migrated: false },
);
