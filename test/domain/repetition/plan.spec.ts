import { expect } from 'chai';
import fc from 'fast-check';
import { type ClosedDays, shiftDay } from '../../../src/domain/closed-day/closed-days.js';
import { planRepetition } from '../../../src/domain/repetition/plan.js';
import type { RepetitionRule } from '../../../src/domain/repetition/rule.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { schedule } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { CalendarDate, WallTime } from '../../../src/domain/time/wall-time.js';

const days = (...dates: string[]) => dates as CalendarDate[];
const sourceOf = (start: string, end: string, timeZone = 'Europe/Brussels') => ({
  start: start as WallTime,
  end: end as WallTime,
  timeZone: timeZone as TimeZone,
});
const ruleOf = (parts: Partial<RepetitionRule> = {}): RepetitionRule => ({
  weekdays: ['MO'],
  weeks: 4,
  interval: 1,
  exceptDates: [],
  keepDates: [],
  skipClosedDays: false,
  ...parts,
});

const monday = sourceOf('2026-01-05T10:00', '2026-01-05T11:30');
const mondays = days('2026-01-12', '2026-01-19', '2026-01-26');
const closed: readonly ClosedDays[] = [
  { name: 'Congé', startsOn: '2026-01-17' as CalendarDate, endsOn: '2026-01-19' as CalendarDate },
];

const refusalOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (Refusal.is(error)) return { code: error.code, issues: error.issues };
    throw error;
  }
  return null;
};

