import { expect } from 'chai';
import fc from 'fast-check';
import {
  type HalfDay,
  type HalfDayBreak,
  halfDaysOf,
  noonCut,
  opensAt,
} from '../../../src/domain/attendance/half-days.js';
import { hourChangeOf, schedule, shiftInstant } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import {
  type ClockTime,
  clockMinutes,
  dateOf,
  type WallTime,
  wallTimeAt,
} from '../../../src/domain/time/wall-time.js';

const zones = [
  'Europe/Brussels',
  'America/Montreal',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];
/** Days on which clocks of one of them change, and Apia had no 30 December. */
const days = [
  '2026-03-29',
  '2026-10-25',
  '2026-03-08',
  '2026-11-01',
  '2026-04-05',
  '2026-10-04',
  '2011-12-30',
  '2026-06-01',
];

function halfDays(start: string, end: string, zone = 'Europe/Brussels', cut: HalfDayBreak = noonCut) {
  return halfDaysOf(schedule(start as WallTime, end as WallTime, zone as TimeZone), cut);
}

function pause(start: string, end: string): HalfDayBreak {
  return { start: start as ClockTime, end: end as ClockTime };
}

/** Hours on the clock, and minutes. */
function shown(slots: readonly HalfDay[]): readonly string[] {
  return slots.map(({ start, end, minutes }) => `${start.slice(11)}-${end.slice(11)} ${minutes}`);
}

const clockTimes = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map(
    (minutes) => wallTimeAt(minutes + clockMinutes('2026-01-01T00:00' as WallTime)).slice(11) as ClockTime,
  );
const cuts = fc
  .tuple(clockTimes, clockTimes)
  .map(([one, other]): HalfDayBreak =>
    one <= other ? { start: one, end: other } : { start: other, end: one },
  );
/** Séances of up to a week around clock changes, that take some time. */
const schedules = fc
  .record({
    zone: fc.constantFrom(...zones),
    day: fc.constantFrom(...days),
    from: fc.integer({ min: -2 * 1_440, max: 2 * 1_440 }),
    length: fc.oneof(fc.integer({ min: 1, max: 1_440 }), fc.integer({ min: 1, max: 7 * 1_440 })),
  })
  .map(({ zone, day, from, length }) => {
    const start = clockMinutes(`${day}T00:00` as WallTime) + from;
    return { start: wallTimeAt(start), end: wallTimeAt(start + length), zone: zone as TimeZone };
  })
  .map(({ start, end, zone }) => {
    try {
      return schedule(start, end, zone);
    } catch {
      // Clocks went back over all of it.
      return undefined;
    }
  })
  .filter((one) => one !== undefined);

