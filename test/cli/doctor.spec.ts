import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readManifest } from '../../src/adapters/host/manifest.js';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { AnnounceVersion } from '../../src/application/housekeeping/announce-version.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import { type Finding, type Surroundings, diagnose } from '../../src/cli/doctor.js';
import { createSeancesPlugin } from '../../src/index.js';
import { eventually } from '../support/eventually.js';
import { Campus } from '../application/repetition/campus/campus.js';
import { onDatabase, onMysql, type TestDatabase } from '../support/databases.js';
import { insertNotices } from '../support/notice-rows.js';
import { delivery, webhook } from '../support/webhooks.js';
import { run } from './command.js';

const doctor = (address: string) => run(['doctor', '--database', address]);
const { version } = readManifest();
const here: Surroundings = { now: Date.now, version, zoneData: '2026a' };

async function problemsOf(
  database: TestDatabase,
  surroundings: Surroundings = here,
): Promise<readonly Finding[]> {
  const findings = await diagnose(database.open, surroundings);
  return findings.filter(({ advice }) => advice !== undefined);
}

/** Asserts that exactly one thing is wrong, and answers it. */
async function theProblem(database: TestDatabase, surroundings?: Surroundings): Promise<Finding> {
  const problems = await problemsOf(database, surroundings);
  expect(problems).to.have.length(1);
  return problems[0] ?? expect.fail();
}

