import { tzlib_get_ical_block, tzlib_get_offset, tzlib_get_timezones } from 'timezones-ical-library';
import type { shownAt } from '../../domain/time/schedule.js';

const names: ReadonlySet<string> = new Set(tzlib_get_timezones(false));

/** The rules of a zone as iCalendar writes them (VTIMEZONE); null for a zone that the library does not have. */
export function timeZoneBlock(timeZone: string): string | null {
  if (!names.has(timeZone)) return null;
  const [block = ''] = tzlib_get_ical_block(timeZone, false);
  // An old name is answered with the rules of the new one, under the new one, which no entry refers to.
  return block.replace(/^TZID:.*$/m, `TZID:${timeZone}`);
}

/** Offsets of the library by zone and month, for months without a clock change; it takes its time to work one out. */
const settled = new Map<string, string | null>();

/** True when the library's rules give a moment the offset that it has: they may be of another year than the runtime's. */
export function zoneKnows(moment: ReturnType<typeof shownAt>): boolean {
  const { timeZoneId: zone } = moment;
  if (!names.has(zone)) return false;
  const month = moment.toPlainDate().with({ day: 1 });
  const key = `${zone} ${month.toString()}`;
  if (!settled.has(key)) {
    const [before, after] = [month, month.add({ months: 1 })].map((day) => offsetAt(zone, `${day.toString()}T00:00`));
    settled.set(key, before === after ? (before ?? null) : null);
  }
  const offset = settled.get(key) ?? offsetAt(zone, moment.toPlainDateTime().toString());
  return offset === moment.offset.replace(':', '').slice(0, 5);
}

function offsetAt(zone: string, wallTime: string): string {
  return tzlib_get_offset(zone, wallTime.slice(0, 10), wallTime.slice(11, 16));
}
