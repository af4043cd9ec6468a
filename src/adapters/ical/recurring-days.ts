import ICAL from 'ical.js';
import { dateText, dayOf, localDay, stampOf } from './event-properties.js';

/** Days since 1970, both inclusive: the days that are read of what has no end. */
export interface Horizon {
  readonly first: number;
  readonly last: number;
}

/** The days of a rule, and whether it has more after the horizon. */
export interface RecurringDays {
  readonly days: readonly number[];
  readonly isCut: boolean;
}

/** How many days may still be looked at for all rules of a file together. */
export interface Patience {
  left: number;
}

/** Which day of the week, 0 for Sunday, and which of them in the month or year; 0 for each. */
interface Weekday {
  readonly weekday: number;
  readonly nth: number;
}

interface Rule {
  readonly frequency: string;
  readonly interval: number;
  readonly count: number;
  readonly until: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weekdays: readonly Weekday[];
  readonly positions: readonly number[];
  readonly weekStart: number;
}

/** A day with all that a rule may ask of it. */
interface CalendarDay {
  readonly day: number;
  readonly weekday: number;
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly monthLength: number;
  readonly dayOfYear: number;
  readonly yearLength: number;
}

/** An end after the last day of the calendar, such as the year 9999, is none. */
const lastDay = dayOf('2999-12-31');

/** The most days that one rule may give: a holiday is not every other day. */
const mostDays = 1_000;
/** The most values that a part of a rule may list, each of which is looked for on each day. */
const mostValues = 100;
const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const known = /^(freq|interval|count|until|wkst|bymonth|bymonthday|byyearday|byday|bysetpos)$/;
const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'];

/**
 * The days of a rule (RFC 5545, 3.3.10) that starts on `start`: all of them, or those of the horizon when it has no end.
 * ical.js has the days of rules as well, but makes 1 March of a 29 February that there is not.
 *
 * @param value the rule as jCal has it.
 * @returns undefined for a rule that is not read: by week or hour, by day without an end, or far too many days.
 */
export function recurringDays(
  value: unknown,
  start: number,
  horizon: Horizon,
  patience: Patience,
): RecurringDays | undefined {
  const rule = ruleOf(value, start);
  if (!rule) return undefined;
  const isEndless = rule.count === Infinity && rule.until >= lastDay;
  if (isEndless && rule.frequency !== 'YEARLY') return undefined;
  const days: number[] = [];
  const first = isEndless ? horizon.first : start;
  const last = isEndless ? horizon.last : Math.min(rule.until, lastDay);
  for (const period of periods(rule, start, { first, last }, patience)) {
    for (const day of positioned(period, rule)) if (day >= start && day <= last) days.push(day);
    if (days.length >= rule.count) return { days: days.slice(0, rule.count), isCut: false };
    if (days.length > mostDays) return undefined;
  }
  if (patience.left <= 0) return undefined;
  return { days: days.filter((day) => day >= first), isCut: isEndless };
}

function ruleOf(value: unknown, start: number): Rule | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.keys(value).some((part) => !known.test(part))) return undefined;
  const { freq, interval, count, until, wkst, parts } = ICAL.Recur.fromData(value);
  if (Object.values(parts).some((values) => (values as readonly unknown[]).length > mostValues))
    return undefined;
  const end = until ? stampOf(until.toString()) : null;
  const weekdays = (parts.BYDAY ?? []).map(weekdayOf);
  const positions = numbers(parts.BYSETPOS);
  const isByWeek = freq === 'WEEKLY' || freq === 'DAILY';
  if (!frequencies.includes(freq) || end === undefined) return undefined;
  if (isByWeek && (positions.length > 0 || weekdays.some(({ nth }) => nth !== 0))) return undefined;
  return withDefaults(start, {
    ...{ frequency: freq, interval, weekdays, positions },
    ...{ count: count ?? Infinity, until: end ? localDay(end) : Infinity, weekStart: wkst - 1 },
    months: numbers(parts.BYMONTH),
    monthDays: numbers(parts.BYMONTHDAY),
    yearDays: numbers(parts.BYYEARDAY),
  });
}

/** What a rule does not say is as it is on the first day. */
function withDefaults(start: number, rule: Rule): Rule {
  if ([rule.weekdays, rule.monthDays, rule.yearDays].some(({ length }) => length > 0)) return rule;
  const { month, date } = calendarDay(start);
  switch (rule.frequency) {
    case 'YEARLY':
      return { ...rule, months: rule.months.length > 0 ? rule.months : [month], monthDays: [date] };
    case 'MONTHLY':
      return { ...rule, monthDays: [date] };
    case 'WEEKLY':
      return { ...rule, weekdays: [{ weekday: weekdayNumber(start), nth: 0 }] };
    default:
      return rule;
  }
}

