import { expect } from 'chai';
import type { NoticeRow } from '../../src/adapters/knex/tables.js';
import { migrateToLatest } from '../../src/adapters/knex/migrate.js';
import { createSeancesPlugin, type SeancesPlugin } from '../../src/index.js';
import { FixedClock } from '../../src/testing/index.js';
import { Api, seances } from '../support/api.js';
import { campus, today } from '../support/campus.js';
import { onEveryDatabase, type TestDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { bareMount, type Mounted } from '../support/mounts.js';
import { passTelling } from '../support/told-notices.js';
import { rowsOf } from './first-rows.js';
import { enrolmentRows, eventRows, spaceRows } from './later-rows.js';
import { insertAll, migratedTo } from './migrating.js';

const lastWithoutNotices = '20261129000500_platforms.js';
const off = JSON.stringify({ mail: false });

onEveryDatabase(
  'An upgrade to the version that tells people',
  (database) => {
    let platform: Platform | undefined;

    beforeEach(() => migratedTo(database.knex, undefined));
    afterEach(async () => {
      await platform?.close();
      platform = undefined;
    });

    it('tells nobody of what happened before, and mails nobody of what happens then', async () => {
      await migratedTo(database.knex, lastWithoutNotices);
      await insertAll(database.knex, rowsOf());
      // Some of it waits to be delivered to the host.
      const [first, ...others] = eventRows();
      await insertAll(database.knex, {
        ...{ seance_event: others, seance_enrolment: enrolmentRows(), seance_space: spaceRows() },
      });
      await migrateToLatest(database.knex);
      // A process of the version before, which is still at work.
      await insertAll(database.knex, { seance_event: [first as object] });
      const marked = database.knex('seance_event').whereNotNull('derive_at');
      expect(await marked).to.deep.equal([]);
      expect(await database.knex('seance_notice_settings').orderBy('platform_id')).to.have.deep.members(
        ['', 'P', 'p'].map((id) => ({ platform_id: id, value: off })),
      );

      platform = await Platform.on(database);
      expect(await platform.mail()).to.equal(false);
      const id = await platform.cancelled();
      const told = await database.knex<NoticeRow>('seance_notice').select('user_id', 'kind', 'mail_at');
      expect(told).to.deep.equal([{ user_id: 'learner1', kind: 'change', mail_at: null }]);
      expect(
        await database.knex('seance_notice_item').distinct('seance_id').pluck('seance_id'),
      ).to.deep.equal([id]);
      expect(platform.sent()).to.deep.equal([]);
    });

    it('leaves a database that has no séance as a new one: people get mails', async () => {
      await migratedTo(database.knex, lastWithoutNotices);
      await migrateToLatest(database.knex);
      expect(await database.knex('seance_notice_settings')).to.deep.equal([]);

      const begun = (platform = await Platform.on(database));
      expect(await begun.mail()).to.equal(true);
      await begun.cancelled();
      await eventually(() => Promise.resolve(expect(begun.sent()).to.deep.equal(['learner1'])));
    });
  },
  { migrated: false },
);

/** The plugin and its workers, on what was upgraded. */
class Platform {
  private constructor(
    private readonly host: ReturnType<typeof campus>,
    private readonly database: TestDatabase,
    private readonly clock: FixedClock,
    private readonly plugin: SeancesPlugin<unknown>,
    private readonly mounted: Mounted,
  ) {}

  static async on(database: TestDatabase): Promise<Platform> {
    const [host, clock] = [campus(), new FixedClock(today)];
    const plugin = createSeancesPlugin({ ...host.ports, database: database.knex }, { basePath: '', clock });
    await plugin.start();
    return new Platform(host, database, clock, plugin, await bareMount.open(plugin));
  }

  async close(): Promise<void> {
    await this.mounted.close();
    await this.plugin.stop();
  }

  /** Whether mails are sent, as administrators read it. */
  async mail(): Promise<boolean> {
    return (await this.api.get<{ readonly mail: boolean }>('/api/v1/admin/notices', { as: 'admin' })).body
      .mail;
  }

  /** A séance that somebody is in, and is cancelled. Everybody is told whom that concerns. @returns its id */
  async cancelled(): Promise<string> {
    const { id } = await this.api.created({ enrolmentMode: 'public' });
    await this.api.send('PUT', `${seances}/${id}/enrolments/me`, { as: 'learner1' });
    await this.api.post(`${seances}/${id}/cancel`, {});
    const { database, clock, host } = this;
    await passTelling({ database, clock, directory: host.ports.directory, mails: true }, 600);
    return id;
  }

  /** To whom mails were sent. */
  sent(): readonly string[] {
    return this.host.mailer.messages.map(({ toUserId }) => toUserId);
  }

  private get api(): Api {
    return new Api(this.mounted, '', undefined);
  }
}
