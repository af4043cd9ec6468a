/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export const calendarViews = ['month', 'week', 'day'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What a calendar shows: the view, and a day that is in it. */
export interface CalendarPage {
  readonly view: CalendarView;
  readonly date: Day;
}

const dayLength = 24 * 60 * 60 * 1_000;

/** The day that `text` writes, or undefined when there is none. */
export function parseDay(text: string | null): Day | undefined {
  if (text === null || !/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(text);
  return !Number.isNaN(time) && dayAt(time) === text ? text : undefined;
}

export function addDays(day: Day, count: number): Day {
  return dayAt(Date.parse(day) + count * dayLength);
}

/** The same day of another month; the last of that month where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + count, Math.min(date, lastDay)));
}

/** @param firstWeekday 1 for Monday to 7 for Sunday. */
export function startOfWeek(day: Day, firstWeekday: number): Day {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return addDays(day, -((weekday - firstWeekday + 14) % 7));
}

/** The days that a page shows, in order: whole weeks around a month, a week, a day. */
export function daysOf({ view, date }: CalendarPage, firstWeekday: number): readonly Day[] {
  if (view === 'day') return [date];
  const first = startOfWeek(view === 'month' ? `${date.slice(0, 8)}01` : date, firstWeekday);
  if (view === 'week') return run(first, 7);
  const last = addMonths(`${date.slice(0, 8)}01`, 1);
  const weeks = Math.ceil((Date.parse(last) - Date.parse(first)) / dayLength / 7);
  return run(first, weeks * 7);
}

/** The page after this one, or before it with -1. */
export function turned({ view, date }: CalendarPage, step: 1 | -1): CalendarPage {
  if (view === 'month') return { view, date: addMonths(`${date.slice(0, 8)}01`, step) };
  return { view, date: addDays(date, view === 'week' ? 7 * step : step) };
}

/** `day`, or the end of the period that it is outside of; null is an open end. */
export function within(day: Day, from: Day | null, to: Day | null): Day {
  if (from !== null && day < from) return from;
  return to !== null && day > to ? to : day;
}

function run(first: Day, count: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function dayAt(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
