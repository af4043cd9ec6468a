import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Location } from '../../src/domain/location/location.js';
import { onEveryDatabase } from '../support/databases.js';
import { latch, letOthersRun } from '../support/latch.js';
import { noon, place } from '../support/seance-records.js';

onEveryDatabase('LocationRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const save = (location: Location, platformId = '') =>
    work().write(({ locations }) => locations.saveOwn(platformId, location));
  const saveCopy = (location: Location) => work().write(({ locations }) => locations.saveCopy(location));
  const search = (q: string | undefined, page = 1, size = 50, platformId = '') =>
    work().read(async ({ locations }) => {
      const { items, total } = await locations.search(platformId, { q, page, size });
      return { names: items.map(({ name }) => name), total };
    });

  const ownOf = (platformId: string, id: string) =>
    work().write(({ locations }) =>
      Promise.all([locations.findOwn(platformId, id), locations.lockOwn(platformId, id)]),
    );

  afterEach(async () => {
    await database.knex('seance_location').delete();
  });

  it('gives back a place as it was saved', async () => {
    const location = { ...place('1', 'Salle "É" 😀'), street: "Rue de l'Été", box: '\\b%', country: '日本' };
    await save(location);

    expect(await work().read(({ locations }) => locations.find('1'))).to.deep.equal(location);
  });

  it('replaces the place of the same id', async () => {
    await save(place('1', 'Before'));
    await save(place('1', 'After'));

    expect(await search(undefined)).to.deep.equal({ names: ['After'], total: 1 });
    expect(await search('before')).to.deep.equal({ names: [], total: 0 });
  });

  it('is found by the platform that it is of, and by no other: by its id alone only for who has it', async () => {
    const [ours, theirs] = [place('1', 'Ours'), place('2', 'Theirs')];
    await save(ours, 'p');
    await save(theirs, 'P');

    expect(await search(undefined, 1, 50, 'p')).to.deep.equal({ names: ['Ours'], total: 1 });
    expect(await search('theirs', 1, 50, 'p')).to.deep.equal({ names: [], total: 0 });
    expect(await search(undefined)).to.deep.equal({ names: [], total: 0 });
    expect(await ownOf('p', '1')).to.deep.equal([ours, ours]);
    expect(await ownOf('p', '2')).to.deep.equal([undefined, undefined]);
    expect(await work().read(({ locations }) => locations.find('2'))).to.deep.equal(theirs);
  });

  it('is changed by nobody while it is held', async () => {
    await save(place('1', 'Before'));
    const done: string[] = [];
    const held = latch();
    const holding = work().write(async ({ locations }) => {
      await locations.hold('1');
      held.open();
      await letOthersRun();
      done.push(`held as ${(await locations.find('1'))?.name}`);
    });
    await held.opened;
    const renaming = save(place('1', 'After')).then(() => done.push('renamed'));
    await Promise.all([holding, renaming]);

    expect(done).to.deep.equal(['held as Before', 'renamed']);
  });

  it('knows no place by another id', async () => {
    await save(place('a', 'A'));
    const found = await work().read(({ locations }) =>
      Promise.all(['A', 'b', '', "'"].map((id) => locations.find(id))),
    );

    expect(found).to.deep.equal([undefined, undefined, undefined, undefined]);
  });

  it('finds copies of the host by id, but never by a search', async () => {
    await saveCopy(place('host', 'Copy'));
    await save(place('own', 'Own'));

    expect(await search(undefined)).to.deep.equal({ names: ['Own'], total: 1 });
    expect(await work().read(({ locations }) => locations.find('host'))).to.deep.equal(place('host', 'Copy'));
  });

  it('finds a deleted place for the séances that have it, and for nobody else', async () => {
    await save(place('gone', 'Gone'));
    await save(place('here', 'Here'));
    await saveCopy(place('host', 'Copy'));
    await work().write(({ locations }) => locations.markDeleted('gone', noon));
    const own = (id: string) => ownOf('', id);

    expect(await search(undefined)).to.deep.equal({ names: ['Here'], total: 1 });
    expect(await work().read(({ locations }) => locations.find('gone'))).to.deep.equal(place('gone', 'Gone'));
    expect(await own('gone')).to.deep.equal([undefined, undefined]);
    expect(await own('host')).to.deep.equal([undefined, undefined]);
    expect(await own('here')).to.deep.equal([place('here', 'Here'), place('here', 'Here')]);
  });

  it('searches by name, in pages that count everything', async () => {
    for (const name of ['Salle 10', 'salle 2', 'Étage', 'Zoo', 'atelier']) await save(place(name, name));

    expect(await search(undefined)).to.deep.equal({
      names: ['atelier', 'Étage', 'salle 2', 'Salle 10', 'Zoo'],
      total: 5,
    });
    expect(await search('', 2, 2)).to.deep.equal({ names: ['salle 2', 'Salle 10'], total: 5 });
    expect(await search(undefined, 9, 2)).to.deep.equal({ names: [], total: 5 });
  });

  it('finds every word in the name or the address, whatever the case and accents', async () => {
    await save({ ...place('1', 'Salle É'), city: 'Liège' });
    await save({ ...place('2', 'Salle %_'), city: 'Bruxelles' });

    expect((await search('SALLE e liege')).names).to.deep.equal(['Salle É']);
    expect((await search('%')).names).to.deep.equal(['Salle %_']);
    expect((await search('_')).names).to.deep.equal(['Salle %_']);
    expect((await search('salle namur')).names).to.deep.equal([]);
  });
});
