import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { PersonalDataPart } from '../../src/domain/personal-data/personal-data.js';
import { onEveryDatabase } from '../support/databases.js';

/** A part whose rows are in the order of two columns, of which the first says little. */
const part: PersonalDataPart = {
  id: 'trainings',
  table: 'seance_trainer',
  person: 'user_id',
  order: ['starts_at', 'seance_id'],
  columns: ['seance_id', 'position'],
  names: ['user_id'],
  whenGone: 'removed',
};

onEveryDatabase('PersonalDataRepository', (database) => {
  const read = (after: readonly (string | number)[] | undefined, limit: number) =>
    new KnexUnitOfWork(database.open).read(({ personalData }) =>
      personalData.rows(part, 'trainer', after, limit),
    );

  before(async () => {
    const rows = ['b1', 'a2', 'a1', 'a3', 'b2'].map((id, position) => ({
      ...{ seance_id: id, user_id: 'trainer', name: 'T', position },
      ...{ starts_at: id.charAt(0), ends_at: '' },
    }));
    await database.knex('seance_trainer').insert(rows);
    await database.knex('seance_trainer').insert({ ...rows[0], user_id: 'Trainer' });
  });

  it('gives the rows of one person page by page, each once and in their order', async () => {
    const ids: unknown[] = [];
    for (let after: readonly (string | number)[] | undefined; ;) {
      const page = await read(after, 2);
      ids.push(...page.map(({ record }) => record['seanceId']));
      after = page.at(-1)?.cursor;
      if (page.length < 2) break;
    }

    expect(ids).to.deep.equal(['a1', 'a2', 'a3', 'b1', 'b2']);
  });

  it('hands out the columns of the part, and nothing that it is read by', async () => {
    const [first] = await read(undefined, 1);

    expect(first).to.deep.equal({ record: { seanceId: 'a1', position: 2 }, cursor: ['a', 'a1'] });
  });
});
