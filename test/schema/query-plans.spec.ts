import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { Instant } from '../../src/domain/time/schedule.js';
import type { CalendarDate } from '../../src/domain/time/wall-time.js';
import { type SeanceQuery, seanceSorts } from '../../src/ports/seance-repository.js';
import type { Repositories } from '../../src/ports/unit-of-work.js';
import { onEveryDatabase } from '../support/databases.js';
import { rejection } from '../support/rejections.js';
import { seanceQuery, sessionId, spaceId } from '../support/seance-records.js';
import { type Statement, statementsOf } from '../support/statements.js';
import { backgroundWork } from './background-work.js';
import { fillWithHalfDays, presentId } from './many-half-days.js';
import {
  binned,
  binnedAt,
  binnedSeriesId,
  fillWithEvents,
  fillWithQueues,
  fillWithSets,
  fillWithSeances,
  gatherStatistics,
  locationId,
  perSession,
  seriesId,
  trainerId,
} from './many-seances.js';
import { planFaults } from './query-plan.js';

const now = '2026-01-01T12:00:00Z' as Instant;

const period = {
  from: '2024-03-01T00:00:00Z' as Instant,
  to: '2024-09-01T00:00:00Z' as Instant,
  spaceId,
  exceptIds: [],
  most: 5_000,
};

/** What repetitions and changes of series look up, each with how much it finds. */
const lookUps: Readonly<Record<string, (repositories: Repositories) => Promise<number>>> = {
  'a series': async ({ seances }) => (await seances.series(spaceId, seriesId)).length,
  'the highest number of a series': async ({ seances }) =>
    (await seances.highestNumber(spaceId, seriesId)) ?? 0,
  'when trainers are taken, on the whole platform,': async ({ platformSeances }) =>
    (await platformSeances.occupations({ ...period, trainerIds: [trainerId, 'trainer4'], locationId: null }))
      .found.length,
  'when a place is taken, on the whole platform,': async ({ platformSeances }) =>
    (await platformSeances.occupations({ ...period, trainerIds: [], locationId })).found.length,
};

