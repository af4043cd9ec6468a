import { addDays, addMonths, daysBetween, startOfWeek, type Day } from '../time/days.js';

export const calendarViews = ['month', 'week', 'day'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What a calendar shows: the view, and a day that is in it. */
export interface CalendarPage {
  readonly view: CalendarView;
  readonly date: Day;
}

/** The days that a page shows, in order: whole weeks around a month, a week, a day. */
export function daysOf({ view, date }: CalendarPage, firstWeekday: number): readonly Day[] {
  if (view === 'day') return [date];
  const first = startOfWeek(view === 'month' ? `${date.slice(0, 8)}01` : date, firstWeekday);
  if (view === 'week') return run(first, 7);
  const last = addMonths(`${date.slice(0, 8)}01`, 1);
  const weeks = Math.ceil(daysBetween(first, last) / 7);
  return run(first, weeks * 7);
}

/** The page after this one, or before it with -1. */
export function turned({ view, date }: CalendarPage, step: 1 | -1): CalendarPage {
  if (view === 'month') return { view, date: addMonths(`${date.slice(0, 8)}01`, step) };
  return { view, date: addDays(date, view === 'week' ? 7 * step : step) };
}

function run(first: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