onDatabase('seances doctor', (database) => {
  let campus: Campus;

  before(() => {
    campus = new Campus(database.knex);
  });

  /** A séance whose events the host and people have had. */
  async function created(day: string) {
    const seance = await campus.create({ start: `${day}T09:00`, end: `${day}T11:00` });
    await database.knex('seance_event').update({ due_at: null, derive_at: null });
    return seance;
  }

  it('says that nothing is wrong, what it looked at, and ends with 0', async () => {
    await created('2998-07-01');
    const { code, output, errors } = await doctor(database.address);

    expect(errors).to.equal('');
    expect(output).to.match(/^ok {7}The database answers: (SQLite|MariaDB|MySQL) \d/);
    expect(output).to.contain(
      'ok       Supported: everything that the plugin promises holds on this engine.\n',
    );
    expect(output).to.contain('ok       The schema is up to date.\n');
    expect(output).to.contain('ok       The instants of 1 séances to come are those of this zone data.\n');
    expect(output).to.match(/\nNothing is wrong\.\n$/);
    expect(code).to.equal(0);
  });

  it('ends with 1 and names a setting that its schema does not allow, that is unknown, or no JSON', async () => {
    const rows = [
      { name: 'retentionDays', value: '-1' },
      { name: 'promotion', value: 'staff' },
      { name: 'colour', value: '"red"' },
    ];
    await database.knex('seance_setting').insert(rows.map((row) => ({ platform_id: '', ...row })));
    await database.knex('seance_setting').insert({ platform_id: "l'autre", name: 'promotion', value: '9' });
    const { code, output } = await doctor(database.address);
    await database.knex('seance_setting').delete();

    expect(code).to.equal(1);
    expect(output).to.contain('PROBLEM  The setting retentionDays is stored as -1: too-small.\n');
    expect(output).to.contain('PROBLEM  The setting promotion is stored as staff: no JSON.\n');
    expect(output).to.contain('PROBLEM  The setting colour is stored as "red": unknown-field.\n');
    expect(output).to.contain(
      "have its default: delete from seance_setting where platform_id = '' and name = 'promotion'\n",
    );
    expect(output).to.contain(
      "PROBLEM  The setting promotion of the platform l'autre is stored as 9: wrong-type.\n",
    );
    expect(output).to.contain("where platform_id = 'l''autre' and name = 'promotion'\n");
    expect(output).to.match(/\nProblems: 4\.\n$/);
  });

  it('finds séances that were computed with other zone data', async () => {
    const { id, startsAt } = await created('2998-07-02');
    await database.knex('seance').where({ id }).update({ starts_at: '2998-07-02T06:00:00Z' });
    const { says, advice } = await theProblem(database);
    await database.knex('seance').where({ id }).update({ starts_at: startsAt });

    expect(says).to.equal('1 of 2 séances to come were computed with other zone data (Europe/Brussels).');
    expect(advice).to.contain('recompute-instants');
  });

  it('finds a séance in a zone that this zone data does not have', async () => {
    const { id } = await created('2998-07-03');
    const inZone = (zone: string) => database.knex('seance').where({ id }).update({ time_zone: zone });
    await inZone('Europe/Atlantis');
    const { says } = await theProblem(database);
    await inZone('Europe/Brussels');

    expect(says).to.equal(
      'Séances are in zones that the time zone data here does not have: Europe/Atlantis.',
    );
  });

  it('finds zone data that is old', async () => {
    const now = () => Date.parse('2026-11-23T10:30:00Z');
    const old = await problemsOf(database, { now, version, zoneData: '2024b' });

    expect(old.map(({ says }) => says)).to.deep.include(
      'The time zone data of this Node.js is 2024b, and countries have changed their clocks since.',
    );
    expect(
      (await diagnose(database.open, { now, version, zoneData: '2025c' })).map(({ says }) => says),
    ).to.include('The time zone data is 2025c.');
  });

  it('names the version that runs, and each other that runs beside it', async () => {
    const announced = (other: string) =>
      new AnnounceVersion(new KnexUnitOfWork(database.open), new SystemClock(), other).run();
    const nobody = (await diagnose(database.open, here)).map(({ says }) => says);
    const plugin = createSeancesPlugin<null>({ ...campus.host.ports, database: database.address });
    await plugin.start();
    await eventually(async () =>
      expect((await doctor(database.address)).output).to.contain(
        `ok       Version ${version} runs, which is this one.\n`,
      ),
    );
    await announced('0.0.1');
    const { code, output } = await doctor(database.address);
    await plugin.stop();
    const afterwards = { ...here, now: () => Date.now() + 6 * 60 * 1_000 };
    const later = (await diagnose(database.open, afterwards)).map(({ says }) => says);
    await database.knex('seance_running_version').delete();

    expect(nobody).to.include('No process of the platform was seen lately.');
    expect(code).to.equal(1);
    expect(output).to.match(
      new RegExp(
        `PROBLEM {2}Version 0\\.0\\.1 runs, last seen at .*Z; this one is ${version}\\.\n {9}Bring every`,
      ),
    );
    expect(output).to.contain(`ok       Version ${version} runs, which is this one.\n`);
    expect(later).to.include('No process of the platform was seen lately.');
  });

  it('finds events that were given up, and events that nobody delivers', async () => {
    const [event] = (await database.knex('seance_event').orderBy('sequence').limit(1)) as { id: string }[];
    const set = (columns: object) => database.knex('seance_event').where({ id: event?.id }).update(columns);
    await set({ due_at: '2020-01-01T00:00:00Z', given_up_at: null });
    const late = await theProblem(database);
    await set({ due_at: '2020-01-01T00:00:00Z', given_up_at: '2020-01-02T00:00:00Z' });
    const givenUp = await theProblem(database);
    await set({ due_at: null, given_up_at: null });

    expect(late.says).to.match(/^1 events wait for the host, the oldest since /);
    expect(givenUp.says).to.equal('1 events were given up: the host did not take them.');
    expect(givenUp.advice).to.contain('outbox --retry');
  });

  it('finds what nobody tells, mails that nobody sends, and mails that were given up', async () => {
    const closes = '2020-01-01T00:00:00Z' as Instant;
    await insertNotices(database.knex, [{ id: 'n', told_at: closes, mail_at: closes }]);
    const late = await theProblem(database);
    await database.knex('seance_notice').update({ mail_at: null, mail_given_up_at: closes });
    const givenUp = await theProblem(database);
    await database.knex('seance_notice').delete();
    const set = {
      id: 's',
      kind: 'change',
      space_id: 'x',
      first_at: closes,
      last_at: closes,
      closes_at: closes,
    };
    await database.knex('seance_notice_set').insert(set);
    const untold = await theProblem(database);
    await database.knex('seance_notice_set').where({ id: 's' }).delete();

    expect(late.says).to.equal(`1 mails wait to be sent, the oldest since ${closes}.`);
    expect(givenUp.says).to.equal('1 mails were given up: they could not be sent.');
    expect(givenUp.advice).to.contain('outbox --retry');
    expect(untold.says).to.equal(`1 changes wait to be told to people, the oldest since ${closes}.`);
  });

  it('finds webhooks that were paused since they failed, and messages that nobody sends', async () => {
    const one = webhook();
    const change = (parts: object) =>
      new KnexUnitOfWork(database.open).write(({ webhooks }) => webhooks.save('', { ...one, ...parts }));
    await change({});
    await new KnexUnitOfWork(database.open).write(({ webhooks }) =>
      webhooks.add([delivery(one.id, { createdAt: '2020-01-01T00:00:00Z' as Instant })]),
    );
    const late = await theProblem(database);
    await change({ paused: { reason: 'by-hand', at: one.createdAt } });
    const byHand = await problemsOf(database);
    await change({ paused: { reason: 'failing', at: one.createdAt } });
    const failing = await theProblem(database);
    await new KnexUnitOfWork(database.open).write(({ webhooks }) => webhooks.remove(one.id));

    expect(late.says).to.match(/^1 messages wait for webhooks, the oldest since /);
    expect(byHand).to.deep.equal([]);
    expect(failing.says).to.equal('1 webhooks were paused since they failed, the first erp.example.org.');
  });

  it('finds a schema that a newer version has made', async () => {
    const newer = { name: '29990101000000_later.js', batch: 99, migration_time: new Date() };
    await database.knex('seances_migrations').insert(newer);
    const { says, advice } = await theProblem(database);
    await database.knex('seances_migrations').where({ name: newer.name }).delete();

    expect(says).to.contain('newer than this version').and.to.contain('29990101000000_later.js');
    expect(advice).to.match(/^Update the package here/);
  });
});

