import { expect } from 'chai';
import { drawnParts, wrappedLines } from '../../../src/adapters/sheet/wrapped-text.js';

/** Each letter is a point wide, and so is each accent. */
const letters = (text: string) => text.length;
const wrapped = (text: string, width: number) => wrappedLines(text, width, letters);

describe('A text in lines', () => {
  it('is parted at blanks, and each line is as full as it can be', () => {
    expect(wrapped('one two three four', 9)).to.deep.equal(['one two', 'three', 'four']);
    expect(wrapped('one two', 7)).to.deep.equal(['one two']);
    expect(wrapped('  one \n two  ', 20)).to.deep.equal(['one two']);
  });

  it('is parted after the hyphens of names, and not within numbers', () => {
    expect(wrapped('Jean-Baptiste', 8)).to.deep.equal(['Jean-', 'Baptiste']);
    expect(wrapped('in 2026-2027', 9)).to.deep.equal(['in', '2026-2027']);
  });

  it('is not parted at no-break spaces', () => {
    expect(wrapped('a\u00a0b c\u202fd', 4)).to.deep.equal(['a\u00a0b', 'c\u202fd']);
  });

  it('is parted within a word that is too wide alone, between letters as people read them', () => {
    expect(wrapped('ab cdefghi', 4)).to.deep.equal(['ab', 'cdef', 'ghi']);
    expect(wrapped('e\u0301e\u0301e\u0301', 3)).to.deep.equal(['e\u0301', 'e\u0301', 'e\u0301']);
    expect(wrapped('abc', 0.5)).to.deep.equal(['a', 'b', 'c']);
  });

  it('has no signs that nobody sees, and no line for nothing', () => {
    expect(wrapped('a\u2068b\u2069c\u00ad\u200f', 9)).to.deep.equal(['abc']);
    expect(wrapped(' ', 9)).to.deep.equal([]);
    expect(wrapped('', 9)).to.deep.equal([]);
  });
});

describe('A line', () => {
  it('is drawn as a whole when it is written from the left', () => {
    expect(drawnParts('Amel Benali, 9 h')).to.deep.equal(['Amel Benali, 9 h']);
  });

  it('is drawn with the words of another direction in their own order', () => {
    expect(drawnParts('par משה כהן le 3')).to.deep.equal(['par', 'כהן', 'משה', 'le', '3']);
  });

  it('is drawn from the right when it begins so, with what is written from the left in its order', () => {
    expect(drawnParts('محمد علي')).to.deep.equal(['علي', 'محمد']);
    expect(drawnParts('משה Jean Paul')).to.deep.equal(['Jean', 'Paul', 'משה']);
  });
});
