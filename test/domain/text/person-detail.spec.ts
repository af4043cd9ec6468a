import { expect } from 'chai';
import { detailOf } from '../../../src/domain/text/person-detail.js';

describe('what tells a person from their namesakes', () => {
  const told = (detail: string | null | undefined) => detailOf({ detail });

  it('is said in one line', () => {
    expect(told('4711')).to.deep.equal({ detail: '4711' });
    expect(told('  Acme\u00a0SA,\r\n\tMons ')).to.deep.equal({ detail: 'Acme SA, Mons' });
  });

  it('is not there when there is nothing to say', () => {
    for (const nothing of [undefined, null, '', ' \t', '\u200b\u2060', '\u0301'])
      expect(told(nothing)).to.deep.equal({});
    expect(detailOf({})).to.deep.equal({});
  });

  it('is cut after 128 characters, and never in the middle of one', () => {
    expect(told('a'.repeat(128)).detail).to.equal('a'.repeat(128));
    expect(told('a'.repeat(129)).detail).to.equal(`${'a'.repeat(127)}…`);
    expect(told('\u{1f393}'.repeat(200)).detail).to.equal(`${'\u{1f393}'.repeat(127)}…`);
    expect(told(`${'a'.repeat(126)} bcd`).detail).to.equal(`${'a'.repeat(126)}…`);
  });

  it('is a text as it was given otherwise', () => {
    for (const given of ['<b>Acme</b> & "Co"', 'שרה 12', 'Zoë’s SA', '\u202ebackwards'])
      expect(told(given)).to.deep.equal({ detail: given });
  });
});
