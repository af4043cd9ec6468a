import { expect } from 'chai';
import { openDatabase } from '../../../src/adapters/knex/dialect.js';
import { exclusively } from '../../../src/adapters/knex/lease.js';
import { onEveryDatabase, onMysql, onSqlite } from '../../support/databases.js';
import { latch, letOthersRun } from '../../support/latch.js';

onEveryDatabase('A lease', (database) => {
  it('lets one do its work at a time, and gives it to the next when the work fails', async () => {
    const done: string[] = [];
    const [begun, finish] = [latch(), latch()];
    const first = exclusively(database.knex, 'test', async () => {
      begun.open();
      await finish.opened;
      done.push('first');
      throw new Error('the work failed');
    }).catch((error: unknown) => done.push((error as Error).message));
    await begun.opened;
    const second = exclusively(database.openAnother().knex, 'test', () =>
      Promise.resolve(done.push('second')),
    );
    await letOthersRun(300);
    finish.open();
    await Promise.all([first, second]);

    expect(done).to.deep.equal(['first', 'the work failed', 'second']);
  });
});

onSqlite('A lease', (database) => {
  it('is waited for longer than a statement waits for a lock', async () => {
    const impatient = openDatabase(database.address, 0.01);
    const [begun, finish] = [latch(), latch()];
    const first = exclusively(database.knex, 'test', async () => {
      begun.open();
      await finish.opened;
    });
    await begun.opened;
    const second = exclusively(impatient.knex, 'test', () => Promise.resolve('done'));
    await letOthersRun(300);
    finish.open();
    await first;

    expect(await second).to.equal('done');
    await impatient.knex.destroy();
  });
});

onMysql('A lease', (database) => {
  const lease = () => database.knex('seances_lease').where({ name: 'test' });

  it('is renewed while the work goes on, and free afterwards', async () => {
    let during: { holder: string; expires: number } | undefined;
    await exclusively(database.knex, 'test', async () => {
      during = (await lease().first()) as typeof during;
    });

    const [[{ now }]] = (await database.knex.raw('select unix_timestamp() as now')) as [[{ now: number }]];
    expect(during?.expires).to.be.above(now);
    expect(await lease().first()).to.include({ holder: '', expires: 0 });
  });

  it('of somebody who died is anybody’s once it is over, and is not given back by who lost it', async () => {
    const [taken, over] = [latch(), latch()];
    const slow = exclusively(database.knex, 'test', async () => {
      taken.open();
      await over.opened;
    });
    await taken.opened;
    await lease().update({ expires: 1 });
    let holder: string | undefined;
    await exclusively(database.openAnother().knex, 'test', async () => {
      ({ holder } = (await lease().first()) as { holder: string });
      over.open();
      await slow;
      expect(await lease().first()).to.include({ holder });
    });

    expect(holder).to.not.equal('');
    expect(await lease().first()).to.include({ holder: '' });
  });
});