/** The days that a rule allows, a year at a time for yearly rules and a month for others. */
function* periods(
  rule: Rule,
  start: number,
  { first, last }: Horizon,
  patience: Patience,
): Generator<readonly number[]> {
  const origin = calendarDay(start);
  let { year, month } = calendarDay(Math.max(start, first));
  const isYearly = rule.frequency === 'YEARLY';
  if (isYearly) month = 1;
  let found: number[] = [];
  for (; monthStart(year, isYearly ? 1 : month) <= last && patience.left > 0; month++) {
    patience.left--;
    const isIn = isInInterval(rule, (year - origin.year) * 12 + month - origin.month, year - origin.year);
    const candidates = isIn && allows(rule.months, month) ? daysOfMonth(year, month) : [];
    patience.left -= candidates.length;
    found.push(...candidates.filter((candidate) => matches(rule, candidate, start)).map(({ day }) => day));
    const isYearOver = month === 12;
    if (isYearOver || !isYearly) {
      yield found;
      found = [];
    }
    if (isYearOver) [year, month] = [year + 1, 0];
  }
  yield found;
}

function isInInterval({ frequency, interval }: Rule, months: number, years: number): boolean {
  if (frequency === 'YEARLY') return years % interval === 0;
  return frequency !== 'MONTHLY' || months % interval === 0;
}

function matches(rule: Rule, candidate: CalendarDay, start: number): boolean {
  const { day, date, monthLength, dayOfYear, yearLength } = candidate;
  if (rule.frequency === 'DAILY' && (day - start) % rule.interval !== 0) return false;
  if (rule.frequency === 'WEEKLY' && weeksBetween(start, day, rule.weekStart) % rule.interval !== 0)
    return false;
  if (!allows(rule.monthDays, date, date - monthLength - 1)) return false;
  if (!allows(rule.yearDays, dayOfYear, dayOfYear - yearLength - 1)) return false;
  return rule.weekdays.length === 0 || rule.weekdays.some((weekday) => isOne(weekday, candidate, rule));
}

/** The last Monday is that of the month, or of the year when a yearly rule names no month. */
function isOne({ weekday, nth }: Weekday, candidate: CalendarDay, { frequency, months }: Rule): boolean {
  if (candidate.weekday !== weekday) return false;
  const ofYear = frequency === 'YEARLY' && months.length === 0;
  const place = ofYear ? candidate.dayOfYear : candidate.date;
  const length = ofYear ? candidate.yearLength : candidate.monthLength;
  return nth === 0 || Math.ceil(place / 7) === nth || -Math.ceil((length - place + 1) / 7) === nth;
}

function positioned(days: readonly number[], { positions }: Rule): readonly number[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => allows(positions, index + 1, index - days.length));
}

/** True when a list names one of the values, or nothing. */
function allows(list: readonly number[], ...values: readonly number[]): boolean {
  return list.length === 0 || values.some((value) => list.includes(value));
}

function daysOfMonth(year: number, month: number): readonly CalendarDay[] {
  const first = monthStart(year, month);
  const monthLength = monthStart(year, month + 1) - first;
  const [yearStart, nextYear] = [monthStart(year, 1), monthStart(year + 1, 1)];
  return Array.from({ length: monthLength }, (_, index) => ({
    day: first + index,
    weekday: weekdayNumber(first + index),
    year,
    month,
    date: index + 1,
    monthLength,
    dayOfYear: first + index - yearStart + 1,
    yearLength: nextYear - yearStart,
  }));
}

function calendarDay(day: number): Pick<CalendarDay, 'year' | 'month' | 'date'> {
  const [year = 0, month = 0, date = 0] = dateText(day).split('-').map(Number);
  return { year, month, date };
}

/** Days since 1970 of the first day of a month. */
function monthStart(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}

/** How many weeks lie between the weeks of two days. */
function weeksBetween(from: number, to: number, weekStart: number): number {
  const [first, last] = [from, to].map((day) => Math.floor((day + 4 - weekStart) / 7)) as [number, number];
  return last - first;
}

/** 0 for Sunday; 1970 began with a Thursday. */
function weekdayNumber(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

function weekdayOf(text: unknown): Weekday {
  const name = String(text);
  return { weekday: weekdayNames.indexOf(name.slice(-2)), nth: Number.parseInt(name, 10) || 0 };
}

function numbers(values: readonly unknown[] | undefined): readonly number[] {
  return (values ?? []).map(Number);
}
