import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { onEveryDatabase } from '../support/databases.js';

onEveryDatabase('PlatformRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const keep = (spaceId: string, platformId: string) =>
    work().write(({ platforms }) => platforms.keep(spaceId, platformId));
  const ofSpaces = (...ids: readonly string[]) =>
    work().read(async ({ platforms }) => [...(await platforms.ofSpaces(ids))]);
  const all = () => work().read(({ platforms }) => platforms.all());

  afterEach(async () => {
    await database.knex('seance_space').delete();
  });

  it("takes a space that nobody has spoken of for one of ''", async () => {
    expect(await ofSpaces('a', 'a', 'b')).to.deep.equal([
      ['a', ''],
      ['b', ''],
    ]);
    expect(await ofSpaces()).to.deep.equal([]);
    expect(await all()).to.deep.equal(['']);
  });

  it('says of which platform a space is, by ids that are compared exactly', async () => {
    for (const [spaceId, platformId] of [
      ['a', 'p'],
      ['A', 'P'],
      ['b', 'p'],
      ['a', 'p'],
    ] as const)
      await keep(spaceId, platformId);

    expect(new Map(await ofSpaces('a', 'A', 'b', 'B'))).to.deep.equal(
      new Map([
        ['a', 'p'],
        ['A', 'P'],
        ['b', 'p'],
        ['B', ''],
      ]),
    );
    expect(await all()).to.have.members(['', 'p', 'P']);
  });

  it('is told of one space by several at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => keep('rush', 'p')));
    expect(await ofSpaces('rush')).to.deep.equal([['rush', 'p']]);
  });
});
