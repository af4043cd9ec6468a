import { expect } from 'chai';
import fc from 'fast-check';
import {
  creditedMinutes,
  hasAttended,
  isSameMark,
  type Mark,
  marks,
  markValue,
} from '../../../src/domain/attendance/mark.js';
import { Refusal } from '../../../src/domain/refusal.js';

/** What is wrong with a mark of a half-day of 60 minutes. */
function wrong(mark: Mark, minutes?: number): string | undefined {
  try {
    markValue({ mark, minutes }, 60);
    return undefined;
  } catch (error) {
    return Refusal.is(error) ? error.issues[0]?.code : String(error);
  }
}

describe('A mark', () => {
  it('has minutes when somebody was late or left early, of which some are left, and else none', () => {
    for (const mark of ['late', 'left-early'] as const)
      expect([undefined, 1, 59, 60].map((minutes) => wrong(mark, minutes))).to.deep.equal([
        'required',
        undefined,
        undefined,
        'too-large',
      ]);
    for (const mark of ['present', 'excused', 'absent', 'remote'] as const)
      expect([undefined, 1].map((minutes) => wrong(mark, minutes))).to.deep.equal([undefined, 'not-allowed']);
  });

  it('credits what somebody was there for, and never more than the half-day or less than nothing', () => {
    expect(creditedMinutes({ mark: 'late', minutes: 15 }, 240)).to.equal(225);
    expect(creditedMinutes({ mark: 'remote', minutes: null }, 240)).to.equal(240);
    expect(creditedMinutes({ mark: 'excused', minutes: null }, 240)).to.equal(0);
    fc.assert(
      fc.property(
        fc.constantFrom(...marks),
        fc.option(fc.nat(1_000)),
        fc.nat(1_000),
        (mark, minutes, whole) => {
          const credited = creditedMinutes({ mark, minutes }, whole);
          expect(credited).to.be.within(0, whole);
          if (!hasAttended({ mark })) expect(credited).to.equal(0);
        },
      ),
    );
  });

  it('is the same when all of it is', () => {
    const one = markValue({ mark: 'late', minutes: 5, note: ' Train ' }, 60);
    expect(one).to.deep.equal({ mark: 'late', minutes: 5, note: 'Train' });
    expect(isSameMark(one, { ...one })).to.equal(true);
    for (const change of [{ mark: 'left-early' as const }, { minutes: 6 }, { note: '' }])
      expect(isSameMark(one, { ...one, ...change })).to.equal(false);
  });
});
