import type { CalendarDate } from '../time/wall-time.js';

/** A holiday or a period of holidays of the whole platform. Both days are inclusive. */
export interface ClosedDays {
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** The closed days that `date` falls on, if any. */
export function closedOn(date: CalendarDate, closed: readonly ClosedDays[]): ClosedDays | undefined {
  return closed.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
}
