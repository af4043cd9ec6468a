import { expect } from 'chai';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import {
  AnnounceVersion,
  announcedEvery,
  goneAfter,
} from '../../../src/application/housekeeping/announce-version.js';
import { FixedClock } from '../../../src/testing/index.js';
import { onDatabase } from '../../support/databases.js';

const noon = '2026-11-29T12:00:00Z';

onDatabase('The versions that run', (database) => {
  let clock: FixedClock;

  beforeEach(() => {
    clock = new FixedClock(noon);
  });

  afterEach(async () => {
    await database.knex('seance_running_version').delete();
  });

  const process = (version: string) => new AnnounceVersion(new KnexUnitOfWork(database.open), clock, version);
  const versions = () =>
    database.knex('seance_running_version').orderBy('version').pluck<string[]>('version');

  it('are one row each, whatever number of processes there are', async () => {
    await Promise.all(['0.1.0', '0.2.0', '0.1.0', '0.2.0'].map((version) => process(version).run()));

    expect(await versions()).to.deep.equal(['0.1.0', '0.2.0']);
  });

  it('are written once for those who say the same within half a minute', async () => {
    expect(await process('0.1.0').run()).to.equal(true);
    expect(await process('0.1.0').run()).to.equal(false);
    clock.advance(announcedEvery / 2);
    expect(await process('0.1.0').run()).to.equal(true);
  });

  it('are forgotten by the others when none of their processes was seen for some minutes', async () => {
    await process('0.1.0').run();
    clock.advance(goneAfter);
    await process('0.2.0').run();
    expect(await versions()).to.deep.equal(['0.1.0', '0.2.0']);
    clock.advance(announcedEvery);
    await process('0.2.0').run();
    expect(await versions()).to.deep.equal(['0.2.0']);
  });
});
