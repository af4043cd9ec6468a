import { expect } from 'chai';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import { lengthInWords } from '../../../src/web/seance/seance-time.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);

describe('A length in words', () => {
  const length = (to: string) => lengthInWords('2027-03-01T08:00:00Z', to, locale);

  it('has hours, minutes where there are some, and days where it is more than one', () => {
    expect(length('2027-03-01T10:00:00Z')).to.equal('2 h');
    expect(length('2027-03-01T09:05:00Z')).to.equal('1 h 05');
    expect(length('2027-03-01T08:30:00Z')).to.equal('30 min');
    expect(length('2027-03-02T08:00:00Z')).to.equal('24 h');
    expect(length('2027-03-03T16:00:00Z')).to.equal('3 jours');
  });
});
