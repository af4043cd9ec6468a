import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { onEveryDatabase } from '../support/databases.js';

onEveryDatabase('SettingRepository', (database) => {
  const all = () => new KnexUnitOfWork(database.open).read(({ settings }) => settings.all());

  it('is empty as long as nobody has changed a setting', async () => {
    expect(await all()).to.deep.equal({});
  });

  it('gives the changed settings with the types that they had', async () => {
    const changed = { retentionDays: 7, numbering: false, defaultTimeZone: 'Asia/Tokyo' };
    await database
      .knex('seance_setting')
      .insert(Object.entries(changed).map(([name, value]) => ({ name, value: JSON.stringify(value) })));

    expect(await all()).to.deep.equal(changed);
  });
});
