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

/** Offsets of the library by zone and month, for months without a clock change; it takes 0.8 ms to work one out. */
const settled = new Map<string, string | null>();

type Moment = ReturnType<typeof shownAt>;

/**
 * True when every program finds the moment by what clocks show then, and the rules of {@link timeZoneBlock}. It does
 * not when these are of another year than the runtime's, nor when a clock change doubles the time: RFC 5545 3.3.5 means
 * the first of the two, and programs do not agree.
 */
export function isFoundByClock(moment: Moment): boolean {
  return names.has(moment.timeZoneId) && !isDoubled(moment) && offsetByRules(moment) === offsetOf(moment);
}

function isDoubled(moment: Moment): boolean {
  const shown = moment.toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
    shown.toZonedDateTime(moment.timeZoneId, { disambiguation }),
  );
  return first?.epochMilliseconds !== second?.epochMilliseconds;
}

function offsetOf({ offset }: Moment): string {
  return offset.replace(':', '').slice(0, 5);
}

function offsetByRules(moment: Moment): string {
  const { timeZoneId: zone } = moment;
  const month = moment.toPlainDate().with({ day: 1 });
  const key = `${zone} ${month.toString()}`;
  if (!settled.has(key)) {
    const [before, after] = [month, month.add({ months: 1 })].map((day) =>
      offsetAt(zone, `${day.toString()}T00:00`),
    );
    settled.set(key, before === after ? (before ?? null) : null);
  }
  return settled.get(key) ?? offsetAt(zone, moment.toPlainDateTime().toString());
}

function offsetAt(zone: string, wallTime: string): string {
  return tzlib_get_offset(zone, wallTime.slice(0, 10), wallTime.slice(11, 16));
}
