import { expect } from 'chai';
import { KnexUnitOfWork } from '../../src/adapters/knex/knex-unit-of-work.js';
import type { ClosedDay } from '../../src/domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../src/domain/time/wall-time.js';
import type { Repositories, UnitOfWork } from '../../src/ports/unit-of-work.js';
import { onMysql } from '../support/databases.js';
import { lost, LostTransactions } from '../support/lost-transactions.js';

const ids = ['one', 'two', 'three'];
/** After `BEGIN` and the lock: the place of each of the three. */
const places = [2, 3, 4];

function closedDay(id: string): ClosedDay {
  return { id, name: id, startsOn: '2026-12-25' as CalendarDate, endsOn: '2026-12-25' as CalendarDate };
}

/** Locks one row, and adds three that are sent at the same time. */
async function addThree({ closedDays }: Repositories): Promise<readonly Promise<void>[]> {
  await closedDays.lock('', 'kept');
  return ids.map((id) => closedDays.insert('', [closedDay(id)]));
}

onMysql('Statements that one transaction sends at the same time', (database) => {
  let transactions: LostTransactions;
  let unitOfWork: UnitOfWork;

  before(async () => {
    const another = database.openAnother();
    transactions = await LostTransactions.of(another.knex, database.address);
    unitOfWork = new KnexUnitOfWork(another);
  });

  beforeEach(async () => {
    await database.knex('seance_closed_day').delete();
    await new KnexUnitOfWork(database.open).write((all) => all.closedDays.insert('', [closedDay('kept')]));
  });

  afterEach(() => transactions.undisturbed());

  after(() => transactions.close());

  const added = async () =>
    (await database.knex('seance_closed_day').whereNot({ id: 'kept' }).pluck('id')) as string[];

  const ways = {
    'loses a deadlock': (statement: number) => transactions.atDeadlock(statement),
    'is ended as on a cluster': (statement: number) => transactions.onCluster(statement),
  };

  for (const [title, lose] of Object.entries(ways)) {
    for (const place of places) {
      it(`leave nothing behind when the transaction ${title} at number ${place - 1} of them`, async () => {
        lose(place);
        const seen: (readonly string[])[] = [];
        await unitOfWork.write(async (repositories) => {
          seen.push(await added());
          await Promise.all(await addThree(repositories));
        });
        expect(transactions.seen[0]?.[place]?.errno).to.equal(lost);
        expect(seen).to.deep.equal([[], []]);
        expect(await added()).to.have.members(ids);
      });
    }

    it(`are done again when the transaction ${title}, although nobody looked how they ended`, async () => {
      lose(places[0]!);
      await unitOfWork.write(async (repositories) => {
        await Promise.allSettled(await addThree(repositories));
      });
      expect(await added()).to.have.members(ids);
    });
  }
});
