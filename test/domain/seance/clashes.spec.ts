import { expect } from 'chai';
import fc from 'fast-check';
import { overlapping, type Occupation } from '../../../src/domain/seance/clashes.js';
import { type Instant, instantFromEpoch } from '../../../src/domain/time/schedule.js';

interface Period {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** Hours of some days, so that many periods overlap, contain each other, touch or are equal. */
const period: fc.Arbitrary<Period> = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }))
  .map(([from, hours]) => ({ startsAt: hour(from), endsAt: hour(from + hours) }));

const occupations: fc.Arbitrary<readonly Occupation[]> = fc
  .array(period, { maxLength: 30 })
  .map((periods) => periods.map((one, index) => ({ ...one, ...taken(`s${index}`) })));

describe('overlapping', () => {
  it('finds what a comparison of each with each finds, for any periods in any order', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 30 }), occupations, (schedules, busy) => {
        const found = overlapping(schedules, busy);

        expect(found).to.have.length(schedules.length);
        schedules.forEach((one, index) => {
          const naive = busy.filter((other) => other.startsAt < one.endsAt && one.startsAt < other.endsAt);
          expect(found[index]).to.have.deep.members(naive);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not call touching ends a clash', () => {
    const busy = [{ startsAt: hour(10), endsAt: hour(12), ...taken('s') }];
    const before = { startsAt: hour(8), endsAt: hour(10) };
    const after = { startsAt: hour(12), endsAt: hour(13) };

    expect(overlapping([before, after], busy)).to.deep.equal([[], []]);
  });

  it('finds nothing in nothing', () => {
    expect(overlapping([], [{ startsAt: hour(1), endsAt: hour(2), ...taken('s') }])).to.deep.equal([]);
    expect(overlapping([{ startsAt: hour(1), endsAt: hour(2) }], [])).to.deep.equal([[]]);
  });
});

function hour(number: number): Instant {
  return instantFromEpoch(Date.UTC(2026, 0, 1) + number * 3_600_000);
}

function taken(id: string): Pick<Occupation, 'kind' | 'resourceId' | 'seance'> {
  return { kind: 'trainer', resourceId: 'trainer1', seance: { id, name: id } };
}
