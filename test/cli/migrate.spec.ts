import { expect } from 'chai';
import { createSeancesPlugin } from '../../src/index.js';
import { FakeHost } from '../../src/testing/index.js';
import { onDatabase, onMysql } from '../support/databases.js';
import { run } from './command.js';

onDatabase(
  'seances migrate',
  (database) => {
    it('brings the schema up to date, says by what, and says so when there is nothing to do', async () => {
      const first = await run(['migrate', '--database', database.address]);
      expect(first).to.deep.include({ code: 0, errors: '' });
      expect(first.output).to.match(/^20261123000100_seances\.js\n(.+\.js\n)+Migrations: \d+\.\n$/);
      const second = await run(['migrate', '--database', database.address]);
      expect(second).to.deep.equal({ code: 0, errors: '', output: 'The schema was up to date.\n' });
    });
  },
  { migrated: false },
);

onMysql(
  'seances migrate for a platform that may only write',
  (database) => {
    const user = `writer_${process.pid}`;
    let plugin: ReturnType<typeof createSeancesPlugin>;

    before(async () => {
      const { pathname } = new URL(database.address);
      await database.knex.raw(`create or replace user '${user}'@'%' identified by 'p'`);
      const rights = 'select, insert, update, delete';
      await database.knex.raw(`grant ${rights} on \`${pathname.slice(1)}\`.* to '${user}'@'%'`);
    });
    beforeEach(() => {
      const address = new URL(database.address);
      [address.username, address.password] = [user, 'p'];
      plugin = createSeancesPlugin({ ...new FakeHost(), database: address.href });
    });
    afterEach(() => plugin.stop());

    it('is needed before the first start, which says that it may not create tables', async () => {
      const failed = await plugin.start().catch((error: unknown) => error as Error);
      expect((failed as Error).message).to.match(/CREATE command denied/);
    });

    it('is all that is needed: the platform starts after it', async () => {
      expect((await run(['migrate', '--database', database.address])).code).to.equal(0);
      await plugin.start();
      expect(
        await plugin.fetch(new Request('http://campus.test/plugins/seances/health/ready'), null),
      ).to.have.property('status', 200);
    });
  },
  { migrated: false },
);
