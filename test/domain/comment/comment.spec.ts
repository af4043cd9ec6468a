import { expect } from 'chai';
import fc from 'fast-check';
import { changed, type Comment, excerptOf } from '../../../src/domain/comment/comment.js';

describe('A comment that is changed', () => {
  it('is another version of it, with the change and all the rest', () => {
    const comment = { id: 'c', content: '<p>À 9 h.</p>', editedAt: null, version: 7 } as Comment;

    expect(changed(comment, { content: '<p>À 10 h.</p>' })).to.deep.equal({
      ...comment,
      content: '<p>À 10 h.</p>',
      version: 8,
    });
  });
});

describe('excerptOf', () => {
  const cases: readonly [title: string, text: string, excerpt: string][] = [
    ['keeps an empty text', '', ''],
    ['keeps 199 characters', 'a'.repeat(199), 'a'.repeat(199)],
    ['keeps 200 characters', 'a'.repeat(200), 'a'.repeat(200)],
    ['cuts 201 to 199 and an ellipsis', 'a'.repeat(201), `${'a'.repeat(199)}…`],
    ['cuts a long text to 199 and an ellipsis', 'ab'.repeat(5_000), `${'ab'.repeat(99)}a…`],
    ['counts a character of two units once', '𝄞'.repeat(200), '𝄞'.repeat(200)],
    ['never cuts a character of two units in half', '𝄞'.repeat(201), `${'𝄞'.repeat(199)}…`],
    ['cuts between characters of one and two units', `a${'𝄞'.repeat(300)}`, `a${'𝄞'.repeat(198)}…`],
  ];
  for (const [title, text, excerpt] of cases) {
    it(title, () => {
      expect(excerptOf(text)).to.equal(excerpt);
    });
  }

  it('is the text itself up to 200 characters, else 199 of its first and an ellipsis, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 420, size: 'max' }),
      fc
        .array(fc.constantFrom('a', '𝄞'), { minLength: 195, maxLength: 205, size: 'max' })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (whole) => {
        const characters = Array.from(whole);
        const expected = characters.length <= 200 ? whole : `${characters.slice(0, 199).join('')}…`;

        expect(excerptOf(whole)).to.equal(expected);
      }),
      { numRuns: 60 },
    );
  });
});
