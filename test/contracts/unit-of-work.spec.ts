import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { spy } from 'sinon';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { Refusal } from '../../src/domain/refusal.js';
import { onEveryDatabase, onMysql, onSqlite } from '../support/databases.js';
import { latch, letOthersRun } from '../support/latch.js';
import { refused, rejection } from '../support/rejections.js';
import { noon, place, seanceGroup, seanceQuery, seanceRecord, spaceId } from '../support/seance-records.js';

onEveryDatabase('UnitOfWork', (database) => {
  const work = () => new KnexUnitOfWork(database.open);

  it('answers with what the work answers', async () => {
    expect(await work().read(() => Promise.resolve(1))).to.equal(1);
    expect(await work().write(() => Promise.resolve('x'))).to.equal('x');
  });

  it('leaves no trace in any table of a write that fails', async () => {
    const fault = new Error('at the very end');
    const failing = work().write(async ({ seances, groups, locations, idempotency }) => {
      const group = await groups.findOrAdd(seanceGroup('G'));
      const record = seanceRecord({ group, trainers: [{ id: 'a', name: 'A' }] });
      await seances.insert([record]);
      await locations.saveOwn('', place('l', 'L'));
      await idempotency.claim({ actorId: 'a', key: 'k', fingerprint: 'f' }, noon);
      await seances.lock(spaceId, [record.seance.id]);
      throw fault;
    });

    expect(await rejection(failing)).to.equal(fault);
    for (const table of [
      'seance',
      'seance_trainer',
      'seance_group',
      'seance_location',
      'seance_idempotency',
    ]) {
      expect(await database.knex(table).select('*'), table).to.deep.equal([]);
    }
  });

  it('lets refusals through as they are, and runs their work once', async () => {
    let runs = 0;
    const refusal = new Refusal('stale');
    const failing = work().write(() => {
      runs += 1;
      return Promise.reject(refusal);
    });

    expect(await rejection(failing)).to.equal(refusal);
    expect(runs).to.equal(1);
  });

  it('reads nothing of a transaction that has not committed', async () => {
    const record = seanceRecord();
    const inserted = latch();
    const writing = work().write(async ({ seances }) => {
      await seances.insert([record]);
      inserted.open();
      await letOthersRun();
      throw new Error('rolled back');
    });
    const settled = rejection(writing);
    await inserted.opened;
    const page = await work().read(({ seances }) => seances.list(seanceQuery()));

    expect(page.total).to.equal(0);
    await settled;
  });

  it('refuses as unavailable when its pool is closed', async () => {
    const other = database.openAnother();
    await other.knex.destroy();
    const closed = new KnexUnitOfWork(other);

    await refused(
      closed.read(({ settings }) => settings.all('')),
      'unavailable',
    );
    await refused(
      closed.write(({ settings }) => settings.all('')),
      'unavailable',
    );
  });
});

