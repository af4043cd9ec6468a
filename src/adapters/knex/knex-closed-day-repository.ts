import type { Knex } from 'knex';
import type { ClosedDay, ClosedDays } from '../../domain/repetition/closed-days.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { ClosedDayRepository, ClosedDaySearch } from '../../ports/closed-day-repository.js';
import type { PageOf } from '../../domain/page.js';
import { insertRows } from './many-rows.js';

const columns = { id: 'id', name: 'name', startsOn: 'starts_on', endsOn: 'ends_on' };

export class KnexClosedDayRepository implements ClosedDayRepository {
  constructor(private readonly knex: Knex) {}

  async between(from: CalendarDate, to: CalendarDate): Promise<readonly ClosedDays[]> {
    return (await this.knex('seance_closed_day')
      .select({ name: 'name', startsOn: 'starts_on', endsOn: 'ends_on' })
      .where('ends_on', '>=', from)
      .where('starts_on', '<=', to)
      .orderBy(['starts_on', 'id'])) as ClosedDays[];
  }

  async list({ from, page, size }: ClosedDaySearch): Promise<PageOf<ClosedDay>> {
    const matching = () => {
      const found = this.knex('seance_closed_day');
      return from === undefined ? found : found.where('ends_on', '>=', from);
    };
    const [{ total }] = (await matching().count({ total: '*' })) as unknown as [{ total: number }];
    const items = (await matching()
      .select(columns)
      .orderBy(['starts_on', 'id'])
      .limit(size)
      .offset((page - 1) * size)) as ClosedDay[];
    return { items, total };
  }

  async find(id: string): Promise<ClosedDay | undefined> {
    const [day] = (await this.knex('seance_closed_day').select(columns).where({ id })) as ClosedDay[];
    return day;
  }

  async lock(id: string): Promise<ClosedDay | undefined> {
    const found = this.knex('seance_closed_day').select(columns).where({ id }).forUpdate();
    const [day] = (await found) as ClosedDay[];
    return day;
  }

  async insert(days: readonly ClosedDay[]): Promise<void> {
    await insertRows(this.knex, 'seance_closed_day', days.map(rowOf));
  }

  async update(day: ClosedDay): Promise<void> {
    const { id, ...changes } = rowOf(day);
    await this.knex('seance_closed_day').where({ id }).update(changes);
  }

  async remove(id: string): Promise<void> {
    await this.knex('seance_closed_day').where({ id }).delete();
  }
}

function rowOf({ id, name, startsOn, endsOn }: ClosedDay) {
  return { id, name, starts_on: startsOn, ends_on: endsOn };
}
