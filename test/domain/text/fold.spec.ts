import { expect } from 'chai';
import fc from 'fast-check';
import {
  askedWords,
  fold,
  nameKey,
  searchTerms,
  searchText,
  sortKey,
  sortKeyLength,
} from '../../../src/domain/text/fold.js';

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
    ['for\u00adma\u200btion\ufeff', 'formation'],
    ['a\u2800b', 'a b'],
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

  const written = ['"Aspects culturels"', "L'atelier", 'Sainte-Anne', 'Formation', 'Été 2026'];
  const asked: readonly [string, string][] = [
    ...[
      '“Aspects culturels”',
      '« Aspects culturels »',
      '„aspects culturels‟',
      '‹aspects› culturels',
      '‘aspects culturels’',
    ].map((query): [string, string] => [query, '"Aspects culturels"']),
    ...['l‘atelier', 'l’atelier', 'l`atelier', 'l´atelier', 'l′atelier', 'lʼatelier', 'l‛atelier'].map(
      (query): [string, string] => [query, "L'atelier"],
    ),
    ...['Sainte‑Anne', 'sainte–anne', 'sainte−anne', 'SAINTE ANNE', 'sainte — anne', 'Sainte\u202fAnne'].map(
      (query): [string, string] => [query, 'Sainte-Anne'],
    ),
    ['for\u00adma\u200btion', 'Formation'],
    ['\u202aformation\u202c', 'Formation'],
    ['été\u00a02026', 'Été 2026'],
  ];
  for (const [query, found] of asked) {
    it(`find ${JSON.stringify(found)} by ${JSON.stringify(query)}, and the other way round`, () => {
      const finds = (words: string, text: string) =>
        searchTerms(words).every((term) => searchText([text]).includes(term));

      expect(written.filter((text) => finds(query, text))).to.deep.equal([found]);
      expect(finds(found, query)).to.equal(true);
    });
  }

  it('ask for signs where there is no word, and for nothing where there is nothing to see', () => {
    expect(searchTerms('-- ’')).to.deep.equal(['--', "'"]);
    expect(searchTerms('« »')).to.deep.equal(['«', '»']);
    for (const query of ['', ' ', '\u200b', '\u3164 \u00ad', '\u0301'])
      expect(searchTerms(query), query).to.deep.equal([]);
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

describe('nameKey', () => {
  it('is the same whatever the case and accents, and tells dashes, quotes and unseen signs apart', () => {
    expect(nameKey('ATELIER D’ÉTÉ')).to.equal(nameKey("Atelier d'été"));
    expect(new Set(['a-b', 'a b', 'ab', 'a\u00adb', '"ab"'].map(nameKey))).to.have.lengthOf(5);
    expect(nameKey('ﷺ'.repeat(255))).to.have.lengthOf(255);
  });
});

describe('askedWords', () => {
  it('are what was typed, without quotation marks and what nobody sees', () => {
    expect(askedWords('“Zoé O’Brien”')).to.equal('Zoé O’Brien');
    expect(askedWords('« Jean-\u200bLuc »')).to.equal('Jean-Luc');
    expect(askedWords('« »')).to.equal('« »');
    expect(askedWords('\u3164\u0301')).to.equal('');
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
