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

  it('is an error with its code as its message, and no issues, unless it is told more', () => {
    const plain = new Refusal('stale');
    const issues = [{ field: ['end'], code: 'end-before-start' }] as const;
    const detailed = new Refusal('validation', issues, 'the end was 2026-12-01');

    expect(plain).to.be.instanceOf(Error);
    expect([plain.name, plain.message, plain.issues]).to.deep.equal(['Refusal', 'stale', []]);
    expect([detailed.message, detailed.issues]).to.deep.equal(['the end was 2026-12-01', issues]);
  });

  it('of one field has its values when there are any', () => {
    const issuesOf = ({ code, issues }: Refusal) => [code, issues];

    expect(issuesOf(Refusal.field('end', 'end-before-start'))).to.deep.equal([
      'validation',
      [{ field: ['end'], code: 'end-before-start' }],
    ]);
    expect(issuesOf(Refusal.field('name', 'too-long', { limit: 255 }))).to.deep.equal([
      'validation',
      [{ field: ['name'], code: 'too-long', params: { limit: 255 } }],
    ]);
  });
});
