import { expect } from 'chai';
import fc from 'fast-check';
import { longestSignature, parseSignature, signatureBox } from '../../../src/domain/attendance/signature.js';

const points = fc.tuple(fc.nat(signatureBox.width), fc.nat(signatureBox.height)).map(([x, y]) => `${x} ${y}`);
const strokes = fc.array(points, { minLength: 1, maxLength: 20 });
const written = (all: readonly (readonly string[])[]) => all.map((stroke) => `M${stroke.join('L')}`).join('');

describe('A signature', () => {
  it('is any drawing in its box in which something is drawn', () => {
    fc.assert(
      fc.property(fc.array(strokes, { minLength: 1, maxLength: 10 }), (all) => {
        const isDrawn = all.some((stroke) => new Set(stroke).size > 1);
        expect(parseSignature(written(all))).to.equal(isDrawn ? written(all) : undefined);
      }),
    );
  });

  it('is none without a stroke, outside of its box, in other commands, or too long', () => {
    for (const none of [
      '',
      'M1 1',
      'M1 1L1 1',
      'M1 1M2 2',
      'M601 1L1 1',
      'M1 1L1 201',
      'L1 1M2 2',
      'M1 1L2 2Z',
    ])
      expect(parseSignature(none), none).to.equal(undefined);
    for (const none of [
      'M1,1L2,2',
      'M 1 1L2 2',
      'M1 1L2 2 ',
      'M1 1L2.5 2',
      'M-1 1L2 2',
      'M1 1L1000 2',
      'M1 1\nL2 2',
    ])
      expect(parseSignature(none), none).to.equal(undefined);
    const longest = `M1 1${'L1 2'.repeat((longestSignature - 4) / 4)}`;
    expect([parseSignature(longest), parseSignature(`${longest}L3 3`)]).to.deep.equal([longest, undefined]);
  });

  it('is read at once, whatever was sent', () => {
    const hostile = `${'M1 1'.repeat(longestSignature / 4 - 1)}M1`;
    expect(parseSignature(hostile)).to.equal(undefined);
    fc.assert(fc.property(fc.string(), (text) => void parseSignature(text)));
  });
});
