import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { ClosedDays } from '../../../../src/domain/closed-day/closed-days.js';
import { type RepetitionRule, weekdays } from '../../../../src/domain/repetition/rule.js';
import { parseTimeZone, type TimeZone } from '../../../../src/domain/time/time-zone.js';
import type { CalendarDate, WallTime } from '../../../../src/domain/time/wall-time.js';
import type { RuleSample } from './rule-sample.js';

/** Half hours, whole days, seconds that are gone, Ramadan, midnights that are skipped, the far south and no change at all. */
export const zones: readonly TimeZone[] = [
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/New_York',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Europe/Brussels',
  'Europe/Dublin',
  'Europe/London',
  'Europe/Moscow',
  'Europe/Paris',
  'Pacific/Apia',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'UTC',
].map((name) => parseTimeZone(name) ?? missing(name));

function missing(name: string): never {
  throw new Error(`This runtime has no data of the zone ${name}.`);
}

/** Wall times just around changes of the clocks between 2000 and 2035, by zone: where everything goes wrong. */
const changes = new Map(zones.map((zone) => [zone, wallTimesOfChanges(zone)]));

function wallTimesOfChanges(zone: TimeZone): readonly Temporal.PlainDateTime[] {
  const found: Temporal.PlainDateTime[] = [];
  const end = Temporal.ZonedDateTime.from(`2035-12-31T00:00[${zone}]`);
  let change = Temporal.ZonedDateTime.from(`2000-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  while (change && Temporal.ZonedDateTime.compare(change, end) < 0) {
    // What the clocks would have shown without the change, and what they show.
    found.push(
      change.subtract({ seconds: 1 }).toPlainDateTime().add({ seconds: 1 }),
      change.toPlainDateTime(),
    );
    change = change.getTimeZoneTransition('next');
  }
  return found;
}

const minutesPerDay = 24 * 60;

/** Anywhere between 2000 and 2035, at every minute. */
const anyStart = fc
  .tuple(fc.integer({ min: 0, max: 13_100 }), fc.nat(minutesPerDay - 1))
  .map(([days, minutes]) => Temporal.PlainDateTime.from('2000-01-01T00:00').add({ days, minutes }));

/** Within three hours of the time of a change, on that day or some days before. */
function startNearChange(zone: TimeZone): fc.Arbitrary<Temporal.PlainDateTime> {
  const all = changes.get(zone) ?? [];
  if (all.length === 0) return anyStart;
  return fc
    .tuple(fc.constantFrom(...all), fc.integer({ min: -180, max: 180 }), fc.nat(40))
    .map(([change, minutes, days]) => change.add({ minutes }).subtract({ days }));
}

const length = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 240 }) },
  { weight: 2, arbitrary: fc.integer({ min: 241, max: 2 * minutesPerDay }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 * minutesPerDay }) },
);

const source: fc.Arbitrary<RuleSample['source']> = fc
  .constantFrom(...zones)
  .chain((timeZone) => fc.tuple(fc.constant(timeZone), fc.oneof(anyStart, startNearChange(timeZone)), length))
  .map(([timeZone, at, minutes]) => {
    return { start: wallTime(at), end: wallTime(at.add({ minutes })), timeZone };
  });

const someWeekdays = fc.subarray([...weekdays], { minLength: 1 });

/** Mostly weeks, sometimes years: what a training needs. */
const weeks = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 16 }) },
  { weight: 1, arbitrary: fc.integer({ min: 17, max: 110 }) },
);

export const ruleSamples: fc.Arbitrary<RuleSample> = fc
  .record({
    source,
    weekdays: someWeekdays,
    interval: fc.integer({ min: 1, max: 5 }),
    weeks,
    daysMore: fc.option(fc.integer({ min: -6, max: 6 })),
    exceptDays: fc.array(fc.nat(120), { maxLength: 4 }),
    keepDays: fc.array(fc.nat(120), { maxLength: 4 }),
    closed: fc.array(fc.tuple(fc.nat(120), fc.nat(10)), { maxLength: 4 }),
    skipClosedDays: fc.boolean(),
  })
  .map((parts) => ({
    source: parts.source,
    rule: ruleOf(parts),
    closed: closedOf(parts.source.start, parts.closed),
  }));

interface RuleParts extends Pick<RepetitionRule, 'weekdays' | 'interval' | 'skipClosedDays'> {
  readonly source: RuleSample['source'];
  readonly weeks: number;
  /** How many days "until" is from the end of the weeks; null for a rule in weeks. */
  readonly daysMore: number | null;
  readonly exceptDays: readonly number[];
  readonly keepDays: readonly number[];
}

function ruleOf({
  source: { start },
  weeks: count,
  daysMore,
  exceptDays,
  keepDays,
  ...same
}: RuleParts): RepetitionRule {
  const last = daysMore === null ? { weeks: count } : { until: dayAfter(start, 7 * count + daysMore) };
  const days = (numbers: readonly number[]) => [...new Set(numbers)].map((days) => dayAfter(start, days));
  return {
    ...last,
    weekdays: same.weekdays,
    interval: same.interval,
    skipClosedDays: same.skipClosedDays,
    exceptDates: days(exceptDays),
    keepDates: days(keepDays),
  };
}

function closedOf(start: WallTime, periods: readonly (readonly [number, number])[]): readonly ClosedDays[] {
  return periods.map(([first, more], index) => ({
    name: `Congé ${index}`,
    startsOn: dayAfter(start, first),
    endsOn: dayAfter(start, first + more),
  }));
}

function dayAfter(start: WallTime, days: number): CalendarDate {
  return Temporal.PlainDate.from(start).add({ days }).toString() as CalendarDate;
}

function wallTime(at: Temporal.PlainDateTime): WallTime {
  return at.toString({ smallestUnit: 'minute' }) as WallTime;
}

/** Found at random once, and asked about in every run since: the last day of the rule is the one that Apia skipped. */
export const foundBefore: readonly RuleSample[] = [
  {
    source: {
      start: '2011-09-24T00:00' as WallTime,
      end: '2011-09-24T00:01' as WallTime,
      timeZone: parseTimeZone('Pacific/Apia') ?? missing('Pacific/Apia'),
    },
    rule: {
      until: '2011-12-30' as CalendarDate,
      weekdays: ['SA', 'SU'],
      interval: 1,
      skipClosedDays: false,
      exceptDates: [],
      keepDates: [],
    },
    closed: [],
  },
];
