import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { ProposedLocations } from '../../../src/application/location/proposed-locations.js';
import { InMemoryHostLocations } from '../../../src/testing/index.js';
import { onDatabase } from '../../support/databases.js';
import { noon, place } from '../../support/seance-records.js';

onDatabase('The places that may be chosen', (database) => {
  const [own, gone, host, left] = [place('own'), place('gone'), place('host'), place('left')];
  let proposed: ProposedLocations;

  before(async () => {
    const work = new KnexUnitOfWork(database.open);
    proposed = new ProposedLocations(work, new InMemoryHostLocations([{ ...host, name: 'Renamed' }]));
    await work.write(async ({ locations }) => {
      for (const location of [own, gone]) await locations.saveOwn('', location);
      for (const copy of [host, left]) await locations.saveCopy(copy);
      await locations.markDeleted('gone', noon);
    });
  });

  it("are the platform's and the host's, each as who keeps it has it now", async () => {
    expect(await proposed.find('', 'own')).to.deep.equal({ place: own, fromHost: false });
    expect(await proposed.find('', 'host')).to.deep.equal({
      place: { ...host, name: 'Renamed' },
      fromHost: true,
    });
  });

  it('are not those that were deleted, nor copies of what the host has no longer, though séances have them', async () => {
    const found = await Promise.all(['gone', 'left', 'never', ''].map((id) => proposed.find('', id)));
    expect(found).to.deep.equal([undefined, undefined, undefined, undefined]);
  });

  it("are no other platform's", async () => {
    expect(await proposed.find('another', 'own')).to.equal(undefined);
  });
});
