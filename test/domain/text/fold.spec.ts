import { expect } from 'chai';
import fc from 'fast-check';
import { fold, searchTerms, searchText, sortKey, sortKeyLength } from '../../../src/domain/text/fold.js';

const texts = fc.string({ unit: 'grapheme' });

describe('fold', () => {
  const folded: readonly [string, string][] = [
    ["Œuvre d'ÉTÉ", "oeuvre d'ete"],
    ['oeuvre d’été', "oeuvre d'ete"],
    ['Straße', 'strasse'],
    ['Ærø', 'aero'],
    ['Łódź', 'lodz'],
    ['Đorđe', 'dorde'],
    ['İstanbul ısı', 'istanbul isi'],
    ['ＦＵＬＬ　ｗｉｄｔｈ', 'full width'],
    ['  a \t\n b\u00a0c ', 'a b c'],
    ['e\u0301', 'e'],
    ['ﬁn', 'fin'],
    ['Ελλάδα', 'ελλαδα'],
    ['ЙОД', 'иод'],
    ['日本', '日本'],
    ['😀', '😀'],
    ['', ''],
  ];
  for (const [text, expected] of folded) {
    it(`folds ${JSON.stringify(text)} to ${JSON.stringify(expected)}`, () => {
      expect(fold(text)).to.equal(expected);
    });
  }

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('searchTerms and searchText', () => {
  it('find what was typed within what was written', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), texts, (before, typed) => {
        const written = searchText([...before, typed]);

        expect(searchTerms(typed).every((term) => written.includes(term))).to.equal(true);
      }),
    );
  });

  it('take each word once, and none of nothing', () => {
    expect(searchTerms(' Été  ete\u00a0ÉTÉ x ')).to.deep.equal(['ete', 'x']);
    expect(searchTerms(' \n ')).to.deep.equal([]);
  });

  it('never match across two fields', () => {
    expect(searchText(['Salle', '', 'Été'])).to.equal('salle\nete');
    expect(searchTerms('salle\nete')).to.deep.equal(['salle', 'ete']);
  });
});

describe('sortKey', () => {
  it('sorts numbers by value, wherever they stand', () => {
    const sorted = ['1', '2', '10', 'a 2 b 3', 'a 2 b 12', 'a 10 b 1', 'a 100000000'];

    expect(
      [...sorted].reverse().sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1)),
    ).to.deep.equal(sorted);
  });

  it('has at most the length that an index takes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 150, maxLength: 255, unit: 'grapheme' }), (text) => {
        expect(sortKey(text).length).to.be.at.most(sortKeyLength);
      }),
    );
    expect(sortKey('1 '.repeat(127))).to.have.length(sortKeyLength);
  });
});
