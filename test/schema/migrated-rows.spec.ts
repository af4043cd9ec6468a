import { expect } from 'chai';
import type { Knex } from 'knex';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { migrateToLatest, migrationConfig } from '../../src/adapters/knex/migrate.js';
import { enrolmentIn } from '../support/enrolments.js';
import { onEveryDatabase } from '../support/databases.js';
import { noon } from '../support/seance-records.js';
import { rejection } from '../support/rejections.js';
import { commentRows, rowsOf } from './first-rows.js';
import {
  closedDayRows,
  downloadRows,
  enrolmentRows,
  eventRows,
  feedRows,
  refreshRows,
  settingChangeRows,
  spaceRows,
} from './later-rows.js';
import { insertAll, migratedTo, stored } from './migrating.js';

type Row = Readonly<Record<string, unknown>>;

interface Step {
  /** The migration that goes up over rows. */
  readonly name: string;
  readonly before: string;
  /** What is stored before, beside the rows of the first migration. */
  readonly stored?: () => Readonly<Record<string, readonly object[]>>;
  /** What each row of a table has more after. */
  readonly added?: Readonly<Record<string, (row: Row) => Row>>;
  /** What the new tables take. */
  readonly taken?: () => Readonly<Record<string, readonly object[]>>;
}

const places = () => ({ seance_event: eventRows(), seance_enrolment: enrolmentRows() });

const steps: readonly Step[] = [
  {
    name: '20261125000300_events.js',
    before: '20261123000200_series.js',
    taken: () => ({ seance_event: eventRows() }),
  },
  {
    name: '20261125000350_enrolments.js',
    before: '20261125000300_events.js',
    stored: () => ({ seance_event: eventRows() }),
    added: { seance: () => ({ next_turn: 1 }) },
    taken: () => ({ seance_enrolment: enrolmentRows() }),
  },
  {
    name: '20261125000500_administration.js',
    before: '20261125000400_comments.js',
    stored: () => ({ ...places(), seance_comment: commentRows() }),
    added: { seance_location: () => ({ deleted_at: null }) },
    taken: () => ({ seance_setting_change: settingChangeRows() }),
  },
  {
    name: '20261125000600_feeds.js',
    before: '20261125000500_administration.js',
    stored: () => ({ ...places(), seance_setting_change: settingChangeRows() }),
    taken: () => ({ seance_feed: feedRows() }),
  },
  {
    name: '20261125000800_purged_events.js',
    before: '20261125000700_deletions.js',
    stored: () => ({ ...places(), seance_feed: feedRows() }),
    // What is left of a séance that was purged before counts from when it happened.
    added: {
      seance_event: ({ seance_id: seance, happened_at: at }) => ({
        purged_at: seance === 'purged' ? at : null,
      }),
    },
  },
  {
    name: '20261125000900_queues.js',
    before: '20261125000800_purged_events.js',
    stored: places,
  },
  {
    name: '20261128000100_several_writers.js',
    before: '20261125000900_queues.js',
    stored: places,
    added: {
      seance: () => ({ event_count: 0, last_event_at: null, touches: 0 }),
      seance_group: () => ({ touches: 0 }),
      seance_event: () => ({ number: null, claimed_by: null }),
    },
  },
  {
    name: '20261128000200_entry_versions.js',
    before: '20261128000100_several_writers.js',
    stored: places,
    added: { seance: () => ({ entry_changes: 0, entry_changed_at: null }) },
    taken: () => ({ seance_refresh: refreshRows() }),
  },
  {
    name: '20261128000400_note_versions.js',
    before: '20261128000300_folded_search.js',
    stored: () => ({ seance_comment: commentRows() }),
    added: { seance_comment: () => ({ version: 1 }) },
  },
  {
    name: '20261129000400_downloads.js',
    before: '20261129000300_running_versions.js',
    stored: () => ({ seance_feed: feedRows() }),
    taken: () => ({ seance_download: downloadRows() }),
  },
  {
    name: '20261129000500_platforms.js',
    before: '20261129000400_downloads.js',
    stored: () => ({
      ...{ seance_setting_change: settingChangeRows(), seance_feed: feedRows() },
      seance_closed_day: closedDayRows(),
    }),
    added: Object.fromEntries(
      ['setting', 'setting_change', 'location', 'closed_day', 'feed'].map((table) => [
        `seance_${table}`,
        () => ({ platform_id: '' }),
      ]),
    ),
    taken: () => ({ seance_space: spaceRows() }),
  },
];

