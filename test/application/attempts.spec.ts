import { expect } from 'chai';
import { mostAttempts, pauseAfter } from '../../src/application/attempts.js';

const hour = 3_600;
const day = 24 * hour;

describe('Attempts at telling somebody something', () => {
  it('come two seconds after the first, then after twice as long each, and after an hour at most', () => {
    const pauses = [1, 2, 3, 10, 11, 12, 13, mostAttempts].map(pauseAfter);

    expect(pauses).to.deep.equal([2, 4, 8, 1_024, 2_048, hour, hour, hour]);
  });

  it('go on for about a day', () => {
    let all = 0;
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) all += pauseAfter(attempt);

    expect(all).to.be.within(0.8 * day, 1.2 * day);
  });
});
