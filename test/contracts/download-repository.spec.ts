import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { type Instant, shiftInstant } from '../../src/domain/time/schedule.js';
import type { Download } from '../../src/ports/download-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { noon } from '../support/seance-records.js';

function downloadOf(id: string, expiresAt: Instant = noon): Download {
  const who = { name: 'Ünï', locale: 'fr-BE', timeZone: 'Europe/Brussels' };
  const actor = { id: `É ${id}`, platformId: 'P', ...who };
  const path = `/api/v1/spaces/demo/seances.csv?q=${'a'.repeat(1_900)}`;
  return { id, tokenHash: id.padEnd(64, '0'), actor, path, language: 'fr', expiresAt };
}

onEveryDatabase('DownloadRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const add = (download: Download) => work().write(({ downloads }) => downloads.add(download));
  const find = (tokenHash: string) => work().read(({ downloads }) => downloads.find(tokenHash));
  const spend = (tokenHash: string) =>
    new KnexUnitOfWork(database.open).write(({ downloads }) => downloads.spend(tokenHash));

  afterEach(async () => {
    await database.knex('seance_download').delete();
  });

  it('finds a download by the digest of its token, as it was stored', async () => {
    const download = downloadOf('a');
    await add(download);

    expect(await find(download.tokenHash)).to.deep.equal(download);
    expect(await find(download.tokenHash.toUpperCase())).to.equal(undefined);
  });

  it('finds it by its last digest alone', async () => {
    const download = downloadOf('b');
    await add(download);
    const tokenHash = 'c'.repeat(64);
    await work().write(({ downloads }) => downloads.readdress('b', tokenHash));
    await work().write(({ downloads }) => downloads.readdress('nothing', 'd'.repeat(64)));

    expect(await find(download.tokenHash)).to.equal(undefined);
    expect(await find(tokenHash)).to.deep.equal({ ...download, tokenHash });
  });

  it('gives a download to one of several who take it at the same time', async () => {
    const { tokenHash } = downloadOf('e');
    await add(downloadOf('e'));
    const answers = await Promise.all(Array.from({ length: 8 }, () => spend(tokenHash)));

    expect(answers.filter(Boolean)).to.have.length(1);
    expect(await spend(tokenHash)).to.equal(false);
  });

  it('forgets what ended before an instant, and says how many', async () => {
    const [ended, open] = [downloadOf('f', shiftInstant(noon, -1)), downloadOf('g')];
    await add(ended);
    await add(open);

    expect(await work().write(({ downloads }) => downloads.forgetBefore(noon))).to.equal(1);
    expect(await find(ended.tokenHash)).to.equal(undefined);
    expect(await find(open.tokenHash)).to.deep.equal(open);
  });

  it('removes those of a user, and of nobody whose id is like theirs', async () => {
    const [theirs, other] = [downloadOf('h'), downloadOf('H')];
    for (const download of [theirs, other]) await add(download);
    await work().write(({ downloads }) => downloads.removeOf(theirs.actor.id));

    expect(await find(theirs.tokenHash)).to.equal(undefined);
    expect(await find(other.tokenHash)).to.deep.equal(other);
  });
});
