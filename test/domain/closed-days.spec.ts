import { expect } from 'chai';
import fc from 'fast-check';
import {
  assertInOrder,
  closedOn,
  type DayRange,
  lengthInDays,
  mergedRanges,
  shiftDay,
} from '../../src/domain/repetition/closed-days.js';
import type { CalendarDate } from '../../src/domain/time/wall-time.js';

const first = '2024-02-26' as CalendarDate;
const ranges = fc.array(
  fc.tuple(fc.nat(60), fc.nat(10)).map(([from, length]): DayRange => ({
    startsOn: shiftDay(first, from),
    endsOn: shiftDay(first, from + length),
  })),
  { maxLength: 12 },
);

describe('closed days', () => {
  it('move by days over the ends of months and years, both ways', () => {
    expect(shiftDay(first, 3)).to.equal('2024-02-29');
    expect(shiftDay('2026-12-31' as CalendarDate, 1)).to.equal('2027-01-01');
    expect(shiftDay('2027-01-01' as CalendarDate, -1)).to.equal('2026-12-31');
  });

  it('count both of their ends', () => {
    expect(lengthInDays({ startsOn: first, endsOn: first })).to.equal(1);
    expect(lengthInDays({ startsOn: first, endsOn: '2024-03-01' as CalendarDate })).to.equal(5);
  });

  it('are refused when the last is before the first', () => {
    expect(() => assertInOrder({ startsOn: first, endsOn: shiftDay(first, -1) })).to.throw();
    expect(() => assertInOrder({ startsOn: first, endsOn: first })).not.to.throw();
  });

  it('cover the same days once they are merged, in order, and none touches the next', () => {
    fc.assert(
      fc.property(ranges, (given) => {
        const merged = mergedRanges(given);
        const named = (all: readonly DayRange[]) => all.map((range) => ({ ...range, name: '' }));
        for (let day = 0; day < 80; day += 1) {
          const date = shiftDay(first, day);
          expect(closedOn(date, named(merged)) !== undefined).to.equal(
            closedOn(date, named(given)) !== undefined,
          );
        }
        merged.slice(1).forEach(({ startsOn }, index) => {
          expect(startsOn > shiftDay(merged[index]!.endsOn, 1)).to.equal(true);
        });
      }),
      { seed: 20261125 },
    );
  });
});
