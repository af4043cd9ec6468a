import { expect } from 'chai';
import { onEveryDatabase } from '../support/databases.js';
import { startPlugin, stopPlugins } from '../support/plugin-under-test.js';
import { seances } from '../support/api.js';

onEveryDatabase('A version whose successor has migrated already', (database) => {
  after(stopPlugins);

  it('starts, is ready, reads and writes: what was added is not its business', async () => {
    await database.knex('seances_migrations').insert({
      name: '29990101000000_later.js',
      batch: 99,
      migration_time: new Date(),
    });
    await database.knex.schema.alterTable('seance', (table) => void table.string('colour').nullable());
    await database.knex.schema.createTable('seance_later', (table) => void table.string('id').primary());
    const { api } = await startPlugin(database.address);

    expect((await api.get('/health/ready')).status).to.equal(200);
    const { id } = await api.created();
    expect((await api.patch(`${seances}/${id}`, { name: 'Renamed' })).status).to.equal(200);
  });
});
