import { expect } from 'chai';
import fc from 'fast-check';
import {
  assertInOrder,
  closedOn,
  type DayRange,
  lengthInDays,
  mergedRanges,
  shiftDay,
} from '../../../src/domain/closed-day/closed-days.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { CalendarDate } from '../../../src/domain/time/wall-time.js';

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
    expect(() => assertInOrder({ startsOn: first, endsOn: shiftDay(first, -1) }))
      .to.throw(Refusal)
      .that.deep.includes({
        code: 'validation',
        issues: [{ field: ['endsOn'], code: 'end-before-start' }],
      });
    expect(() => assertInOrder({ startsOn: first, endsOn: first })).not.to.throw();
  });

  it('hold their first and their last day, and no day beside them', () => {
    const holiday = { name: 'Congé', startsOn: first, endsOn: shiftDay(first, 2) };
    const later = { ...holiday, name: 'Plus tard', endsOn: shiftDay(first, 9) };
    const on = (days: number) => closedOn(shiftDay(first, days), [holiday, later])?.name;

    expect([-1, 0, 2, 3, 9, 10].map(on)).to.deep.equal([
      undefined,
      'Congé',
      'Congé',
      'Plus tard',
      'Plus tard',
      undefined,
    ]);
  });

  it('are one stretch when they touch, overlap, or are the one in the other, in any order', () => {
    const range = (from: number, to: number) => ({
      startsOn: shiftDay(first, from),
      endsOn: shiftDay(first, to),
    });

    expect(mergedRanges([range(3, 4), range(0, 2)])).to.deep.equal([range(0, 4)]);
    expect(mergedRanges([range(4, 5), range(0, 2)])).to.deep.equal([range(0, 2), range(4, 5)]);
    expect(mergedRanges([range(0, 9), range(2, 3), range(5, 12)])).to.deep.equal([range(0, 12)]);
    expect(mergedRanges([range(0, 1), range(0, 7), range(0, 7)])).to.deep.equal([range(0, 7)]);
    expect(mergedRanges([])).to.deep.equal([]);
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
