import { expect } from 'chai';
import { Refusal, refusals } from '../../src/domain/refusal.js';

describe('Refusal', () => {
  it('knows its kind by its code, and is recognised across copies of the package', () => {
    for (const [code, kind] of Object.entries(refusals))
      expect(new Refusal(code as keyof typeof refusals).kind).to.equal(kind);
    const foreign = Object.assign(new Error(), { [Symbol.for('seances.refusal')]: true });

    expect(
      [new Refusal('stale'), foreign, new Error('x'), null, 'stale', {}].map((error) => Refusal.is(error)),
    ).to.deep.equal([true, true, false, false, false, false]);
  });
});
