import { parseCalendarDate } from '../../domain/time/wall-time.js';
import type { ClosedDays } from '../../domain/closed-day/closed-days.js';
import { cutTo } from '../../domain/text/cut.js';
import { showsNothing } from '../../domain/text/unseen.js';
import type { SkipReason } from '../../ports/calendar-reader.js';
import {
  dateText,
  isMidnight,
  localDay,
  propertiesOf,
  type Stamp,
  stampsOf,
  textOf,
} from './event-properties.js';
import type { FileEvent } from './file-events.js';
import { type Horizon, type Patience, recurringDays } from './recurring-days.js';

/** What an event gives: days, and why there are none or not all. */
export interface EventDays {
  readonly days: readonly ClosedDays[];
  readonly reasons: readonly SkipReason[];
}

/** What the days of a rule are read by. */
export interface Reading {
  readonly horizon: Horizon;
  readonly patience: Patience;
}

/** Says which days of a rule have events of their own. */
export type Replaced = (day: number) => boolean;

/** The first days of an event, and whether it has more after the horizon. */
interface FirstDays {
  readonly days: readonly number[];
  readonly isCut: boolean;
}

/** The longest name of a closed day. */
const longestName = 255;
const secondsPerDay = 86_400;

/** The days of an event, but for those that other events replace. */
export function eventDays(event: FileEvent, reading: Reading, isReplaced: Replaced): EventDays {
  const name = nameOf(event);
  const start = stampsOf(event, 'dtstart')?.[0];
  if (!start || !isInCalendar(start.day) || !isUnderstood(event)) return none('unreadable');
  if (!isMidnight(start)) return none('timed');
  if (isCancelled(event)) return none('cancelled');
  if (showsNothing(name)) return none('unnamed');
  const length = lengthInDays(event, start);
  if (typeof length === 'string') return none(length);
  const firsts = firstDays(event, start.day, reading);
  if (typeof firsts === 'string') return none(firsts);
  const wanted = firsts.days.filter((day) => !isReplaced(day));
  const days = wanted.map((day) => closedDays(name, day, length));
  const read = days.filter((stretch) => stretch !== undefined);
  if (read.length < days.length) return { days: read, reasons: ['unreadable'] };
  return { days: read, reasons: firsts.isCut ? ['beyond-horizon'] : [] };
}

/** Whether what else decides on the days of an event can be read. */
function isUnderstood(event: FileEvent): boolean {
  return propertiesOf(event, 'status') !== undefined && stampsOf(event, 'recurrence-id') !== undefined;
}

export function isCancelled(event: FileEvent): boolean {
  return textOf(event, 'status').toUpperCase() === 'CANCELLED';
}

/** The title of an event as one line. */
export function nameOf(event: FileEvent): string {
  return asName(textOf(event, 'summary'));
}

/** A text as the name of a closed day: one line, not too long. */
export function asName(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return cutTo(longestName, line).trim();
}

/**
 * How many days an event has. Its end is the day after its last (RFC 5545, 3.6.1); some programs write the first day
 * again. What is not understood is not taken for a day.
 */
function lengthInDays(event: FileEvent, start: Stamp): number | SkipReason {
  const ends = stampsOf(event, 'dtend');
  if (!ends) return 'unreadable';
  const [end] = ends;
  const isDay = start.time === null || isMarkedAsDay(event);
  if (end) {
    if (!isMidnight(end)) return start.time === null ? 'unreadable' : 'timed';
    if (end.day < start.day) return 'unreadable';
    if (end.day > start.day) return end.day - start.day;
    return isDay ? 1 : 'timed';
  }
  if (!event.lines.has('duration')) return isDay ? 1 : 'timed';
  const seconds = secondsOf(textOf(event, 'duration'));
  if (seconds === undefined) return 'unreadable';
  if (seconds % secondsPerDay === 0) return seconds / secondsPerDay;
  return start.time === null ? 'unreadable' : 'timed';
}

/** Outlook writes days as times, and says so. */
function isMarkedAsDay(event: FileEvent): boolean {
  return textOf(event, 'x-microsoft-cdo-alldayevent').toUpperCase() === 'TRUE';
}

/** A length (RFC 5545, 3.3.6) in seconds; undefined when it is none, or not one that something can last. */
function secondsOf(text: string): number | undefined {
  const form =
    /^\+?P(?=\d|T\d)(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;
  const parts = form.exec(text);
  if (!parts) return undefined;
  const [, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part) || 0);
  const total = (weeks * 7 + days) * secondsPerDay + hours * 3_600 + minutes * 60 + seconds;
  return total > 0 ? total : undefined;
}

/** The first day of each time that an event takes place. */
function firstDays(event: FileEvent, start: number, { horizon, patience }: Reading): FirstDays | SkipReason {
  if (event.lines.has('exrule')) return 'recurring';
  const rules = propertiesOf(event, 'rrule');
  const more = stampsOf(event, 'rdate');
  const except = stampsOf(event, 'exdate');
  if (!except) return 'unreadable';
  if (!rules || !more?.every(isMidnight)) return 'recurring';
  const days = new Set(rules.length > 0 ? [] : [start]);
  let isCut = false;
  for (const [, , , rule] of rules) {
    const found = ruleDays(rule, start, { horizon, patience });
    if (!found) return 'recurring';
    for (const day of found.days) days.add(day);
    isCut ||= found.isCut;
  }
  for (const { day } of more) days.add(day);
  for (const stamp of except) days.delete(localDay(stamp));
  return days.size === 0 && !isCut ? 'recurring' : { days: [...days], isCut };
}

/** ical.js throws for some of the rules that make no sense. */
function ruleDays(rule: unknown, start: number, { horizon, patience }: Reading): FirstDays | undefined {
  try {
    return recurringDays(rule, start, horizon, patience);
  } catch {
    return undefined;
  }
}

function closedDays(name: string, first: number, length: number): ClosedDays | undefined {
  const last = first + length - 1;
  if (!isInCalendar(first) || !isInCalendar(last)) return undefined;
  const startsOn = parseCalendarDate(dateText(first));
  const endsOn = parseCalendarDate(dateText(last));
  return startsOn && endsOn && { name, startsOn, endsOn };
}

/** Whether a day is one that the plugin knows: of the years 1900 to 2999. */
function isInCalendar(day: number): boolean {
  return Math.abs(day) < 400_000 && parseCalendarDate(dateText(day)) !== undefined;
}

function none(reason: SkipReason): EventDays {
  return { days: [], reasons: [reason] };
}
