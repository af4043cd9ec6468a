import { expect } from 'chai';
import { Refusal } from '../../src/domain/refusal.js';
import { assertVersion } from '../../src/domain/version.js';

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
