import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { RuleSample } from './rule-sample.js';

/** Zones that rrule-temporal gets wrong: there, the other oracle stands alone. */
export const zonesWithoutRruleTemporal: readonly string[] = ['Africa/Cairo', 'Africa/Casablanca'];

/** The instants at which rrule-temporal lets a rule's occurrences start, by date. */
export type StartsByDate = ReadonlyMap<string, string>;

/**
 * The starts after the source's day, closed days and exceptions included. Of starts that a clock change skips, this
 * library says nothing that holds: it leaves them out (RFC 7529 `SKIP=OMIT`), or, when midnight is skipped as in Cairo,
 * shows an hour of the day before. They are left to the other oracle. Where the last day of the rule is one that the
 * zone skipped, the library's end lies on the day after it, which is cut off here.
 */
export function startsByRruleTemporal({ source, rule }: RuleSample): StartsByDate {
  const { start, timeZone } = source;
  const time = Temporal.PlainTime.from(start.slice(11));
  const from = Temporal.PlainDate.from(start.slice(0, 10));
  const last =
    rule.until === undefined ? from.add({ weeks: rule.weeks ?? 0 }) : Temporal.PlainDate.from(rule.until);
  const recurrence = new RRuleTemporal({
    temporal: Temporal,
    freq: 'WEEKLY',
    wkst: 'MO',
    interval: rule.interval,
    byDay: [...rule.weekdays],
    byHour: [time.hour],
    byMinute: [time.minute],
    bySecond: [0],
    tzid: timeZone,
    dtstart: from.toZonedDateTime({ timeZone }),
    until: last.toZonedDateTime({ timeZone, plainTime: '23:59:59' }),
  });
  const shown = recurrence.all().filter((one) => one.toPlainTime().equals(time));
  const within = shown.filter((one) => {
    const date = one.toPlainDate();
    return Temporal.PlainDate.compare(date, from) > 0 && Temporal.PlainDate.compare(date, last) <= 0;
  });
  return new Map(within.map((one) => [one.toPlainDate().toString(), one.toInstant().toString()]));
}
