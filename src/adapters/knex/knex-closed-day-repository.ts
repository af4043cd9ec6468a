import type { Knex } from 'knex';
import type { ClosedDay, ClosedDays } from '../../domain/closed-day/closed-days.js';
import type { CalendarDate } from '../../domain/time/wall-time.js';
import type { ClosedDayRepository, ClosedDaySearch } from '../../ports/closed-day-repository.js';
import type { PageOf } from '../../domain/page.js';
import { countOf } from './count-of.js';
import { insertRows } from './many-rows.js';
import type { ClosedDayRow } from './tables.js';

const dates = { name: 'name', startsOn: 'starts_on', endsOn: 'ends_on' } as const;
const columns = { id: 'id', ...dates } as const;

export class KnexClosedDayRepository implements ClosedDayRepository {
  constructor(private readonly knex: Knex) {}

  async between(from: CalendarDate, to: CalendarDate): Promise<readonly ClosedDays[]> {
    return this.closedDays()
      .select(dates)
      .where('ends_on', '>=', from)
      .where('starts_on', '<=', to)
      .orderBy(['starts_on', 'id']);
  }

  async list({ from, page, size }: ClosedDaySearch): Promise<PageOf<ClosedDay>> {
    const matching = () => {
      const found = this.closedDays();
      return from === undefined ? found : found.where('ends_on', '>=', from);
    };
    const total = await countOf(matching());
    const items = await matching()
      .select(columns)
      .orderBy(['starts_on', 'id'])
      .limit(size)
      .offset((page - 1) * size);
    return { items, total };
  }

  async find(id: string): Promise<ClosedDay | undefined> {
    const [day] = await this.closedDays().select(columns).where({ id });
    return day;
  }

  async lock(id: string): Promise<ClosedDay | undefined> {
    const [day] = await this.closedDays().select(columns).where({ id }).forUpdate();
    return day;
  }

  async insert(days: readonly ClosedDay[]): Promise<void> {
    await insertRows<ClosedDayRow>(this.knex, 'seance_closed_day', days.map(rowOf));
  }

  async update(day: ClosedDay): Promise<void> {
    const { id, ...changes } = rowOf(day);
    await this.closedDays().where({ id }).update(changes);
  }

  async remove(id: string): Promise<void> {
    await this.closedDays().where({ id }).delete();
  }

  private closedDays() {
    return this.knex<ClosedDayRow>('seance_closed_day');
  }
}

function rowOf({ id, name, startsOn, endsOn }: ClosedDay): ClosedDayRow {
  return { id, name, starts_on: startsOn, ends_on: endsOn };
}
