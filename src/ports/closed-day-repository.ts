import type { ClosedDay, ClosedDays } from '../domain/closed-day/closed-days.js';
import type { CalendarDate } from '../domain/time/wall-time.js';
import type { PageOf, PageRequest } from '../domain/page.js';

/** Which closed days a list shows. */
export interface ClosedDaySearch extends PageRequest {
  /** Those that end on this day or later; all when absent. */
  readonly from?: CalendarDate | undefined;
}

/** The holidays of each platform. */
export abstract class ClosedDayRepository {
  /** Those that fall wholly or partly between two days, inclusive, by their first day. */
  abstract between(platformId: string, from: CalendarDate, to: CalendarDate): Promise<readonly ClosedDays[]>;

  /** One page, by first day. */
  abstract list(platformId: string, search: ClosedDaySearch): Promise<PageOf<ClosedDay>>;

  abstract find(platformId: string, id: string): Promise<ClosedDay | undefined>;

  /** As `find`, locked for the transaction. */
  abstract lock(platformId: string, id: string): Promise<ClosedDay | undefined>;

  /** Adds closed days in a handful of statements, however many. */
  abstract insert(platformId: string, days: readonly ClosedDay[]): Promise<void>;

  /** Replaces the one of the same id, which is locked. */
  abstract update(day: ClosedDay): Promise<void>;

  abstract remove(id: string): Promise<void>;
}