describe('planRepetition', () => {
  const startsOf = (parts: Partial<RepetitionRule>, holidays = closed) =>
    planRepetition(monday, ruleOf(parts), mondays, { closed: holidays, there: [], cap: 10 }).occurrences.map(
      ({ start }) => start,
    );

  it('skips what the series has at an overlapping time, unless the day is kept, and counts none of it', () => {
    const there = [
      sourceOf('2026-01-12T11:00', '2026-01-12T12:00'),
      sourceOf('2026-01-19T11:30', '2026-01-19T12:00'),
      sourceOf('2026-01-26T08:00', '2026-01-27T08:00'),
    ].map(({ start, end, timeZone }) => schedule(start, end, timeZone));
    const plan = (keepDates: readonly CalendarDate[]) => {
      const rule = ruleOf({ keepDates });
      const bounds = { closed: [], there, cap: 1 + keepDates.length };
      const { occurrences, skipped } = planRepetition(monday, rule, mondays, bounds);
      return { dates: occurrences.map(({ start }) => start.slice(0, 10)), skipped };
    };

    expect(plan([])).to.deep.equal({
      dates: ['2026-01-19'],
      skipped: [
        { date: '2026-01-12', reason: 'same-series' },
        { date: '2026-01-26', reason: 'same-series' },
      ],
    });
    expect(plan(days('2026-01-26'))).to.deep.equal({
      dates: ['2026-01-19', '2026-01-26'],
      skipped: [{ date: '2026-01-12', reason: 'same-series' }],
    });
  });

  it('makes one copy a day, at the time of day, of the length and in the zone of its source', () => {
    expect(
      planRepetition(monday, ruleOf(), days('2026-07-06'), { closed: [], there: [], cap: 10 }),
    ).to.deep.equal({
      occurrences: [
        {
          start: '2026-07-06T10:00',
          end: '2026-07-06T11:30',
          timeZone: 'Europe/Brussels',
          startsAt: '2026-07-06T08:00:00Z',
          endsAt: '2026-07-06T09:30:00Z',
        },
      ],
      skipped: [],
    });
  });

  it('makes nothing of no day', () => {
    expect(planRepetition(monday, ruleOf(), [], { closed, there: [], cap: 0 })).to.deep.equal({
      occurrences: [],
      skipped: [],
    });
  });

  describe('leaves days out', () => {
    const both = { exceptDates: days('2026-01-19'), skipClosedDays: true };
    const cases: readonly [string, Partial<RepetitionRule>, skipped: readonly unknown[]][] = [
      ['none, when nothing asks for it', {}, []],
      [
        'an exception',
        { exceptDates: days('2026-01-12', '2026-01-13') },
        [{ date: '2026-01-12', reason: 'exception' }],
      ],
      [
        'a closed day, with its name, when the rule skips them',
        { skipClosedDays: true },
        [{ date: '2026-01-19', reason: 'closed-day', name: 'Congé' }],
      ],
      ['no closed day that the rule keeps', { skipClosedDays: true, keepDates: days('2026-01-19') }, []],
      [
        'a closed day when the rule keeps another',
        { skipClosedDays: true, keepDates: days('2026-01-26') },
        [{ date: '2026-01-19', reason: 'closed-day', name: 'Congé' }],
      ],
      [
        'an exception that is closed too, as an exception',
        both,
        [{ date: '2026-01-19', reason: 'exception' }],
      ],
      [
        'an exception that is kept though closed',
        { ...both, keepDates: days('2026-01-19') },
        [{ date: '2026-01-19', reason: 'exception' }],
      ],
    ];
    for (const [title, parts, skipped] of cases) {
      it(title, () => {
        const plan = planRepetition(monday, ruleOf(parts), mondays, { closed, there: [], cap: 10 });

        expect(plan.skipped).to.deep.equal(skipped);
        expect(plan.occurrences).to.have.length(mondays.length - skipped.length);
      });
    }

    it('and makes its copies on the others, in their order', () => {
      expect(startsOf({ skipClosedDays: true, exceptDates: days('2026-01-12') })).to.deep.equal([
        '2026-01-26T10:00',
      ]);
      expect(startsOf({ skipClosedDays: true }, [])).to.deep.equal(mondays.map((date) => `${date}T10:00`));
    });
  });

  describe('makes no more than its cap', () => {
    const issue = (field: string) => ({
      code: 'too-many-occurrences',
      issues: [{ field: [field], code: 'too-many-occurrences', params: { count: 3, cap: 2 } }],
    });
    const until = '2026-01-31' as CalendarDate;
    const refused = (parts: Partial<RepetitionRule>, cap: number) =>
      refusalOf(() => planRepetition(monday, ruleOf(parts), mondays, { closed, there: [], cap }));

    it('which it may reach', () => {
      expect(refused({}, 3)).to.equal(null);
    });

    it('and points at the field that says how far the rule goes', () => {
      expect(refused({}, 2)).to.deep.equal(issue('weeks'));
      expect(refused({ weeks: undefined, until }, 2)).to.deep.equal(issue('until'));
    });

    it('which days that are left out do not count against', () => {
      expect(refused({ skipClosedDays: true }, 2)).to.equal(null);
      expect(refused({ exceptDates: days('2026-01-12') }, 2)).to.equal(null);
    });
  });

  describe('ends in the calendar of wall times', () => {
    const night = sourceOf('2999-12-24T22:00', '2999-12-25T02:00', 'UTC');
    const refused = (date: string, parts: Partial<RepetitionRule>, source = night) =>
      refusalOf(() => planRepetition(source, ruleOf(parts), days(date), { closed: [], there: [], cap: 10 }));

    it('which its last copy may reach', () => {
      expect(refused('2999-12-30', {})).to.equal(null);
      expect(refused('2999-12-31', {}, sourceOf('2999-12-01T23:58', '2999-12-01T23:59', 'UTC'))).to.equal(
        null,
      );
    });

    it('and points at the field that says how far the rule goes', () => {
      const issue = (field: string) => ({
        code: 'validation',
        issues: [{ field: [field], code: 'invalid-date-time' }],
      });

      expect(refused('2999-12-31', {})).to.deep.equal(issue('weeks'));
      const until = '2999-12-31' as CalendarDate;
      expect(refused('2999-12-31', { weeks: undefined, until })).to.deep.equal(issue('until'));
    });
  });

  it('keeps lengths of days and over midnight in wall-clock terms, over ends of months and clock changes', () => {
    const ends = (start: string, end: string, date: string) =>
      planRepetition(sourceOf(start, end), ruleOf(), days(date), {
        closed: [],
        there: [],
        cap: 1,
      }).occurrences.map((copy) => [copy.end, copy.endsAt]);

    expect(ends('2026-01-05T22:00', '2026-01-06T06:00', '2026-03-28')).to.deep.equal([
      ['2026-03-29T06:00', '2026-03-29T04:00:00Z'],
    ]);
    expect(ends('2026-01-05T22:00', '2026-01-06T06:00', '2026-10-24')).to.deep.equal([
      ['2026-10-25T06:00', '2026-10-25T05:00:00Z'],
    ]);
    expect(ends('2026-01-05T09:00', '2026-01-07T17:00', '2028-02-28')).to.deep.equal([
      ['2028-03-01T17:00', '2028-03-01T16:00:00Z'],
    ]);
    expect(ends('2026-01-05T09:00', '2026-01-07T17:00', '2027-02-28')).to.deep.equal([
      ['2027-03-02T17:00', '2027-03-02T16:00:00Z'],
    ]);
  });

  it('has each day either as a copy or as a skipped one, and never both', () => {
    const someDays = fc
      .uniqueArray(fc.nat(120), { maxLength: 20 })
      .map((all) =>
        all.sort((one, other) => one - other).map((day) => shiftDay('2026-01-06' as CalendarDate, day)),
      );
    fc.assert(
      fc.property(someDays, someDays, someDays, someDays, fc.boolean(), (dates, except, keep, free, skip) => {
        const holidays = free.map((day) => ({ name: day, startsOn: day, endsOn: day }));
        const rule = ruleOf({ exceptDates: except, keepDates: keep, skipClosedDays: skip });
        const { occurrences, skipped } = planRepetition(monday, rule, dates, {
          closed: holidays,
          there: [],
          cap: 20,
        });
        const copied = occurrences.map(({ start }) => start.slice(0, 10) as CalendarDate);

        expect([...copied, ...skipped.map(({ date }) => date)].sort()).to.deep.equal(dates);
        for (const date of copied) {
          expect(except).not.to.include(date);
          expect(!skip || keep.includes(date) || !free.includes(date), date).to.equal(true);
        }
      }),
    );
  });
});