describe('The half-days of a séance', () => {
  it('are cut at one o’clock when at least an hour is left on both sides', () => {
    expect(shown(halfDays('2026-06-01T09:00', '2026-06-01T17:00'))).to.deep.equal([
      '09:00-13:00 240',
      '13:00-17:00 240',
    ]);
    expect(shown(halfDays('2026-06-01T12:00', '2026-06-01T14:00'))).to.deep.equal([
      '12:00-13:00 60',
      '13:00-14:00 60',
    ]);
    expect(shown(halfDays('2026-06-01T12:01', '2026-06-01T17:00'))).to.deep.equal(['12:01-17:00 299']);
    expect(shown(halfDays('2026-06-01T09:00', '2026-06-01T13:59'))).to.deep.equal(['09:00-13:59 299']);
    expect(shown(halfDays('2026-06-01T09:00', '2026-06-01T10:00'))).to.deep.equal(['09:00-10:00 60']);
  });

  it('leave out a break', () => {
    const cut = pause('12:30', '13:30');
    expect(shown(halfDays('2026-06-01T09:00', '2026-06-01T17:00', 'Europe/Brussels', cut))).to.deep.equal([
      '09:00-12:30 210',
      '13:30-17:00 210',
    ]);
    expect(shown(halfDays('2026-06-01T09:00', '2026-06-01T14:29', 'Europe/Brussels', cut))).to.deep.equal([
      '09:00-14:29 329',
    ]);
  });

  it('of a night are one, of its true minutes when clocks change', () => {
    expect(shown(halfDays('2026-06-01T22:00', '2026-06-02T06:00'))).to.deep.equal(['22:00-06:00 480']);
    expect(shown(halfDays('2026-03-28T22:00', '2026-03-29T06:00'))).to.deep.equal(['22:00-06:00 420']);
    expect(shown(halfDays('2026-10-24T22:00', '2026-10-25T06:00'))).to.deep.equal(['22:00-06:00 540']);
    expect(shown(halfDays('2026-10-03T22:00', '2026-10-04T06:00', 'Australia/Lord_Howe'))).to.deep.equal([
      '22:00-06:00 450',
    ]);
    expect(shown(halfDays('2026-04-04T22:00', '2026-04-05T06:00', 'Australia/Lord_Howe'))).to.deep.equal([
      '22:00-06:00 510',
    ]);
  });

  it('of several days have one date each: cut at midnight too', () => {
    expect(shown(halfDays('2026-06-01T09:00', '2026-06-02T17:00'))).to.deep.equal([
      ...['09:00-13:00 240', '13:00-00:00 660'],
      ...['00:00-13:00 780', '13:00-17:00 240'],
    ]);
    const slots = halfDays('2011-12-29T09:00', '2011-12-31T17:00', 'Pacific/Apia');
    expect(slots.map(({ start }) => dateOf(start))).not.to.include('2011-12-30');
    expect(slots.reduce((sum, { minutes }) => sum + minutes, 0)).to.equal(32 * 60);
  });

  it('are numbered from 1, in order, each of a minute at least, and open a quarter of an hour before', () => {
    fc.assert(
      fc.property(schedules, cuts, (whole, cut) => {
        const slots = halfDaysOf(whole, cut);
        expect(slots.map(({ number }) => number)).to.deep.equal(slots.map((_, index) => index + 1));
        expect([slots[0]?.startsAt, slots.at(-1)?.endsAt]).to.deep.equal([whole.startsAt, whole.endsAt]);
        expect([slots[0]?.start, slots.at(-1)?.end]).to.deep.equal([whole.start, whole.end]);
        for (const [index, slot] of slots.entries()) {
          expect(slot.minutes).to.be.at.least(1);
          expect(slot.startsAt < slot.endsAt).to.equal(true);
          if (index > 0) expect((slots[index - 1]?.endsAt ?? '') <= slot.startsAt).to.equal(true);
          expect(opensAt(slot)).to.equal(shiftInstant(slot.startsAt, -15 * 60));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('last as long together as the séance does, but for what is between them', () => {
    fc.assert(
      fc.property(schedules, cuts, (whole, cut) => {
        const slots = halfDaysOf(whole, cut);
        const between = slots
          .slice(1)
          .reduce((sum, { startsAt }, index) => sum + minutesFrom(slots[index]?.endsAt, startsAt), 0);
        const sum = slots.reduce((all, { minutes }) => all + minutes, 0);
        expect(sum + between).to.equal(minutesFrom(whole.startsAt, whole.endsAt));
        if (cut.start === cut.end) expect(between).to.equal(0);
      }),
      { numRuns: 500 },
    );
  });

  it('have an hour of the clock before the first cut and after the last', () => {
    fc.assert(
      fc.property(schedules, cuts, (whole, cut) => {
        const slots = halfDaysOf(whole, cut);
        // What clocks skip comes later than it was meant, and leaves less of the hour.
        const isChanged =
          clockMinutes(whole.end) - clockMinutes(whole.start) !== minutesFrom(whole.startsAt, whole.endsAt);
        const isSkipped = [whole.start, whole.end].some(
          (time) => hourChangeOf(time, whole.timeZone) === 'skipped',
        );
        if (slots.length === 1 || isChanged || isSkipped) return;
        const [first, last] = [slots[0], slots.at(-1)] as [HalfDay, HalfDay];
        expect(clockMinutes(first.end) - clockMinutes(first.start)).to.be.at.least(60);
        expect(clockMinutes(last.end) - clockMinutes(last.start)).to.be.at.least(60);
      }),
      { numRuns: 300 },
    );
  });
});

function minutesFrom(one: string | undefined, other: string): number {
  return (Date.parse(other) - Date.parse(one ?? '')) / 60_000;
}
