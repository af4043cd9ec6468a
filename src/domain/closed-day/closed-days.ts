import { Refusal } from '../refusal.js';
import { type CalendarDate, clockMinutes, dateOf, type WallTime, wallTimeAt } from '../time/wall-time.js';

/** A holiday or a period of holidays of the whole platform. Both days are inclusive. */
export interface ClosedDays {
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Closed days that administrators keep. */
export interface ClosedDay extends ClosedDays {
  readonly id: string;
}

/** A stretch of days, both inclusive. */
export type DayRange = Pick<ClosedDays, 'startsOn' | 'endsOn'>;

const minutesPerDay = 24 * 60;

/** The closed days that `date` falls on, if any. */
export function closedOn(date: CalendarDate, closed: readonly ClosedDays[]): ClosedDays | undefined {
  return closed.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
}

/** @throws Refusal `validation` at `field` when the last day is before the first. */
export function assertInOrder({ startsOn, endsOn }: DayRange, field = 'endsOn'): void {
  if (endsOn < startsOn) throw Refusal.field(field, 'end-before-start');
}

/** How many days a stretch has. */
export function lengthInDays({ startsOn, endsOn }: DayRange): number {
  return (midnight(endsOn) - midnight(startsOn)) / minutesPerDay + 1;
}

/** The day that is `days` later; earlier when negative. */
export function shiftDay(date: CalendarDate, days: number): CalendarDate {
  return dateOf(wallTimeAt(midnight(date) + days * minutesPerDay));
}

/** The same days in as few stretches as there can be, in their order: none touches another. */
export function mergedRanges(ranges: readonly DayRange[]): readonly DayRange[] {
  const sorted = [...ranges].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const merged: DayRange[] = [];
  for (const { startsOn, endsOn } of sorted) {
    const last = merged.at(-1);
    if (!last || startsOn > shiftDay(last.endsOn, 1)) merged.push({ startsOn, endsOn });
    else if (endsOn > last.endsOn) merged[merged.length - 1] = { startsOn: last.startsOn, endsOn };
  }
  return merged;
}

function midnight(date: CalendarDate): number {
  return clockMinutes(`${date}T00:00` as WallTime);
}
