import { expect } from 'chai';
import { isolated, isolatedValues } from '../../src/locales/isolated.js';

describe('What somebody wrote, in a sentence', () => {
  for (const [kind, name] of [
    ['in Hebrew', 'סדנה'],
    ['in Arabic', 'ورشة ٣'],
    ['in Arabic letters of a presentation', '\ufe8d'],
    ['in Adlam', '\u{1e900}'],
    ['with a mark that turns what follows', 'Atelier \u202eA'],
    ['with a mark that says "right to left"', 'Atelier\u200f'],
  ] as const)
    it(`is kept apart ${kind}`, () => {
      expect(isolated(name)).to.equal(`\u2068${name}\u2069`);
    });

  it('is left as it is when it can turn nothing', () => {
    for (const name of ['Atelier [3]', 'Ω – Ж 漢字 ‘é’', '', '09:00']) expect(isolated(name)).to.equal(name);
  });

  it('ends what it began, and nothing else', () => {
    expect(isolated('a\u2067b')).to.equal('\u2068a\u2067b\u2069\u2069');
    expect(isolated('a\u2069\u202eb')).to.equal('\u2068a\u202eb\u2069');
    expect(isolated('\u2066a\u2069b\u2069')).to.equal('\u2068\u2066a\u2069b\u2069');
  });

  it('is the same when it is put into a sentence that is put into another', () => {
    const inner = isolated('סדנה');
    expect(isolated(`« ${inner} »`)).to.equal(`\u2068« ${inner} »\u2069`);
  });

  it('stands among numbers, which are left alone', () => {
    expect(isolatedValues({ name: 'סדנה', count: 3 })).to.deep.equal({ name: '\u2068סדנה\u2069', count: 3 });
  });
});
