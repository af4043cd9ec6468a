import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import { incompleteListNote } from '../../../src/web/space/incomplete-list.js';
import type { Space } from '../../../src/web/space/space.js';

const locale = new Locale('en', english.tool, ['en-GB']);
const noteIn = (listsEverybody: boolean) =>
  incompleteListNote({ locale, space: { listsEverybody } as Space });

describe("What is said with a list of a space's people", () => {
  it('is nothing where everybody is known', () => {
    expect(noteIn(true)).to.equal('');
  });

  it('is that it may be incomplete where somebody may be unknown, and when they come', () => {
    expect(noteIn(false)).to.match(/may be incomplete: .* have opened the tool, or .* platform/);
  });
});
