import { expect } from 'chai';
import { openDatabase } from '../../src/adapters/knex/dialect.js';
import { KnexReadiness } from '../../src/adapters/knex/knex-readiness.js';
import { migrateToLatest, migrationConfig, schemaState } from '../../src/adapters/knex/migrate.js';
import { onEveryDatabase, onMysql } from '../support/databases.js';
import { rejection } from '../support/rejections.js';
import { commentRows, rowsOf } from './first-rows.js';
import { insertAll, migratedTo, stored } from './migrating.js';
import { schemaDump } from './schema-dump.js';

const first = '20261123000100_seances.js';
const series = '20261123000200_series.js';
const enrolments = '20261125000350_enrolments.js';
const comments = '20261125000400_comments.js';
const feeds = '20261125000600_feeds.js';
const deletions = '20261125000700_deletions.js';

onEveryDatabase(
  'Migrations',
  (database) => {
    let tables: Record<string, object[]>;

    beforeEach(async () => {
      await migratedTo(database.knex, undefined);
      tables = rowsOf();
    });

    it('go up from nothing and down to nothing', async () => {
      const nothing = await schemaDump(database.knex);
      expect(nothing).to.not.contain('create table');
      await migrateToLatest(database.knex);
      expect((await schemaState(database.knex)).pending).to.deep.equal([]);
      await migratedTo(database.knex, undefined);

      expect(await schemaDump(database.knex)).to.equal(nothing);
    });

    it(`${first} takes rows with everything that people write, and goes down with them`, async () => {
      await migratedTo(database.knex, first);
      await insertAll(database.knex, tables);

      for (const [table, rows] of Object.entries(tables))
        expect(await stored(database.knex, table)).to.deep.equal(rows);
      await database.knex.migrate.down(migrationConfig);
      for (const table of Object.keys(tables))
        expect(await database.knex.schema.hasTable(table), table).to.equal(false);
    });

    it(`${series} gives stored séances no series, and takes nothing but its own columns away`, async () => {
      await migratedTo(database.knex, first);
      await insertAll(database.knex, tables);
      await database.knex.migrate.up(migrationConfig);
      const [seance] = await stored(database.knex, 'seance');
      expect(seance).to.deep.include({
        ...tables['seance']?.[0],
        series_id: null,
        series_number: null,
        own_fields: '',
      });

      await database.knex('seance').update({ series_id: 's', series_number: 3, own_fields: 'name start' });
      await database.knex.migrate.down(migrationConfig);
      for (const [table, rows] of Object.entries(tables))
        expect(await stored(database.knex, table), table).to.deep.equal(rows);
    });

    it(`${comments} gives stored séances no comments, takes those that people write, and goes down with them`, async () => {
      await migratedTo(database.knex, enrolments);
      await insertAll(database.knex, tables);
      const before = await stored(database.knex, 'seance');
      await database.knex.migrate.up(migrationConfig);
      expect(await stored(database.knex, 'seance')).to.deep.equal(
        before.map((seance) => ({ ...seance, comment_count: 0 })),
      );

      const rows = commentRows();
      await insertAll(database.knex, { seance_comment: rows });
      expect(await stored(database.knex, 'seance_comment')).to.deep.equal(rows);
      await database.knex('seance').update({ comment_count: 1 });
      await database.knex.migrate.down(migrationConfig);
      expect(await stored(database.knex, 'seance')).to.deep.equal(before);
      expect(await database.knex.schema.hasTable('seance_comment')).to.equal(false);
    });

    it(`${deletions} makes each deletion of before one of its own, and takes nothing but its own column away`, async () => {
      await migratedTo(database.knex, feeds);
      await insertAll(database.knex, tables);
      const before = await stored(database.knex, 'seance');
      await database.knex.migrate.up(migrationConfig);
      const there = before.map((seance) => ({ ...seance, deletion_id: null }));
      expect(await stored(database.knex, 'seance')).to.deep.equal(there);

      await database.knex.migrate.down(migrationConfig);
      await database.knex('seance').update({ deleted_at: '2026-12-01T08:00:00Z', deleted_by: 'trainer1' });
      const deleted = await stored(database.knex, 'seance');
      await database.knex.migrate.up(migrationConfig);
      expect(await database.knex('seance').pluck('deletion_id')).to.deep.equal(
        await database.knex('seance').pluck('id'),
      );
      await database.knex.migrate.down(migrationConfig);
      expect(await stored(database.knex, 'seance')).to.deep.equal(deleted);
    });

    it('leave the schema as it was, each of them, after going up and down', async () => {
      for (
        let pending = (await schemaState(database.knex)).pending;
        pending.length > 0;
        pending = (await schemaState(database.knex)).pending
      ) {
        const before = await schemaDump(database.knex);
        await database.knex.migrate.up(migrationConfig);
        await database.knex.migrate.down(migrationConfig);
        expect(await schemaDump(database.knex), pending[0]).to.equal(before);
        await database.knex.migrate.up(migrationConfig);
      }
    });

    it('are run once, however often they are asked for', async () => {
      await migrateToLatest(database.knex);
      const before = await database.knex('seances_migrations').select('name', 'batch');
      await migrateToLatest(database.knex);

      expect(await database.knex('seances_migrations').select('name', 'batch')).to.deep.equal(before);
    });

    it('make the plugin ready, and only they do', async () => {
      const readiness = new KnexReadiness(database.knex);
      expect(await readiness.obstacle()).to.be.a('string');
      await migrateToLatest(database.knex);

      expect(await readiness.obstacle()).to.equal(undefined);
    });

    it('are not stopped by the lock of a process that died', async () => {
      await migratedTo(database.knex, first);
      await database.knex('seances_migrations_lock').update({ is_locked: 1 });
      await migrateToLatest(database.knex);

      expect((await schemaState(database.knex)).pending).to.deep.equal([]);
    });
  },
  { migrated: false },
);

onMysql(
  'Migrations over a pool of one connection',
  (database) => {
    it('are refused at once, with the reason, and with room for two they run', async () => {
      const narrow = openDatabase(`${database.address}?pool=1`);
      const { message } = (await rejection(migrateToLatest(narrow.knex))) as Error;
      await narrow.knex.destroy();
      expect(message).to.match(/^A pool of one connection is too small/);

      const wide = openDatabase(`${database.address}?pool=2`);
      await migrateToLatest(wide.knex);
      expect((await schemaState(wide.knex)).pending).to.deep.equal([]);
      await wide.knex.destroy();
    });
  },
  { migrated: false },
);
