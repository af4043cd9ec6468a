import { wallTimeAt } from './wall-time.js';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const dayLength = 24 * 60 * 60 * 1_000;

/** The day that it is in a zone. */
export function today(timeZone: string, now = new Date()): Day {
  return wallTimeAt(now, timeZone).slice(0, 10);
}

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

/** `day`, or the end of the period that it is outside of; null is an open end. */
export function within(day: Day, from: Day | null, to: Day | null): Day {
  if (from !== null && day < from) return from;
  return to !== null && day > to ? to : day;
}

/** How many days after `from` the day `to` is. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength;
}

function dayAt(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
