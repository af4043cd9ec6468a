import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { hoursThere } from '../../../src/web/core/hours-there.js';
import { Locale } from '../../../src/web/core/locale.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);
const own = 'Europe/Brussels';

/** What is said to a reader in Brussels of a séance between two instants. */
const said = (startsAt: string, endsAt: string | undefined, timeZone = 'America/Montreal') =>
  hoursThere({ startsAt, ...(endsAt !== undefined && { endsAt }), timeZone }, locale, own);

describe('The hours of a séance in another zone than that of the reader', () => {
  it('are those of its own clocks, with the city', () => {
    expect(said('2026-11-30T14:00:00Z', '2026-11-30T16:00:00Z')).to.equal('(09:00–11:00 à Montréal)');
    expect(said('2026-11-30T14:00:00Z', undefined)).to.equal('(09:00 à Montréal)');
    const there = new Locale('en', english.tool, []);
    const seance = { startsAt: '2026-11-30T14:00:00Z', timeZone: 'America/New_York' };
    expect(hoursThere(seance, there, own)).to.equal('(09:00 in New York)');
  });

  it('have their days where these are others than those of the reader', () => {
    expect(said('2026-12-08T00:00:00Z', undefined)).to.equal('(lun. 07/12 19:00 à Montréal)');
    expect(said('2026-12-08T00:00:00Z', '2026-12-08T02:00:00Z')).to.equal(
      '(lun. 07/12 19:00–21:00 à Montréal)',
    );
    expect(said('2026-12-08T00:00:00Z', '2026-12-08T10:00:00Z')).to.equal(
      '(lun. 07/12 19:00 – mar. 08/12 05:00 à Montréal)',
    );
  });

  it('have no days where both have the same, however many, and where one ends at midnight', () => {
    expect(said('2026-12-07T14:00:00Z', '2026-12-09T16:00:00Z')).to.equal('(09:00–11:00 à Montréal)');
    expect(said('2026-12-07T17:00:00Z', '2026-12-07T23:00:00Z')).to.equal('(12:00–18:00 à Montréal)');
  });

  it('are not said where the clocks show the same', () => {
    expect(said('2026-11-30T14:00:00Z', '2026-11-30T16:00:00Z', own)).to.equal('');
    expect(said('2026-11-30T14:00:00Z', '2026-11-30T16:00:00Z', 'Europe/Paris')).to.equal('');
  });

  it('are said with the article that a city has, and of UTC without any', () => {
    expect(said('2026-11-30T14:00:00Z', undefined, 'Africa/Cairo')).to.equal('(16:00 au Caire)');
    expect(said('2026-11-30T14:00:00Z', undefined, 'UTC')).to.equal('(14:00 UTC)');
  });

  it('name a zone that this browser does not know by its id', () => {
    expect(said('2026-11-30T14:00:00Z', undefined, 'Mars/Olympus')).to.equal('(Mars/Olympus)');
  });
});