onDatabase(
  'seances doctor before the first start',
  (database) => {
    it('says which migrations have not run, and makes no table', async () => {
      await database.knex.raw('select 1');
      const { code, output } = await doctor(database.address);

      expect(code).to.equal(1);
      expect(output).to.match(/PROBLEM {2}\d+ migrations have not run: 20261123000100_seances\.js, /);
      expect(output).to.contain('\n         Start the plugin, which runs them');
      expect(await database.knex.schema.hasTable('seances_migrations')).to.equal(false);
    });
  },
  { migrated: false },
);

onMysql('seances doctor', (database) => {
  const inDatabase = (statement: string) => database.knex.raw(statement);

  it('finds a clock that is not that of this machine', async () => {
    const shifted = openDatabase(`${database.address}?pool=1`);
    await shifted.knex.raw('set timestamp = unix_timestamp() + 90');
    const findings = await diagnose(shifted, here);
    await shifted.knex.destroy();

    const [clock] = findings.filter(({ advice }) => advice?.includes('time server'));
    expect(clock?.says).to.match(/^The database's clock is (89|90|91) s ahead of this machine's\.$/);
  });

  it('finds a table of another engine, and a column of another collation', async () => {
    await inDatabase('alter table seance_feed engine = MyISAM');
    await inDatabase(
      'alter table seance_location modify name varchar(255) collate utf8mb4_general_ci not null',
    );
    const { says } = await theProblem(database);
    await inDatabase('alter table seance_feed engine = InnoDB');
    await inDatabase('alter table seance_location modify name varchar(255) collate utf8mb4_bin not null');

    expect(says).to.contain('the table seance_feed is of the engine MyISAM, not InnoDB');
    expect(says).to.contain('seance_location.name compares by utf8mb4_general_ci, not utf8mb4_bin');
    expect(await problemsOf(database)).to.deep.equal([]);
  });

  it('finds a server that cuts off what is too long', async () => {
    const lax = openDatabase(`${database.address}?pool=1`);
    await lax.knex.raw("set session sql_mode = ''");
    const findings = await diagnose(lax, here);
    await lax.knex.destroy();

    expect(findings.filter(({ advice }) => advice?.includes('STRICT_TRANS_TABLES'))).to.have.length(1);
  });

  it('finds a user who may only read', async () => {
    const name = `reader_${process.pid}`;
    const { pathname } = new URL(database.address);
    await inDatabase(`create user '${name}'@'%' identified by 'p@ss'`);
    await inDatabase(`grant select on \`${pathname.slice(1)}\`.* to '${name}'@'%'`);
    const address = new URL(database.address);
    [address.username, address.password] = [name, 'p%40ss'];
    const { code, output } = await doctor(address.href);
    await inDatabase(`drop user '${name}'@'%'`);

    expect(code).to.equal(1);
    expect(output).to.match(/PROBLEM {2}Nothing can be written: .*denied.*\n {9}Give the user/);
  });

  it('names what is wrong with the address, and never the password', async () => {
    const wrong = new URL(database.address);
    wrong.pathname = '/there_is_none';
    expect((await doctor(wrong.href)).output)
      .to.contain("Unknown database 'there_is_none'")
      .and.contain('Create the');
    [wrong.username, wrong.password] = ['nobody', 'hunter2'];
    const { code, output, errors } = await doctor(wrong.href);

    expect(code).to.equal(1);
    expect(output).to.match(/^PROBLEM {2}The database cannot be reached: Access denied for user 'nobody'/);
    expect(output).to.contain('\n         Mend user and password of the address');
    expect(output + errors).to.not.contain('hunter2');
  });
});

describe('seances doctor without a database', () => {
  it('says that nobody listens, and ends with 1', async () => {
    const { code, output, errors } = await doctor('mysql://root@127.0.0.1:9/seances');

    expect(errors).to.equal('');
    expect(output).to.match(
      /^PROBLEM {2}The database cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:9\.\n/,
    );
    expect(output).to.contain('\n         Start the server, or mend host and port of the address.\n');
    expect(code).to.equal(1);
  });

  it('says that a file is not there, and does not make it', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'seances-doctor-')), 'none.sqlite');
    for (let time = 1; time <= 2; time += 1) {
      const { code, output } = await doctor(`sqlite:${file}`);

      expect(output).to.contain(`PROBLEM  There is no file ${file}.\n`);
      expect(code).to.equal(1);
    }
  });
});
