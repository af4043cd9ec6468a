import { expect } from 'chai';
import { restorableSince, restorableUntil } from '../../../src/domain/deletion/retention.js';
import type { Instant } from '../../../src/domain/time/schedule.js';

describe('The retention of what was deleted', () => {
  const now = '2026-03-01T12:00:00Z' as Instant;

  it('goes back, and on, by days of 24 hours, over ends of months and years', () => {
    expect(restorableSince(now, 30)).to.equal('2026-01-30T12:00:00Z');
    expect(restorableUntil(now, 30)).to.equal('2026-03-31T12:00:00Z');
    expect(restorableUntil('2026-12-31T23:59:59Z' as Instant, 1)).to.equal('2027-01-01T23:59:59Z');
  });

  it('is nothing after no days', () => {
    expect([restorableSince(now, 0), restorableUntil(now, 0)]).to.deep.equal([now, now]);
  });
});
