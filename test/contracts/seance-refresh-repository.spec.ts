import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { SeanceRefreshRepository } from '../../src/ports/seance-refresh-repository.js';
import { onEveryDatabase } from '../support/databases.js';
import { noon } from '../support/seance-records.js';

const later = '2026-11-23T12:00:30Z' as Instant;

onEveryDatabase('SeanceRefreshRepository', (database) => {
  const work = () => new KnexUnitOfWork(database.open);
  const change = <T>(use: (refreshes: SeanceRefreshRepository) => Promise<T>) =>
    work().write(({ seanceRefreshes }) => use(seanceRefreshes));
  const begun = async (kind: 'location' | 'trainer', id: string, run: string, name = '') => {
    await change((refreshes) => refreshes.begin({ kind, subjectId: id, run, name, dueAt: noon }));
    const refresh = await change((refreshes) => refreshes.lock(kind, id));
    if (!refresh) throw new Error('Nothing was begun.');
    return refresh;
  };

  afterEach(async () => {
    await database.knex('seance_refresh').delete();
  });

  it('keeps what is left to do, each place and trainer by itself', async () => {
    const place = await begun('location', 'a', 'r1');
    const trainer = await begun('trainer', 'a', 'r2', `É${'x'.repeat(300)}`);

    expect(place).to.deep.equal({
      kind: 'location',
      subjectId: 'a',
      name: '',
      run: 'r1',
      afterId: '',
      dueAt: noon,
    });
    expect(trainer).to.include({ kind: 'trainer', name: `É${'x'.repeat(254)}` });
    expect(await change((refreshes) => refreshes.lock('location', 'A'))).to.equal(undefined);
    expect(await change((refreshes) => refreshes.pending())).to.deep.equal([place, trainer]);
  });

  it('goes on from where it is, and is done once', async () => {
    const first = await begun('location', 'a', 'r1');
    expect(await change((refreshes) => refreshes.advance(first, 's1', later))).to.equal(true);
    expect(await change((refreshes) => refreshes.advance(first, 's2', later))).to.equal(false);
    expect(await change((refreshes) => refreshes.finish(first))).to.equal(false);

    const next = { ...first, afterId: 's1', dueAt: later };
    expect(await change((refreshes) => refreshes.pending())).to.deep.equal([next]);
    expect(await change((refreshes) => refreshes.finish(next))).to.equal(true);
    expect(await change((refreshes) => refreshes.finish(next))).to.equal(false);
    expect(await change((refreshes) => refreshes.pending())).to.deep.equal([]);
  });

  it('is claimed by one of those who read it', async () => {
    const read = await begun('location', 'a', 'r1');

    expect(await change((refreshes) => refreshes.advance(read, read.afterId, later))).to.equal(true);
    expect(await change((refreshes) => refreshes.advance(read, read.afterId, later))).to.equal(false);
  });

  it('begins anew with another name, and lets nobody go on with the one before', async () => {
    const before = await begun('trainer', 'ada', 'r1', 'Ada');
    await change((refreshes) => refreshes.advance(before, 's1', noon));
    const after = await begun('trainer', 'ada', 'r2', 'Eva');

    expect(after).to.include({ name: 'Eva', run: 'r2', afterId: '' });
    expect(await change((refreshes) => refreshes.advance({ ...before, afterId: 's1' }, 's2', noon))).to.equal(
      false,
    );
    expect(await change((refreshes) => refreshes.finish(before))).to.equal(false);
  });

  it('forgets a user, and no place that is called alike', async () => {
    await begun('trainer', 'ada', 'r1', 'Ada');
    const place = await begun('location', 'ada', 'r2');
    await change((refreshes) => refreshes.forgetUser('ada'));

    expect(await change((refreshes) => refreshes.pending())).to.deep.equal([place]);
  });
});