onEveryDatabase('Query plans over 100,000 séances', (database) => {
  let filters: Readonly<Record<string, Partial<SeanceQuery>>>;

  before(async function () {
    this.timeout(300_000);
    const group = await fillWithSeances(database.open);
    await fillWithEvents(database.knex);
    await fillWithQueues(database.knex);
    await fillWithSets(database.knex);
    await fillWithHalfDays(database.knex);
    filters = {
      terms: { terms: ['atelier 7', 'texte'] },
      from: { from: '2026-01-01' as CalendarDate },
      to: { to: '2025-01-01' as CalendarDate },
      'from and to': { from: '2025-01-01' as CalendarDate, to: '2025-01-31' as CalendarDate },
      'enrolment mode': { enrolmentMode: 'public' },
      group: { groupId: group.id },
      series: { seriesId },
      location: { locationId },
      trainer: { trainerId },
      upcoming: { state: 'upcoming' },
      ongoing: { state: 'ongoing' },
      past: { state: 'past' },
    };
  });

  it('are made over 100,000 séances', async () => {
    const present = database.knex('seance').whereNull('deleted_at');
    expect(await present.count({ n: '*' })).to.deep.equal([{ n: 100_000 }]);
  });

  // SQLite never gathers statistics by itself; MySQL does, at a moment of its own choice.
  if (database.engine === 'sqlite') describe('without statistics', plansAreGood);

  describe('with statistics', () => {
    before(() => gatherStatistics(database.knex));
    plansAreGood();
  });

  function plansAreGood(): void {
    for (const [title, work] of Object.entries(lookUps)) {
      it(`${title} scans no table`, async () => {
        const unit = new KnexUnitOfWork(database.open);
        const statements = await statementsOf(database.knex, async () => {
          expect(await unit.read(work), 'what was found').to.be.greaterThan(0);
        });
        await expectNoScans(statements);
      });
    }

    it('a list on one page scans no table', async () => {
      await expectNoScans(await listing({ now, size: 'all', sessionId: 'session-1' }, perSession));
    });

    it('how a session stands to now scans no table', async () => {
      const work = new KnexUnitOfWork(database.open);
      for (const filter of [{}, ...Object.values(filters)]) {
        const statements = await statementsOf(database.knex, () =>
          work.read(({ seances }) => seances.progress(seanceQuery({ now, ...filter }))),
        );
        expect(statements).to.have.length(2);
        await expectNoScans(statements);
      }
    });

    it('the séances at a place, and those on some days, scan no table', async () => {
      const work = new KnexUnitOfWork(database.open);
      const days = ['2024-03-01', '2025-03-01'].map((day) => ({
        startsOn: day as CalendarDate,
        endsOn: `${day.slice(0, 8)}07` as CalendarDate,
      }));
      const found: number[] = [];
      const statements = await statementsOf(database.knex, () =>
        work.read(async ({ platformSeances }) => {
          found.push((await platformSeances.atLocation('', locationId, 10)).total);
          found.push((await platformSeances.onDays('', days, 100)).total);
        }),
      );
      expect(found.every((total) => total > 100)).to.equal(true);
      await expectNoScans(statements);
    });

    it('a batch of the séances at a place, of a trainer or on which somebody has written scans no table', async () => {
      const searches = [
        { locationId },
        { trainerId, unlessNamed: 'x' },
        { trainerId },
        { commentedBy: trainerId },
      ];
      const work = new KnexUnitOfWork(database.open);
      const statements = await statementsOf(database.knex, () =>
        work.read(async ({ platformSeances }) => {
          for (const of of searches) await platformSeances.addresses(of, '0', 200);
        }),
      );
      expect(statements).to.have.length(searches.length);
      await expectNoScans(statements);
    });

    for (const [title, work] of Object.entries(backgroundWork)) {
      it(`${title} scans no table`, async () => {
        const statements = (await rolledBack(work)).filter(({ sql }) => /^(select|update|delete)/.test(sql));
        expect(statements).to.have.length.greaterThan(0);
        await expectNoScans(statements);
      });
    }

    it('the bin of a space scans no table', async () => {
      const work = new KnexUnitOfWork(database.open);
      const statements = await statementsOf(database.knex, () =>
        work.read(async ({ deletions, events }) => {
          const { items } = await deletions.list({
            ...{ spaceId, since: binnedAt, seancesEach: 100, page: 1, size: 20 },
          });
          expect(items[0]?.count).to.equal(binned);
          expect(await deletions.seanceIds(spaceId, items[0]?.id ?? '')).to.have.length(binned);
          const firstId = items[0]?.seances[0]?.id ?? '';
          expect((await events.latest(spaceId, [firstId], 'seance.deleted')).size).to.equal(1);
        }),
      );
      expect(statements).to.have.length.greaterThan(4);
      await expectNoScans(statements);
    });

    it('the bin of a series that is split scans no table', async () => {
      const from = '2000-01-01T00:00:00Z' as Instant;
      const statements = await rolledBack(({ deletions }) =>
        deletions.followSplit({ spaceId, seriesId: binnedSeriesId, newSeriesId: 'new', from }),
      );
      const asked = statements.filter(({ sql }) => /^(select|update)/.test(sql));
      expect(asked).to.have.length(2);
      await expectNoScans(asked);
    });

    it('the feed of a user scans no table', async () => {
      const learnsIn = ['session-1', 'session-2'].map((sessionId) => ({ spaceId, sessionId }));
      const query = { userId: trainerId, learnsIn, endingAfter: now, limit: 5_000 };
      const work = new KnexUnitOfWork(database.open);
      const statements = await statementsOf(database.knex, () =>
        work.read(async ({ feedEntries }) => {
          const glances = await feedEntries.ofUser(query);
          return feedEntries.entries(glances.map(({ seanceId }) => seanceId));
        }),
      );
      expect(statements).to.have.length.greaterThan(3);
      await expectNoScans(statements);
    });

    it('the séances of a user scan no table, with an end and without', async () => {
      const learnsIn = ['session-1', 'session-2'].map((sessionId) => ({ spaceId, sessionId }));
      const query = { userId: trainerId, learnsIn, endingAfter: now, startingBefore: null, limit: 5_000 };
      const work = new KnexUnitOfWork(database.open);
      const statements = await statementsOf(database.knex, () =>
        work.read(async ({ mySeances, seances }) => {
          const found = await mySeances.ofUser(query);
          expect(found.length).to.be.greaterThan(1_000);
          await mySeances.ofUser({ ...query, startingBefore: '2026-01-08T00:00:00Z' as Instant });
          const ids = found.slice(0, 20).map(({ seanceId }) => seanceId);
          expect(await seances.find(null, ids)).to.have.length(20);
        }),
      );
      expect(statements).to.have.length(7);
      await expectNoScans(statements);
    });

    it('the hours of a session, and those of somebody, scan no table', async () => {
      const work = new KnexUnitOfWork(database.open);
      const search = { spaceId, sessionId, from: '2024-01-01' as CalendarDate };
      const statements = await statementsOf(database.knex, () =>
        work.read(async ({ attendance }) => {
          const first = await attendance.ofSession({ ...search, isClosed: true }, null, 1_000);
          const next = await attendance.ofSession(search, first.at(-1) ?? null, 1_000);
          expect(next).to.have.length(1_000);
          expect(new Set([...first, ...next].map(({ seanceId }) => seanceId)).size).to.equal(2_000);
          const ids = next.slice(0, 20).map(({ seanceId }) => seanceId);
          expect(await attendance.entriesIn(ids, false)).to.have.length(40);
          const own = await attendance.ofUser(presentId, {});
          expect(own).to.have.length(100);
          const owned = own.map(({ slot }) => slot.seanceId);
          expect(await attendance.entriesOf(presentId, owned)).to.have.length(100);
        }),
      );
      expect(statements).to.have.length(5);
      await expectNoScans(statements);
    });

    it('what learners are in at the time of a séance scans no table', async () => {
      const work = new KnexUnitOfWork(database.open);
      const learnsIn = ['session-1', 'session-2'].map((sessionId) => ({ spaceId, sessionId }));
      const [series] = await work.read(({ seances }) => seances.series(spaceId, seriesId));
      const searches = ['learner1', 'learner2'].map((userId) => ({
        ...{ seanceId: series?.id ?? '', userId, learnsIn },
      }));
      const statements = await statementsOf(database.knex, async () => {
        const found = await work.read(({ enrolments }) => enrolments.overlaps(searches));
        expect(found).to.have.length(2);
      });
      expect(statements).to.have.length(2);
      await expectNoScans(statements);
    });

    for (const sort of seanceSorts) {
      for (const descending of [false, true]) {
        const order = { sort, descending, now };
        const title = `${descending ? '-' : ''}${sort}`;

        it(`${title}: without a filter, no page scans a table, and none sorts more than itself`, async () => {
          for (const page of [1, perSession / 20]) {
            for (const statement of await listing({ ...order, page, size: 20 }, 20)) {
              const { scans, sorts } = await planFaults(database.knex, statement);
              expect(scans, statement.sql).to.deep.equal([]);
              // The trainers are asked for last: those of the page's rows, which are few.
              if (!statement.sql.includes('from `seance_trainer`'))
                expect(sorts, statement.sql).to.deep.equal([]);
            }
          }
        });

        it(`${title}: no filter scans a table`, async () => {
          for (const [name, filter] of Object.entries(filters)) {
            await expectNoScans(await listing({ ...order, ...filter, size: 20 }), name);
          }
        });
      }
    }
  }

  async function expectNoScans(statements: readonly Statement[], of?: string): Promise<void> {
    for (const statement of statements) {
      const { scans } = await planFaults(database.knex, statement);
      expect(scans, of === undefined ? statement.sql : `${of}: ${statement.sql}`).to.deep.equal([]);
    }
  }

  /** The statements of a transaction that leaves nothing behind. */
  async function rolledBack(
    work: (repositories: Repositories) => Promise<void>,
  ): Promise<readonly Statement[]> {
    const undone = new Error('undone');
    return statementsOf(database.knex, async () => {
      const failing = new KnexUnitOfWork(database.open).write(async (repositories) => {
        await work(repositories);
        throw undone;
      });
      expect(await rejection(failing)).to.equal(undone);
    });
  }

  /** The statements of one list, which must have found something, so that none of them was left out. */
  async function listing(parts: Partial<SeanceQuery>, expected?: number): Promise<readonly Statement[]> {
    const work = new KnexUnitOfWork(database.open);
    let found = 0;
    const statements = await statementsOf(database.knex, async () => {
      found = (await work.read(({ seances }) => seances.list(seanceQuery(parts)))).items.length;
    });
    expect(found, JSON.stringify(parts)).to.be.greaterThan(0);
    if (expected !== undefined) expect(found).to.equal(expected);
    return statements;
  }
});
