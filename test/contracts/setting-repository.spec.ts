import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { SettingChange } from '../../src/ports/setting-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { noon } from '../support/seance-records.js';

onEveryDatabase('SettingRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const all = (platformId = '') => work().read(({ settings }) => settings.all(platformId));
  const changes = (limit = 10, platformId = '') =>
    work().read(({ settings }) => settings.changes(platformId, limit));
  const change = (parts: Partial<SettingChange>, platformId = '') =>
    work().write(({ settings }) => settings.change(platformId, { ...plainest, ...parts }));
  const plainest: SettingChange = {
    name: 'retentionDays',
    before: 30,
    after: 7,
    actor: { id: 'admin', name: 'Zoé 😀' },
    at: noon,
  };

  afterEach(async () => {
    await database.knex('seance_setting').delete();
    await database.knex('seance_setting_change').delete();
  });

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

  it('says undefined for what is stored and is no JSON, and null for it in the changes', async () => {
    await database.knex('seance_setting').insert({ name: 'retentionDays', value: 'ninety' });
    expect(await all()).to.deep.equal({ retentionDays: undefined });
    await change({});

    expect(await all()).to.deep.equal({ retentionDays: 7 });
    expect(await changes()).to.deep.equal([{ ...plainest, before: null }]);
  });

  it('gives a setting a value and writes down the change, the latest first', async () => {
    await change({});
    await change({ name: 'numbering', before: true, after: false });

    expect(await all()).to.deep.equal({ retentionDays: 7, numbering: false });
    expect(await changes()).to.deep.equal([
      { ...plainest, name: 'numbering', before: true, after: false },
      plainest,
    ]);
    expect(await changes(1)).to.have.length(1);
  });

  it('writes down as before what is stored, whatever the caller has seen, and nothing for the same value', async () => {
    await change({ after: 7 });
    await change({ before: 30, after: 8 });
    await change({ before: 30, after: 8 });

    expect((await changes()).map(({ before, after }) => [before, after])).to.deep.equal([
      [7, 8],
      [30, 7],
    ]);
  });

  it('follows one change by the other when two transactions make them at once', async () => {
    await Promise.all([11, 12, 13].map((after) => change({ after })));
    const made = [...(await changes())].reverse();

    expect(made.map(({ after }) => after)).to.have.members([11, 12, 13]);
    expect(made.map(({ before }) => before)).to.deep.equal([
      30,
      ...made.slice(0, 2).map(({ after }) => after),
    ]);
    expect(await all()).to.deep.equal({ retentionDays: made.at(-1)?.after });
  });

  it('keeps the settings of two platforms apart, and what was changed in them', async () => {
    await change({ after: 7 }, 'p');
    await change({ after: 8 }, 'P');
    await change({ after: 9 }, 'P');

    expect(await Promise.all(['', 'p', 'P'].map(all))).to.deep.equal([
      {},
      { retentionDays: 7 },
      { retentionDays: 9 },
    ]);
    expect(await changes(10, 'p')).to.deep.equal([{ ...plainest, after: 7 }]);
    expect((await changes(10, 'P')).map(({ before, after }) => [before, after])).to.deep.equal([
      [8, 9],
      [30, 8],
    ]);
    expect(await changes()).to.deep.equal([]);
  });

  it('forgets who made a change, and keeps the change', async () => {
    await change({});
    await change({ after: 9, actor: { id: 'other', name: 'Other' } });
    await work().write(({ settings }) => settings.forgetUser('admin'));

    expect((await changes()).map(({ actor, after }) => [actor, after])).to.deep.equal([
      [{ id: 'other', name: 'Other' }, 9],
      [{ id: '', name: '' }, 7],
    ]);
  });
});
