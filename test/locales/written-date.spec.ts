import { expect } from 'chai';
import { dateRegion, writtenDate } from '../../src/locales/written-date.js';

const utc = { timeZone: 'UTC' } as const;
const long = new Intl.DateTimeFormat('fr-BE', { dateStyle: 'full', ...utc });
const period = new Intl.DateTimeFormat('fr-BE', { dateStyle: 'long', ...utc });
const at = (date: string) => new Date(date);

describe('A written date', () => {
  it('is of "1er" in French, and of no other first', () => {
    expect(writtenDate(long, 'fr', at('2026-12-01'))).to.equal('mardi 1er décembre 2026');
    expect(writtenDate(long, 'fr', at('2026-12-11'))).to.equal('vendredi 11 décembre 2026');
    expect(writtenDate(long, 'fr', at('2026-12-21'))).to.equal('lundi 21 décembre 2026');
  });

  it('is so at both ends of a period', () => {
    expect(writtenDate(period, 'fr', at('2026-09-01'), at('2027-03-01'))).to.match(
      /^1er septembre 2026\s–\s1er mars 2027$/,
    );
    expect(writtenDate(period, 'fr', at('2026-09-01'), at('2026-09-30'))).to.match(
      /^1er\s?–\s?30 septembre 2026$/,
    );
  });

  it('is of a figure where no month is named', () => {
    const day = new Intl.DateTimeFormat('fr', { weekday: 'short', day: 'numeric', ...utc });
    const figures = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'short', ...utc });
    expect(writtenDate(day, 'fr', at('2026-12-01'))).to.equal('mar. 1');
    expect(writtenDate(figures, 'fr', at('2026-12-01'))).not.to.contain('1er');
  });

  it('is as the data of the language have it elsewhere', () => {
    const dutch = new Intl.DateTimeFormat('nl-BE', { dateStyle: 'long', ...utc });
    expect(writtenDate(dutch, 'nl', at('2026-12-01'))).to.equal('1 december 2026');
  });

  it('has the day before the month in English, whatever the browser was installed with', () => {
    const short = { day: '2-digit', month: '2-digit', year: 'numeric', ...utc } as const;
    for (const tag of ['en', 'en-US', 'en-IE', 'en-AU']) {
      const format = new Intl.DateTimeFormat(dateRegion(tag), short);
      expect(writtenDate(format, 'en', at('2026-09-01'))).to.equal('01/09/2026');
    }
    expect(dateRegion('fr-BE')).to.equal('fr-BE');
  });
});
