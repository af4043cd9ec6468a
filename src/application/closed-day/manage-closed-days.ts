import { Refusal } from '../../domain/refusal.js';
import { assertInOrder, type ClosedDay } from '../../domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { Clock } from '../../ports/clock.js';
import type { PageOf } from '../../domain/page.js';
import type { AttemptKey } from '../../ports/idempotency-repository.js';
import type { IdGenerator } from '../../ports/id-generator.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import { type PageWish, readPage } from '../page-walk.js';
import { once } from '../once.js';
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

/** The closed days of the platform: lists, adds, changes and removes them. Séances stay as they are. */
export class ManageClosedDays {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: ClosedDayViews,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async page({ from, ...wish }: ClosedDayListSearch): Promise<PageOf<ClosedDay>> {
    return this.unitOfWork.read(({ closedDays }) =>
      readPage((request) => closedDays.list({ from, ...request }), wish),
    );
  }

  /** @throws Refusal `not-found` */
  async one(id: string): Promise<ClosedDayView> {
    const day = await this.unitOfWork.read(({ closedDays }) => closedDays.find(id));
    if (!day) throw new Refusal('not-found');
    return this.views.of(day);
  }

  /** @throws Refusal `validation`, `idempotency-key-reused` */
  async add(
    { name, startsOn, endsOn = startsOn }: ClosedDayInput,
    attempt?: AttemptKey,
  ): Promise<ClosedDayView> {
    const day: ClosedDay = { id: this.ids.next(), name, startsOn, endsOn };
    assertInOrder(day);
    const added = await this.unitOfWork.write((repositories) =>
      once(repositories, attempt, this.clock.now(), async () => {
        await repositories.closedDays.insert([day]);
        return day;
      }),
    );
    return this.views.of(added);
  }

  /** @throws Refusal `not-found`, `validation` */
  async edit(id: string, changes: Partial<ClosedDayInput>): Promise<ClosedDayView> {
    const edited = await this.unitOfWork.write(async ({ closedDays }) => {
      const day = await closedDays.lock(id);
      if (!day) throw new Refusal('not-found');
      const after = { ...day, ...changes };
      assertInOrder(after);
      await closedDays.update(after);
      return after;
    });
    return this.views.of(edited);
  }

  /** @throws Refusal `not-found` */
  async remove(id: string): Promise<void> {
    await this.unitOfWork.write(async ({ closedDays }) => {
      if (!(await closedDays.lock(id))) throw new Refusal('not-found');
      await closedDays.remove(id);
    });
  }
}