onMysql('UnitOfWork under contention', (database) => {
  const work = () => new KnexUnitOfWork(database.open);

  it('runs the loser of a deadlock again', async () => {
    const [a, b] = [seanceRecord(), seanceRecord()] as const;
    await work().write(({ seances }) => seances.insert([a, b]));
    const [first, second] = [latch(), latch()];
    let runs = 0;
    const lockBoth = (one: typeof a, other: typeof a, mine: typeof first, theirs: typeof first) =>
      work().write(async ({ deletions, seances }) => {
        runs += 1;
        await seances.lock(spaceId, [one.seance.id]);
        mine.open();
        await theirs.opened;
        await seances.lock(spaceId, [other.seance.id]);
        await deletions.markRestored([one.seance.id, other.seance.id], noon);
      });
    await Promise.all([lockBoth(a, b, first, second), lockBoth(b, a, second, first)]);

    expect(runs).to.equal(3);
    const { items } = await work().read(({ seances }) => seances.list(seanceQuery()));
    expect(
      items.map(({ seance }) => seance.version),
      'both have written',
    ).to.deep.equal([3, 3]);
  });

  it('refuses as busy when the locks cannot be had in time', async () => {
    const record = seanceRecord();
    await work().write(({ seances }) => seances.insert([record]));
    const impatient = openDatabase(`${database.address}?pool=1`);
    await impatient.knex.raw('set session innodb_lock_wait_timeout = 0');
    let runs = 0;
    try {
      await work().write(async ({ seances }) => {
        await seances.lock(spaceId, [record.seance.id]);
        const other = new KnexUnitOfWork(impatient).write((repositories) => {
          runs += 1;
          return repositories.seances.lock(spaceId, [record.seance.id]);
        });
        await refused(other, 'busy');
      });
      expect(runs, 'another wait would only take as long again').to.equal(1);
    } finally {
      await impatient.knex.destroy();
    }
  });

  it('refuses as unavailable when nobody listens', async () => {
    const nowhere = new URL(database.address);
    nowhere.port = '1';
    const open = openDatabase(nowhere.href);
    await refused(
      new KnexUnitOfWork(open).read(({ settings }) => settings.all('')),
      'unavailable',
    );
    await refused(
      new KnexUnitOfWork(open).write(({ settings }) => settings.all('')),
      'unavailable',
    );
    await open.knex.destroy();
  });

  it('works again after the server has closed its connections', async () => {
    const other = database.openAnother();
    const settings = () => new KnexUnitOfWork(other).write((repositories) => repositories.settings.all(''));
    await settings();
    const [[{ id }]] = (await other.knex.raw('select connection_id() as id')) as [[{ id: number }]];
    await database.knex.raw(`kill ${id}`);
    await letOthersRun();

    expect(await settings()).to.deep.equal({});
  });

  it('refuses as unavailable, without a trace, when the connection is lost in the middle', async () => {
    const other = database.openAnother();
    const record = seanceRecord();
    const lost = new KnexUnitOfWork(other).write(async ({ seances }) => {
      await seances.insert([record]);
      // Of this database alone: the server has those of other runs, too.
      const [running] = (await database.knex.raw(
        `select p.id from information_schema.innodb_trx t join information_schema.processlist p
          on p.id = t.trx_mysql_thread_id where t.trx_rows_modified > 0 and p.db = database()`,
      )) as [{ id: number }[]];
      for (const { id } of running) await database.knex.raw(`kill ${id}`);
      return seances.lock(spaceId, [record.seance.id]);
    });

    await refused(lost, 'unavailable');
    expect(await database.knex('seance').where({ id: record.seance.id })).to.deep.equal([]);
  });
});

/** Writes a setting, keeps the file for a moment after it has said so, and commits. */
const holding = `
  const database = new (require('libsql'))(process.argv[1]);
  database.exec("begin immediate; insert into seance_setting (name, value) values ('retentionDays', '7')");
  console.log('held');
  setTimeout(() => database.exec('commit'), 300);
`;

onSqlite('UnitOfWork under contention', (database) => {
  it('waits while another process has the file, and begins once', async () => {
    const holder = spawn(process.execPath, ['-e', holding, database.address.replace('sqlite:', '')]);
    await once(holder.stdout, 'data');
    let runs = 0;
    const settings = await new KnexUnitOfWork(database.openAnother()).write((repositories) => {
      runs += 1;
      return repositories.settings.all('');
    });

    expect(settings).to.deep.equal({ retentionDays: 7 });
    expect(runs).to.equal(1);
  });

  it('waits while another instance in this process has the file, which goes on meanwhile', async () => {
    const [begun, finish] = [latch(), latch()];
    const first = new KnexUnitOfWork(database.open).write(async ({ settings }) => {
      begun.open();
      await finish.opened;
      return settings.all('');
    });
    await begun.opened;
    let runs = 0;
    const second = new KnexUnitOfWork(database.openAnother()).write(({ settings }) => {
      runs += 1;
      return settings.all('');
    });
    await letOthersRun();
    expect(runs).to.equal(0);
    finish.open();

    expect(await second).to.deep.equal(await first);
    expect(runs).to.equal(1);
  });

  it('refuses as busy when the file stays locked, after one wait', async () => {
    const { knex, ...rest } = openDatabase(database.address, 0.02);
    const begun = spy(knex, 'transaction');
    await database.knex.transaction(() =>
      refused(
        new KnexUnitOfWork({ knex, ...rest }).write(({ settings }) => settings.all('')),
        'busy',
      ),
    );

    expect(begun.callCount).to.equal(1);
    await knex.destroy();
  });

  it('refuses as unavailable when the file cannot be opened', async () => {
    const open = openDatabase(`${database.address}/not-a-folder/x`);
    await refused(
      new KnexUnitOfWork(open).read(({ settings }) => settings.all('')),
      'unavailable',
    );
    await open.knex.destroy();
  });
});
