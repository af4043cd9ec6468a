import { expect } from 'chai';
import fc from 'fast-check';
import type { AttendanceEntry } from '../../../src/domain/attendance/entry.js';
import {
  counts,
  noHours,
  quarterOf,
  type QuarterlyHours,
  shareOf,
  withHalfDay,
} from '../../../src/domain/attendance/hours.js';
import { type Mark, marks } from '../../../src/domain/attendance/mark.js';
import type { Instant } from '../../../src/domain/time/schedule.js';
import type { CalendarDate, WallTime } from '../../../src/domain/time/wall-time.js';

interface Said {
  readonly start: WallTime;
  readonly minutes: number;
  readonly mark: Mark | null;
  readonly lost: number;
}

function marked(mark: Mark | null, minutes: number | null = null) {
  return { current: mark === null ? null : ({ mark, minutes } as AttendanceEntry) };
}

function hoursOf(said: readonly Said[]): QuarterlyHours {
  return said.reduce(
    (sum, { start, minutes, mark, lost }) =>
      withHalfDay(
        sum,
        { start, minutes },
        marked(mark, mark === 'late' || mark === 'left-early' ? lost : null),
      ),
    noHours,
  );
}

const said = fc.record({
  start: fc
    .date({
      min: new Date('2025-01-01T00:00Z'),
      max: new Date('2027-12-31T00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 16) as WallTime),
  minutes: fc.integer({ min: 30, max: 600 }),
  mark: fc.constantFrom(null, ...marks),
  lost: fc.integer({ min: 1, max: 29 }),
});

describe('The hours of somebody', () => {
  it('are in the quarter of the day', () => {
    const quarters = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30', '2026-12-31'];
    expect(quarters.map((day) => quarterOf(day as CalendarDate))).to.deep.equal([
      ...['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
    ]);
  });

  it('leave out what they were late, and count nothing of who was excused, absent or not marked', () => {
    const start = '2026-12-01T09:00' as WallTime;
    const whole = { start, minutes: 180, lost: 20 };
    const credits = [...marks, null].map((mark) => hoursOf([{ ...whole, mark }]).minutes);
    expect(credits).to.deep.equal([180, 160, 160, 0, 0, 180, 0]);
    expect(hoursOf([{ ...whole, mark: 'late' }])).to.deep.equal({
      ...{ minutes: 160, halfDays: 1, attended: 1 },
      quarters: [{ quarter: '2026-Q4', minutes: 160, halfDays: 1, attended: 1 }],
    });
  });

  it('are the sum of their quarters, which are in order, each once', () => {
    fc.assert(
      fc.property(fc.array(said), (some) => {
        const { quarters, ...whole } = hoursOf(some);
        const sum = (of: 'minutes' | 'halfDays' | 'attended') =>
          quarters.reduce((total, quarter) => total + quarter[of], 0);
        expect(whole).to.deep.equal({
          minutes: sum('minutes'),
          halfDays: sum('halfDays'),
          attended: sum('attended'),
        });
        const names = quarters.map(({ quarter }) => quarter);
        expect(names).to.deep.equal([...new Set(names)].sort());
        expect(whole.halfDays).to.equal(some.length);
        expect(whole.attended).to.be.at.most(whole.halfDays);
      }),
    );
  });

  it('are the same in whichever order half-days are counted', () => {
    fc.assert(
      fc.property(fc.array(said), (some) => {
        expect(hoursOf(some.toReversed())).to.deep.equal(hoursOf(some));
      }),
    );
  });

  it('count half-days from their start on, and those in which they are marked already', () => {
    const startsAt = '2026-12-01T08:00:00Z' as Instant;
    const before = '2026-12-01T07:59:59Z' as Instant;
    expect(counts({ startsAt }, marked(null), before)).to.equal(false);
    expect(counts({ startsAt }, marked('present'), before)).to.equal(true);
    expect(counts({ startsAt }, marked(null), startsAt)).to.equal(true);
  });

  it('say at which share of half-days somebody was, as long as there are some', () => {
    expect(shareOf(noHours)).to.equal(null);
    expect(shareOf({ minutes: 60, halfDays: 4, attended: 3 })).to.equal(0.75);
  });
});
