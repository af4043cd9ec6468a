import { Refusal } from '../../domain/refusal.js';
import { assertInOrder, type ClosedDays, lengthInDays } from '../../domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { UnitOfWork } from '../../ports/unit-of-work.js';
import type { Visit } from '../access/space-access.js';

/** Two days, both inclusive. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A year: what a calendar shows at once is less. */
const longestPeriod = 366;

/** The closed days that a calendar shows, to everybody who reads one. */
export class ListClosedDays {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Those that fall wholly or partly in a period, by their first day.
   *
   * @throws Refusal `validation` at `to` when it is before `from`, or the period has more than 366 days.
   */
  async run({ platformId }: Visit, { from, to }: Period): Promise<readonly ClosedDays[]> {
    const range = { startsOn: from, endsOn: to };
    assertInOrder(range, 'to');
    if (lengthInDays(range) > longestPeriod)
      throw Refusal.field('to', 'period-too-long', { days: longestPeriod });
    return this.unitOfWork.read(({ closedDays }) => closedDays.between(platformId, from, to));
  }
}
