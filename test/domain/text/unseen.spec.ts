import { expect } from 'chai';
import fc from 'fast-check';
import { showsNothing, withoutUnseen } from '../../../src/domain/text/unseen.js';

const invisible = [
  ...[
    '\u200b',
    '\u2060',
    '\u00ad',
    '\u200e',
    '\u202e',
    '\u3164',
    '\u2800',
    '\u034f',
    '\u180e',
    '\u115f',
    '\u1160',
  ],
  ...[
    '\uffa0',
    '\u{e0020}',
    '\u{e0001}',
    '\ufe0f',
    '\u{e0100}',
    '\u200d',
    '\ufeff',
    '\ufff9',
    '\u061c',
    '\u{1d159}',
  ],
  ...[
    '\u0000',
    '\u0085',
    '\u2028',
    '\u2029',
    '\u00a0',
    '\u2009',
    '\u3000',
    '\t',
    '\n',
    ' ',
    '\u0301',
    '\u{13430}',
  ],
];

describe('showsNothing', () => {
  it('is true of nothing, and of signs that nobody sees, whatever their number and order', () => {
    expect(showsNothing('')).to.equal(true);
    for (const sign of invisible) {
      expect(showsNothing(sign), sign.codePointAt(0)?.toString(16)).to.equal(true);
    }
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...invisible)), (signs) => {
        expect(showsNothing(signs.join(''))).to.equal(true);
      }),
    );
  });

  it('is false as soon as there is something to see', () => {
    for (const name of ['.', '👩‍👩‍👧‍👦', '❤️', '1️⃣', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'עִ', 'مُ', 'e\u0301', '日', '\u202ertl', '\u0600', '-']) {
      expect(showsNothing(name), name).to.equal(false);
      for (const sign of invisible) expect(showsNothing(sign + name + sign), name).to.equal(false);
    }
  });
});

describe('withoutUnseen', () => {
  it('joins the halves of a word, and keeps blanks of any kind as such', () => {
    expect(withoutUnseen('for\u00adma\u200btion\ufeff')).to.equal('formation');
    expect(withoutUnseen('a\u2800b\u0085c\td\u00a0e\n')).to.equal('a b c\td\u00a0e\n');
  });
});
