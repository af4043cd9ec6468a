import { expect } from 'chai';
import { lastDay } from '../../../src/domain/repetition/rule.js';
import { Refusal } from '../../../src/domain/refusal.js';
import type { CalendarDate } from '../../../src/domain/time/wall-time.js';

const day = (text: string) => text as CalendarDate;

describe('lastDay', () => {
  const weeks: readonly [from: string, weeks: number | undefined, last: string][] = [
    ['2026-01-05', 1, '2026-01-12'],
    ['2026-01-05', 0, '2026-01-05'],
    ['2026-01-05', undefined, '2026-01-05'],
    ['2026-12-28', 1, '2027-01-04'],
    ['2028-02-22', 1, '2028-02-29'],
    ['2027-02-22', 1, '2027-03-01'],
    ['2026-03-23', 1, '2026-03-30'],
    ['2026-01-05', 1_040, '2045-12-11'],
  ];
  for (const [from, count, last] of weeks) {
    it(`is ${last}, ${count ?? 'no'} weeks after ${from}`, () => {
      expect(lastDay({ weeks: count }, day(from))).to.equal(last);
    });
  }

  it('is the day itself that a rule names, from that of the source to 1,040 weeks later', () => {
    for (const until of ['2026-01-05', '2026-01-06', '2045-12-11']) {
      expect(lastDay({ until: day(until) }, day('2026-01-05'))).to.equal(until);
    }
  });

  const refused: readonly [until: string, issue: object][] = [
    ['2026-01-04', { code: 'until-before-start' }],
    ['2025-12-31', { code: 'until-before-start' }],
    ['2045-12-12', { code: 'too-far', params: { weeks: 1_040 } }],
    ['2999-12-31', { code: 'too-far', params: { weeks: 1_040 } }],
  ];
  for (const [until, issue] of refused) {
    it(`refuses ${until} for a séance of 2026-01-05`, () => {
      expect(() => lastDay({ until: day(until) }, day('2026-01-05')))
        .to.throw(Refusal)
        .that.deep.includes({ code: 'validation', issues: [{ field: ['until'], ...issue }] });
    });
  }
});
