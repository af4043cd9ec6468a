import { expect } from 'chai';
import { cutTo, wellFormed } from '../../../src/domain/text/cut.js';

const face = '\u{1f393}';

describe('a text that is too long', () => {
  it('is cut, and left as it is when it is not', () => {
    expect(cutTo(3, 'abcd')).to.equal('abc');
    expect(cutTo(3, 'abc')).to.equal('abc');
    expect(cutTo(3, '')).to.equal('');
    expect(cutTo(3, `ab${face.charAt(0)}`)).to.equal(`ab${face.charAt(0)}`);
  });

  it('is cut before a character that would be halved', () => {
    expect(cutTo(3, `ab${face}`)).to.equal('ab');
    expect(cutTo(4, `ab${face}`)).to.equal(`ab${face}`);
    expect(cutTo(1, face)).to.equal('');
  });
});

describe('a text with half of a character', () => {
  it('is what a database makes of it', () => {
    for (const text of ['a\ud83d', '\udf93a', '\udf93\ud83d', `a${face}b`])
      expect(wellFormed(text)).to.equal(Buffer.from(text).toString());
  });
});
