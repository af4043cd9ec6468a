import { Refusal } from '../../domain/refusal.js';
import { assertInOrder, type ClosedDay } from '../../domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { PageOf } from '../../domain/page.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { Administration } from '../access/space-access.js';
import { type PageWish, readPage } from '../page-walk.js';
import { once } from '../once.js';
import type { Transactions } from '../transactions.js';
import type { ClosedDayView, ClosedDayViews } from './closed-day-views.js';

/** What administrators write about a closed day; it ends on its first day unless they say otherwise. */
export interface ClosedDayInput {
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn?: CalendarDate;
}

export interface ClosedDayListSearch extends PageWish {
  readonly from?: CalendarDate | undefined;
}

/** The closed days of a platform: lists, adds, changes and removes them. Séances stay as they are. */
export class ManageClosedDays {
  constructor(
    private readonly transactions: Transactions,
    private readonly views: ClosedDayViews,
  ) {}

  async page(
    { platformId }: Administration,
    { from, ...wish }: ClosedDayListSearch,
  ): Promise<PageOf<ClosedDay>> {
    return this.transactions.read(({ closedDays }) =>
      readPage((request) => closedDays.list(platformId, { from, ...request }), wish),
    );
  }

  /** @throws Refusal `not-found` */
  async one({ platformId }: Administration, id: string): Promise<ClosedDayView> {
    const day = await this.transactions.read(({ closedDays }) => closedDays.find(platformId, id));
    if (!day) throw new Refusal('not-found');
    return this.views.of(platformId, day);
  }

  /** @throws Refusal `validation`, `idempotency-key-reused` */
  async add(
    { platformId }: Administration,
    { name, startsOn, endsOn = startsOn }: ClosedDayInput,
    attempt?: AttemptKey,
  ): Promise<ClosedDayView> {
    assertInOrder({ startsOn, endsOn });
    const added = await this.transactions.write((transaction) =>
      once(transaction, attempt, transaction.now, async () => {
        const day: ClosedDay = { id: transaction.newId(), name, startsOn, endsOn };
        await transaction.closedDays.insert(platformId, [day]);
        return day;
      }),
    );
    return this.views.of(platformId, added);
  }

  /** @throws Refusal `not-found`, `validation` */
  async edit(
    { platformId }: Administration,
    id: string,
    changes: Partial<ClosedDayInput>,
  ): Promise<ClosedDayView> {
    const edited = await this.transactions.write(async ({ closedDays }) => {
      const day = await closedDays.lock(platformId, id);
      if (!day) throw new Refusal('not-found');
      const after = { ...day, ...changes };
      assertInOrder(after);
      await closedDays.update(after);
      return after;
    });
    return this.views.of(platformId, edited);
  }

  /** @throws Refusal `not-found` */
  async remove({ platformId }: Administration, id: string): Promise<void> {
    await this.transactions.write(async ({ closedDays }) => {
      if (!(await closedDays.lock(platformId, id))) throw new Refusal('not-found');
      await closedDays.remove(id);
    });
  }
}
