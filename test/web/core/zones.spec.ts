import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import { zoneName, zonesBeside, zoneTyped } from '../../../src/web/core/zones.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);
const [winter, summer] = [new Date('2027-01-15T12:00Z'), new Date('2027-07-15T12:00Z')];

describe('A time zone', () => {
  it('is a city with the offset that it has then, in the language of the reader', () => {
    expect(zoneName('Europe/Brussels', locale, winter)).to.equal('Bruxelles (UTC+1)');
    expect(zoneName('Europe/Brussels', locale, summer)).to.equal('Bruxelles (UTC+2)');
    expect(zoneName('America/New_York', locale, winter)).to.match(/^New York \(UTC[-−]5\)$/);
    const there = new Locale('en', english.tool, []);
    expect(zoneName('Europe/Brussels', there, winter)).to.equal('Brussels (GMT+1)');
  });

  it('that this browser does not know is its id', () => {
    expect(zoneName('Mars/Olympus', locale)).to.equal('Mars/Olympus');
  });

  it('is found by its city, its name or its id, however they are typed', () => {
    const zones = zonesBeside('Mars/Olympus', locale, winter);
    for (const [typed, id] of [
      ['bruxelles', 'Europe/Brussels'],
      [' Athenes ', 'Europe/Athens'],
      ['Bruxelles (UTC+1)', 'Europe/Brussels'],
      ['europe/paris', 'Europe/Paris'],
      ['new york', 'America/New_York'],
      ['Mars/Olympus', 'Mars/Olympus'],
    ] as const)
      expect(zoneTyped(typed, zones, locale), typed).to.equal(id);
    expect(zoneTyped('Atlantide', zones, locale)).to.equal(undefined);
  });

  it('stands among all others by its name, and no two have the same', () => {
    const names = zonesBeside('Europe/Brussels', locale, winter).map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    expect(names.indexOf('Athènes (UTC+2)')).to.be.below(names.indexOf('Bruxelles (UTC+1)'));
  });
});
