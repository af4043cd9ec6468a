import ICAL from 'ical.js';
import { type ClosedDays, shiftDay } from '../../domain/closed-day/closed-days.js';
import { showsNothing } from '../../domain/text/unseen.js';
import { type CalendarDate, parseCalendarDate } from '../../domain/time/wall-time.js';
import type { CalendarDays, CalendarReader, SkippedEvent, SkipReason } from '../../ports/calendar-reader.js';

/** jCal (RFC 7265): what a calendar is as JSON. */
type JProperty = readonly [name: string, parameters: object, type: string, ...values: unknown[]];
type JComponent = readonly [name: string, properties: JProperty[], components: JComponent[]];

/** The longest name of a closed day. */
const longestName = 255;
const daysPerWeek = 7;

export class IcalCalendarReader implements CalendarReader {
  read(text: string): CalendarDays | undefined {
    const calendars = parse(text)?.filter(([name]) => name === 'vcalendar') ?? [];
    if (calendars.length === 0) return undefined;
    const events = calendars.flatMap(([, , components]) => components).filter(([name]) => name === 'vevent');
    const days: ClosedDays[] = [];
    const skipped: SkippedEvent[] = [];
    for (const event of events) {
      const name = nameOf(event);
      const found = daysOf(event, name);
      if (typeof found === 'string') skipped.push({ name, reason: found });
      else days.push(found);
    }
    return { days, skipped };
  }
}

/** The components of a text, or undefined when it cannot be read. What a file begins with may be a byte order mark. */
function parse(text: string): readonly JComponent[] | undefined {
  try {
    const parsed = ICAL.parse(text.replace(/^\ufeff/, '')) as unknown as JComponent | JComponent[];
    return typeof parsed[0] === 'string' ? [parsed as JComponent] : (parsed as JComponent[]);
  } catch {
    return undefined;
  }
}

/** The days of an event, or why it is no closed day. */
function daysOf(event: JComponent, name: string): ClosedDays | SkipReason {
  const start = valueOf(event, 'dtstart');
  if (start === undefined) return 'unreadable';
  if (!isDay(start)) return 'timed';
  if (['rrule', 'rdate', 'recurrence-id'].some((property) => has(event, property))) return 'recurring';
  if (valueOf(event, 'status')?.toUpperCase() === 'CANCELLED') return 'cancelled';
  if (showsNothing(name)) return 'unnamed';
  const startsOn = parseCalendarDate(start.slice(0, 10));
  const endsOn = startsOn && lastDay(event, startsOn);
  return startsOn && endsOn ? { name, startsOn, endsOn } : 'unreadable';
}

/** The end of an event is the day after its last (RFC 5545, 3.6.1); some programs write the first day again. */
function lastDay(event: JComponent, startsOn: CalendarDate): CalendarDate | undefined {
  const end = valueOf(event, 'dtend');
  if (end === undefined) return shiftDay(startsOn, Math.max(0, durationInDays(event) - 1));
  const day = parseCalendarDate(end.slice(0, 10));
  if (!day || day < startsOn) return undefined;
  return day === startsOn ? startsOn : shiftDay(day, -1);
}

/** One day when nothing is said. */
function durationInDays(event: JComponent): number {
  const [, number = '1', unit = 'D'] = /^P(\d{1,4})([DW])$/.exec(valueOf(event, 'duration') ?? '') ?? [];
  return Number(number) * (unit === 'W' ? daysPerWeek : 1);
}

function nameOf(event: JComponent): string {
  const title = valueOf(event, 'summary') ?? '';
  return title
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, longestName)
    .replace(/\p{Cs}$/u, '')
    .trim();
}

/** True for a calendar day, also where the file has forgotten to say that its value is one. */
function isDay(value: string): boolean {
  return /^[\d-]+(T::)?$/.test(value);
}

function has([, properties]: JComponent, name: string): boolean {
  return properties.some(([own]) => own === name);
}

function valueOf([, properties]: JComponent, name: string): string | undefined {
  const value = properties.find(([own]) => own === name)?.[3];
  return typeof value === 'string' ? value : undefined;
}