onEveryDatabase(
  'A database with rows',
  (database) => {
    const contents = async (tables: readonly string[]): Promise<Record<string, Row[]>> => {
      const found = tables.map(async (table) => [table, await stored(database.knex, table)] as const);
      return Object.fromEntries(await Promise.all(found)) as Record<string, Row[]>;
    };

    for (const { name, before, stored: there = () => ({}), added = {}, taken = () => ({}) } of steps) {
      it(`goes through ${name} unharmed, up and down`, async () => {
        await filled(before, there());
        const tables = [...Object.keys(rowsOf()), ...Object.keys(there())];
        const first = await contents(tables);
        for (const rows of Object.values(first)) expect(rows).to.have.length.greaterThan(0);
        await database.knex.migrate.up(migrationConfig);

        const more = Object.entries(first).map(([table, rows]) => [
          table,
          rows.map((row) => ({ ...row, ...added[table]?.(row) })),
        ]);
        expect(await contents(tables)).to.deep.equal(Object.fromEntries(more));
        await insertAll(database.knex, taken());
        expect(await contents(Object.keys(taken()))).to.deep.equal(taken());

        await database.knex.migrate.down(migrationConfig);
        expect(await contents(tables)).to.deep.equal(first);
        for (const table of Object.keys(taken()))
          expect(await database.knex.schema.hasTable(table), table).to.equal(false);
      });
    }

    it('has what the version before writes be of the only platform, and goes down without what others have', async () => {
      const { knex } = database;
      await filled('20261129000500_platforms.js', {});
      const [place] = rowsOf()['seance_location'] as [object];
      const others = { platform_id: 'p' };
      await knex('seance_setting').where({ name: 'retentionDays' }).update({ value: '8' });
      await knex('seance_setting').insert({ name: 'numbering', value: 'false' });
      await knex('seance_setting').insert({ ...others, name: 'retentionDays', value: '99' });
      await insertAll(knex, {
        seance_setting_change: settingChangeRows(),
        seance_closed_day: [{ ...closedDayRows()[0], ...others, id: 'd2' }],
        seance_location: [{ ...place, ...others, id: 'theirs' }],
      });
      await insertAll(knex, { seance_closed_day: closedDayRows() });
      expect(await knex('seance_setting').where({ platform_id: '' }).orderBy('name')).to.deep.equal([
        { platform_id: '', name: 'numbering', value: 'false' },
        { platform_id: '', name: 'retentionDays', value: '8' },
      ]);

      await knex.migrate.down(migrationConfig);
      expect(await knex('seance_setting').orderBy('name')).to.deep.equal([
        { name: 'numbering', value: 'false' },
        { name: 'retentionDays', value: '8' },
      ]);
      expect(await stored(knex, 'seance_setting_change')).to.deep.equal(settingChangeRows());
      expect(await stored(knex, 'seance_closed_day')).to.deep.equal(closedDayRows());
      const proposed = knex('seance_location').whereNull('deleted_at').pluck('id');
      expect(await proposed, 'their place is proposed no longer').to.not.include('theirs');
    });

    it('counts on from where it was: turns, events, changes; and keeps one feed for each user', async () => {
      await filled('20261123000200_series.js', {});
      await database
        .knex('seance')
        .update({ enrolled_count: 0, waiting_count: 0, starts_at: '2999-01-01T08:00:00Z' });
      await migrateToLatest(database.knex);
      const work = new KnexUnitOfWork(database.open);
      const [{ id }] = rowsOf()['seance'] as [{ id: string }];
      const check = () => work.read(({ enrolments }) => enrolments.check(noon, ['']));
      await work.write(async ({ enrolments }) => {
        const [place] = await enrolments.lockPlaces(null, [id]);
        expect(place).to.include({ enrolled: 0, waiting: 0, nextTurn: 1, isDeleted: false });
        const seance = { id, spaceId: 'demo', sessionId: 'demo-2026' };
        await enrolments.insert([enrolmentIn(seance, 'learner1', 1)]);
        if (place) await enrolments.saveCounts([{ ...place, enrolled: 1, nextTurn: 2 }]);
      });
      expect(await check()).to.deep.equal([]);

      await insertAll(database.knex, {
        seance_event: eventRows(),
        seance_setting_change: settingChangeRows(),
      });
      for (const [table, rows, next] of [
        ['seance_event', eventRows(), 8],
        ['seance_setting_change', settingChangeRows(), 4],
      ] as const) {
        const { sequence: _, ...unnumbered } = { ...rows[0], ...{ sequence: 0 } };
        await database.knex(table).insert(unnumbered);
        expect(await database.knex(table).max({ last: 'sequence' })).to.deep.equal([{ last: next }]);
      }
      await insertAll(database.knex, { seance_feed: feedRows() });
      const again = { ...feedRows()[0], token_hash: 'x' };
      expect(await rejection(insertAll(database.knex, { seance_feed: [again] }))).to.have.property('code');
    });

    async function filled(last: string, rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
      await migratedTo(database.knex, undefined);
      await migratedTo(database.knex, '20261123000100_seances.js');
      await insertAll(database.knex, rowsOf());
      await upTo(database.knex, last);
      await insertAll(database.knex, rows);
    }
  },
  { migrated: false },
);

async function upTo(knex: Knex, last: string): Promise<void> {
  for (;;) {
    const [completed] = (await knex.migrate.list(migrationConfig)) as [{ name: string }[], unknown];
    if (completed.at(-1)?.name === last) return;
    await knex.migrate.up(migrationConfig);
  }
}
