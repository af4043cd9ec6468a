import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { ltiMigrations, migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { ReadPersonalData } from '../../src/application/personal-data/read-personal-data.js';
import { type PersonalData, readManifest } from '../../src/index.js';
import { ltiPersonalData } from '../../src/lti/index.js';
import { FixedClock } from '../../src/testing/index.js';
import { onDatabase } from '../support/databases.js';
import { insertRowAbout } from '../support/rows-about.js';
import { run } from './command.js';

const parts = readManifest().personalData;

onDatabase('seances personal-data', (database) => {
  const personalData = (user: string) =>
    run(['personal-data', '--database', database.address, '--user', user]);

  it('prints all that is stored about one person as JSON, without a host, and ends with 0', async () => {
    for (const name of ['asker', 'Asker'])
      for (const part of parts) await insertRowAbout(database.knex, part, { id: name, name });
    const { code, errors, output } = await personalData('asker');
    const printed = JSON.parse(output) as PersonalData;
    const read = new ReadPersonalData(new KnexUnitOfWork(database.open), parts, new FixedClock(printed.at));

    expect([code, errors]).to.deep.equal([0, '']);
    expect(printed).to.deep.equal(await read.run('asker'));
    expect(printed.data['comments']).to.have.length(1);
  });

  it('prints what the LTI host stores too, where its tables are', async () => {
    await migrateToLatest(database.knex, ltiMigrations);
    for (const part of ltiPersonalData)
      await insertRowAbout(database.knex, part, { id: 'member', name: 'Zoé Member' });
    const { code, output } = await personalData('member');
    const { data } = JSON.parse(output) as PersonalData;

    expect(code).to.equal(0);
    expect(data['ltiMember']?.[0]).to.include({ id: 'member', email: 'Zoé Member' });
    for (const { id } of ltiPersonalData) expect(data[id], id).to.have.length(1);
  });

  it('prints empty lists for who is not known', async () => {
    const { code, output } = await personalData('nobody');

    expect(code).to.equal(0);
    expect(Object.values((JSON.parse(output) as PersonalData).data).flat()).to.deep.equal([]);
  });
});
