import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { SeanceGroup } from '../../src/domain/group/group.js';
import { onEveryDatabase } from '../support/databases.js';
import { latch, letOthersRun } from '../support/latch.js';
import { rejection } from '../support/rejections.js';
import { nextId, seanceGroup as group, sessionId, spaceId } from '../support/seance-records.js';

onEveryDatabase('GroupRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const findOrAdd = (group: SeanceGroup) => work().write(({ groups }) => groups.findOrAdd(group));

  afterEach(async () => {
    await database.knex('seance_group').delete();
  });

  it('adds the candidate when there is no group of that name', async () => {
    const candidate = group('Ateliers du matin', { limit: 3 });

    expect(await findOrAdd(candidate)).to.deep.equal(candidate);
    expect(await work().read(({ groups }) => groups.find(spaceId, candidate.id))).to.deep.equal(candidate);
  });

  for (const spelling of ['ateliers d’été', 'ATELIERS D’ETE', "  Ateliers   d'Été "]) {
    it(`finds "Ateliers d'été" as ${JSON.stringify(spelling)}, and keeps its first name`, async () => {
      const first = await findOrAdd(group("Ateliers d'été"));

      expect(await findOrAdd(group(spelling, { limit: 9 }))).to.deep.equal(first);
    });
  }

  it('keeps the same name apart in another session, and in another space', async () => {
    const groups = [group('A'), group('A', { sessionId: 'demo-2027' }), group('A', { spaceId: 'other' })];
    for (const candidate of groups) expect(await findOrAdd(candidate)).to.deep.equal(candidate);
  });

  it('lists the groups of a session by name, and no others', async () => {
    for (const name of ['Zoé', 'atelier 10', 'Été', 'Atelier 2']) await findOrAdd(group(name));
    await findOrAdd(group('Elsewhere', { sessionId: 'demo-2027' }));
    await findOrAdd(group('Elsewhere', { spaceId: 'other' }));
    const listed = await work().read(({ groups }) => groups.list(spaceId, sessionId));

    expect(listed.map(({ name }) => name)).to.deep.equal(['Atelier 2', 'atelier 10', 'Été', 'Zoé']);
  });

  it('finds nothing in another space, or by an id that is not one', async () => {
    const { id } = await findOrAdd(group('A'));
    const found = await work().read(({ groups }) =>
      Promise.all([
        groups.find('other', id),
        groups.find(spaceId, nextId()),
        groups.find(spaceId, "'\u0000\\"),
      ]),
    );

    expect(found).to.deep.equal([undefined, undefined, undefined]);
  });

  it('gives the same group to two transactions that ask for the same new name', async () => {
    const [first, second] = await race((candidate) => findOrAdd(candidate));

    expect(second).to.deep.equal(first);
    expect(await database.knex('seance_group').select('id')).to.deep.equal([{ id: first.id }]);
  });

  it('gives the name to the second when the first rolls back', async () => {
    const adds = latch();
    const failing = work().write(async ({ groups }) => {
      await groups.findOrAdd(group('A'));
      adds.open();
      await letOthersRun();
      throw new Error('changed my mind');
    });
    const settled = rejection(failing);
    await adds.opened;
    const candidate = group('a');

    expect(await findOrAdd(candidate)).to.deep.equal(candidate);
    expect(await settled).to.have.property('message', 'changed my mind');
    expect(await work().read(({ groups }) => groups.list(spaceId, sessionId))).to.deep.equal([candidate]);
  });

  it('gives twelve transactions at once the same group', async () => {
    const found = await Promise.all(Array.from({ length: 12 }, () => findOrAdd(group('Ateliers'))));

    expect(new Set(found.map(({ id }) => id)).size).to.equal(1);
    expect(await database.knex('seance_group').select('id')).to.have.length(1);
  });

  it('removes those of a session in every space, or of a space, and no others', async () => {
    const places = [
      { spaceId, sessionId },
      { spaceId: 'other', sessionId },
      { spaceId, sessionId: 'another' },
    ];
    for (const place of places) await findOrAdd({ ...group('Ateliers'), ...place });
    const left = () =>
      database.knex('seance_group').orderBy('id').select({ spaceId: 'space_id', sessionId: 'session_id' });
    await work().write(({ groups }) => groups.removeAllOf({ sessionId }));
    expect(await left()).to.deep.equal(places.slice(2));
    await work().write(({ groups }) => groups.removeAllOf({ spaceId: 'other' }));
    expect(await left()).to.deep.equal(places.slice(2));
    await work().write(({ groups }) => groups.removeAllOf({ spaceId }));
    expect(await left()).to.deep.equal([]);
  });

  /** The first has added and not committed when the second asks. */
  async function race(
    ask: (candidate: SeanceGroup) => Promise<SeanceGroup>,
  ): Promise<[SeanceGroup, SeanceGroup]> {
    const adds = latch();
    const first = work().write(async ({ groups }) => {
      const added = await groups.findOrAdd(group('Ateliers'));
      adds.open();
      await letOthersRun();
      return added;
    });
    await adds.opened;
    return Promise.all([first, ask(group('ateliers'))]);
  }
});
