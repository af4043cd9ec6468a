import type { ClosedDays } from '../domain/repetition/closed-days.js';
import type { CalendarDate } from '../domain/time/wall-time.js';

/** The holidays of the whole platform. */
export abstract class ClosedDayRepository {
  /** Those that fall wholly or partly between two days, inclusive, by their first day. */
  abstract between(from: CalendarDate, to: CalendarDate): Promise<readonly ClosedDays[]>;
}
