import { expect } from 'chai';
import { isOpen, secondsOpen } from '../../../src/domain/download/download.js';
import { type Instant, shiftInstant } from '../../../src/domain/time/schedule.js';

describe('A download', () => {
  it('can be fetched for a minute', () => {
    const offered = '2026-11-29T23:59:30Z' as Instant;
    const expiresAt = shiftInstant(offered, secondsOpen);
    const after = (seconds: number) => isOpen({ expiresAt }, shiftInstant(offered, seconds));

    expect([0, 59, 60, 61, 3_600].map(after)).to.deep.equal([true, true, true, false, false]);
  });
});
