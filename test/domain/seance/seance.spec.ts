import { expect } from 'chai';
import { Refusal } from '../../../src/domain/refusal.js';
import {
  assertGroupAllowed,
  assertVersion,
  byStart,
  type Seance,
  stateAt,
} from '../../../src/domain/seance/seance.js';
import { enrolmentModes } from '../../../src/domain/seance/seance-content.js';
import type { Instant } from '../../../src/domain/time/schedule.js';

describe('stateAt', () => {
  const seance = { startsAt: '2026-12-01T09:00:00Z' as Instant, endsAt: '2026-12-01T10:00:00Z' as Instant };
  for (const [now, state] of [
    ['2026-12-01T08:59:59Z', 'upcoming'],
    ['2026-12-01T09:00:00Z', 'ongoing'],
    ['2026-12-01T09:59:59Z', 'ongoing'],
    ['2026-12-01T10:00:00Z', 'past'],
    ['2026-12-02T00:00:00Z', 'past'],
  ] as const) {
    it(`is ${state} at ${now}, from 9:00 to 10:00`, () => {
      expect(stateAt(seance, now as Instant)).to.equal(state);
    });
  }
});

describe('assertGroupAllowed', () => {
  it('refuses a group for an automatic séance alone', () => {
    for (const enrolmentMode of enrolmentModes) {
      const grouped = () => assertGroupAllowed({ enrolmentMode, groupId: 'g' });
      if (enrolmentMode === 'automatic')
        expect(grouped)
          .to.throw(Refusal)
          .that.deep.includes({
            code: 'validation',
            issues: [{ field: ['groupName'], code: 'group-needs-enrolment' }],
          });
      else expect(grouped).to.not.throw();
      expect(() => assertGroupAllowed({ enrolmentMode, groupId: null })).to.not.throw();
    }
  });
});

describe('assertVersion', () => {
  it('accepts any version when none is expected, and those that are', () => {
    expect(() => assertVersion({ version: 3 }, undefined)).to.not.throw();
    expect(() => assertVersion({ version: 3 }, [1, 3])).to.not.throw();
    for (const expected of [[], [1, 2]]) {
      expect(() => assertVersion({ version: 3 }, expected))
        .to.throw(Refusal)
        .with.property('code', 'stale');
    }
  });
});

describe('byStart', () => {
  it('is the order of starts, then of ids', () => {
    const [first, second, third] = [
      { startsAt: '2026-12-01T08:00:00Z', id: 'b' },
      { startsAt: '2026-12-01T09:00:00Z', id: 'a' },
      { startsAt: '2026-12-01T09:00:00Z', id: 'b' },
    ] as [Seance, Seance, Seance];

    expect([third, first, second].sort(byStart)).to.deep.equal([first, second, third]);
  });
});
