import { expect } from 'chai';
import { isKept, keptSince, keptUntil } from '../../../src/domain/attendance/retention.js';
import type { Instant } from '../../../src/domain/time/schedule.js';

const at = (text: string) => text as Instant;

describe('What was signed', () => {
  it('is kept for so many days from its close on, to the second', () => {
    const closedAt = at('2026-12-01T11:00:00Z');
    expect(keptUntil(closedAt, 1826)).to.equal('2031-12-01T11:00:00Z');
    expect(keptSince(at('2031-12-01T11:00:00Z'), 1826)).to.equal(closedAt);
    expect(isKept({ closedAt, isSigned: true }, keptUntil(closedAt, 1826), 1826)).to.equal(true);
    expect(isKept({ closedAt, isSigned: true }, at('2031-12-01T11:00:01Z'), 1826)).to.equal(false);
  });

  it('is what is closed, and signed', () => {
    const now = at('2026-12-01T11:00:00Z');
    expect(isKept({ closedAt: null, isSigned: false }, now, 1)).to.equal(false);
    expect(isKept({ closedAt: now, isSigned: false }, now, 1)).to.equal(false);
  });
});
