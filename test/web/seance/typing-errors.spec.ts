import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import { lengthHint } from '../../../src/web/core/field-checks.js';
import { Locale } from '../../../src/web/core/locale.js';
import { typingErrors } from '../../../src/web/seance/typing-errors.js';

const locale = new Locale('en', english.tool, ['en-GB']);
const values = { name: '', groupName: '', start: '2026-12-07T10:30', end: '2026-12-07T11:30' };
const limited = { name: { maxLength: 255 } };

describe('What is wrong in a form while somebody types', () => {
  it('is an end that is not after the start', () => {
    const error = { end: 'The end must be after the start.' };
    expect(typingErrors(values, {}, locale)).to.deep.equal({});
    expect(typingErrors({ ...values, end: values.start }, {}, locale)).to.deep.equal(error);
    expect(typingErrors({ ...values, end: '2026-12-06T23:00' }, {}, locale)).to.deep.equal(error);
  });

  it('is nothing of times that are not complete', () => {
    expect(typingErrors({ ...values, end: '' }, {}, locale)).to.deep.equal({});
    expect(typingErrors({ ...values, start: '' }, {}, locale)).to.deep.equal({});
  });

  it('is a text that is longer than it may be, without what is cut off its ends', () => {
    const name = 'x'.repeat(255);
    expect(typingErrors({ ...values, name: ` ${name} ` }, limited, locale)).to.deep.equal({});
    expect(typingErrors({ ...values, name: `${name}x` }, limited, locale)).to.deep.equal({
      name: 'This is too long: 255 characters at most.',
    });
  });

  it('is counted once the limit is near', () => {
    expect(lengthHint('x'.repeat(200), limited.name, locale)).to.equal('');
    expect(lengthHint('x'.repeat(304), limited.name, locale)).to.equal('304 of 255 characters');
    expect(lengthHint('x'.repeat(304), undefined, locale)).to.equal('');
  });
});
