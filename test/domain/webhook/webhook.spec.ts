import { expect } from 'chai';
import { shiftInstant } from '../../../src/domain/time/schedule.js';
import { pauseAfter, rotated, secretsOf } from '../../../src/domain/webhook/webhook.js';
import { noon } from '../../support/seance-records.js';
import { webhook } from '../../support/webhooks.js';

const hour = 3_600;
const day = 24 * hour;

/** How long every pause is, until there is none any more. */
function pauses(random: number): readonly number[] {
  const found: number[] = [];
  for (;;) {
    const pause = pauseAfter(found.length + 1, random);
    if (pause === undefined) return found;
    found.push(pause);
  }
}

describe('The attempts at one message', () => {
  it('are nine, over about 27 hours', () => {
    const usual = pauses(0.5);

    expect(usual).to.deep.equal([5, 60, 300, 1_800, 2 * hour, 4 * hour, 8 * hour, 12 * hour]);
  });

  it('come a tenth sooner or later', () => {
    expect([pauseAfter(2, 0), pauseAfter(2, 1)]).to.deep.equal([54, 66]);
    expect([pauseAfter(8, 0), pauseAfter(8, 1)]).to.deep.equal([10.8 * hour, 13.2 * hour]);
  });
});

describe('A rotation of secrets', () => {
  const before = webhook({ secret: 'first' });
  const once = rotated(before, 'second', noon);

  it('has the secret before sign too, for a day', () => {
    expect(secretsOf(before, noon)).to.deep.equal(['first']);
    expect(secretsOf(once, shiftInstant(noon, day - 1))).to.deep.equal(['second', 'first']);
    expect(secretsOf(once, shiftInstant(noon, day))).to.deep.equal(['second']);
  });

  it('ends the oldest secret at once when there is another one', () => {
    const now = shiftInstant(noon, hour);
    const twice = rotated(once, 'third', now);

    expect(secretsOf(twice, now)).to.deep.equal(['third', 'second']);
    expect(secretsOf(twice, shiftInstant(noon, day))).to.deep.equal(['third', 'second']);
  });
});
