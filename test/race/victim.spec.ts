import { expect } from 'chai';
import { useFakeTimers } from 'sinon';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import { type Answer, Campus } from '../application/repetition/campus/campus.js';
import { askingStatements } from '../support/asking-statements.js';
import { onMysql } from '../support/databases.js';
import { lost, LostTransactions } from '../support/lost-transactions.js';
import { SavedTables, withNumberedIds } from '../support/saved-tables.js';
import type { WatchedStatement } from '../support/watched-transactions.js';
import { writingRequests } from './writing-requests.js';

/** How long each try takes by the clock that is looked at before the next, in milliseconds: eight are more than are waited for. */
const slowTry = 600;

onMysql('A transaction that the server ends', (database) => {
  let transactions: LostTransactions;
  let campus: Campus;
  let empty: SavedTables;

  before(async () => {
    const { knex } = database.openAnother();
    transactions = await LostTransactions.of(knex, database.address);
    campus = new Campus(knex, 3);
    empty = await SavedTables.of(database.knex);
  });

  afterEach(() => transactions.undisturbed());

  after(() => transactions.close());

  const bookErrors = () =>
    new KnexUnitOfWork(database.open).read((all) => all.enrolments.check(campus.clock.now(), ['']));

  for (const { title, prepare } of writingRequests) {
    describe(title, () => {
      let saved: SavedTables;
      let send: () => Promise<Answer>;
      /** What is answered and there afterwards when nobody disturbs, and what was sent for it. */
      let wanted: unknown;
      let statements: readonly WatchedStatement[];

      before(async () => {
        await empty.restore();
        send = await prepare(campus);
        saved = await SavedTables.of(database.knex);
        // Once before: what a process remembers of a séance spares it statements.
        await send();
        await transactions.undisturbed();
        wanted = await outcome();
        const [only, ...others] = transactions.seen;
        expect(others).to.deep.equal([]);
        statements = only!;
      });

      async function outcome(): Promise<unknown> {
        await saved.restore();
        const { status, body } = await send();
        const { contents } = await SavedTables.of(database.knex);
        return { ...withNumberedIds({ status, body, contents }), bookErrors: await bookErrors() };
      }

      it('is done once when it loses a deadlock, at whichever statement asks for a lock', async () => {
        const asking = await askingStatements(database.knex, statements);
        for (const { index, sql, asksMore } of asking) {
          transactions.atDeadlock(index);
          expect(await outcome(), `${index}: ${sql}`).to.deep.equal(wanted);
          // Nobody waits for who holds nothing yet: the first to ask cannot lose.
          if (asksMore && index !== asking[0]?.index)
            expect(transactions.seen[0]?.[index]?.errno, `${index}: ${sql}`).to.equal(lost);
          await transactions.undisturbed();
        }
      }).timeout(60_000);

      it('is done once when it is ended as on a cluster, at whichever statement: a read, the COMMIT', async () => {
        for (const [index, { sql }] of statements.entries()) {
          transactions.onCluster(index);
          expect(await outcome(), `${index}: ${sql}`).to.deep.equal(wanted);
          expect(transactions.seen[0]?.[index]?.errno, `${index}: ${sql}`).to.equal(lost);
        }
      }).timeout(60_000);

      it('is refused for now when it is ended each time, and leaves nothing', async () => {
        await saved.restore();
        const clock = useFakeTimers({ toFake: ['performance'] });
        transactions.eachTimeOnCluster(statements.length - 2, () => clock.tick(slowTry));
        campus.faults.error = () => undefined;
        const { status, headers } = await send().finally(() => clock.restore());
        const { contents } = await SavedTables.of(database.knex);
        expect([status, headers.has('retry-after')]).to.deep.equal([503, true]);
        expect(contents).to.deep.equal(saved.contents);
      });
    });
  }
});
