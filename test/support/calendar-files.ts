import { IcalCalendarReader } from '../../src/adapters/ical/ical-calendar-reader.js';
import type { DayRange } from '../../src/domain/closed-day/closed-days.js';
import type { CalendarDays } from '../../src/ports/calendar-reader.js';

/** A calendar of events, each the lines between its ends. */
export function calendar(...events: readonly string[]): string {
  const body = events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT\n`).join('');
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${body}END:VCALENDAR\n`.replaceAll('\n', '\r\n');
}

/** What an import reads of a file in 2026. */
export function readCalendar(text: string): CalendarDays | undefined {
  const horizon = { startsOn: '2026-01-01', endsOn: '2036-12-31' } as DayRange;
  return new IcalCalendarReader().read(text, horizon);
}
