import type { Knex } from 'knex';
import type { ClosedDays } from '../../domain/repetition/closed-days.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { ClosedDayRepository } from '../../ports/closed-day-repository.js';

export class KnexClosedDayRepository implements ClosedDayRepository {
  constructor(private readonly knex: Knex) {}

  async between(from: CalendarDate, to: CalendarDate): Promise<readonly ClosedDays[]> {
    return (await this.knex('seance_closed_day')
      .select({ name: 'name', startsOn: 'starts_on', endsOn: 'ends_on' })
      .where('ends_on', '>=', from)
      .where('starts_on', '<=', to)
      .orderBy(['starts_on', 'id'])) as ClosedDays[];
  }
}
