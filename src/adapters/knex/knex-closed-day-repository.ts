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

  async between(platformId: string, from: CalendarDate, to: CalendarDate): Promise<readonly ClosedDays[]> {
    return this.of(platformId)
      .select(dates)
      .where('ends_on', '>=', from)
      .where('starts_on', '<=', to)
      .orderBy(['starts_on', 'id']);
  }

  async list(platformId: string, { from, page, size }: ClosedDaySearch): Promise<PageOf<ClosedDay>> {
    const matching = () => {
      const found = this.of(platformId);
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

  async find(platformId: string, id: string): Promise<ClosedDay | undefined> {
    const [day] = await this.of(platformId).select(columns).where({ id });
    return day;
  }

  async lock(platformId: string, id: string): Promise<ClosedDay | undefined> {
    const [day] = await this.of(platformId).select(columns).where({ id }).forUpdate();
    return day;
  }

  async insert(platformId: string, days: readonly ClosedDay[]): Promise<void> {
    const rows = days.map((day) => ({ platform_id: platformId, ...rowOf(day) }));
    await insertRows<ClosedDayRow>(this.knex, 'seance_closed_day', rows);
  }

  async update(day: ClosedDay): Promise<void> {
    const { id, ...changes } = rowOf(day);
    await this.closedDays().where({ id }).update(changes);
  }

  async remove(id: string): Promise<void> {
    await this.closedDays().where({ id }).delete();
  }

  private of(platformId: string) {
    return this.closedDays().where({ platform_id: platformId });
  }

  private closedDays() {
    return this.knex<ClosedDayRow>('seance_closed_day');
  }
}

function rowOf({ id, name, startsOn, endsOn }: ClosedDay): Omit<ClosedDayRow, 'platform_id'> {
  return { id, name, starts_on: startsOn, ends_on: endsOn };
}
