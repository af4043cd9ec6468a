import { parse } from '@formatjs/icu-messageformat-parser';
import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { type Catalogue, Locale } from '../../../src/web/core/locale.js';

const locale = new Locale('fr', french.tool, ['fr-BE']);

describe('The texts of a language', () => {
  it('are turned by no name that is put into them', () => {
    const taken = locale.text('warning.taken', {
      seance: locale.text('warning.seance', { name: 'סדנה' }),
      hours: locale.hours('2027-03-01T08:00Z', '2027-03-01T10:30Z', 'Europe/Brussels'),
    });
    expect(taken).to.match(/^\u2068«\u00a0\u2068סדנה\u2069\u00a0»\u2069, 09:00\s?[–-]\s?11:30$/);
    expect(locale.text('warning.trainer-busy', { resource: 'Ada', taken })).to.equal(
      `Formateur déjà occupé\u00a0: Ada, \u2068${taken}\u2069`,
    );
    expect(locale.text('deletion.question', { count: 1, name: 'A\u202eB' })).to.equal(
      'Voulez-vous supprimer la séance «\u00a0\u2068A\u202eB\u2069\u00a0»\u00a0?',
    );
  });

  it('say the same as the build has parsed them', () => {
    const built = Object.fromEntries(
      Object.entries(french.tool).map(([key, text]) => [key, text.includes('{') ? parse(text) : text]),
    ) as Catalogue;
    const other = new Locale('fr', built, ['fr-BE']);
    const values = { count: 2, name: 'Ada', date: '1er mars', view: 'week' };
    for (const key of [
      'notice.deleted',
      'calendar.openDay',
      'calendar.next',
      'deletion.question',
      'list.create',
    ] as const)
      expect(other.text(key, { ...values, day: 'lundi' }), key).to.equal(
        locale.text(key, { ...values, day: 'lundi' }),
      );
  });

  it('still choose by the words that they are given', () => {
    expect(locale.text('calendar.next', { view: 'month' })).to.equal('Mois suivant');
  });

  it('keep the names of a list apart', () => {
    expect(locale.list(['ورشة', 'סדנה', 'Ada'])).to.equal('\u2068ورشة\u2069, \u2068סדנה\u2069 et Ada');
  });
});

describe('The dates of a language', () => {
  it('have "1er" in French', () => {
    expect(locale.weekday('2026-12-01')).to.equal('mardi 1er décembre 2026');
    expect(locale.wallTime('2027-03-01T09:00')).to.match(/^lundi 1er mars 2027 à 09:00$/);
    expect(locale.days('2026-09-01', '2027-06-30')).to.match(/^1er septembre 2026\s–\s30 juin 2027$/);
    expect(locale.shortDate('2026-12-01T09:00:00Z', 'UTC')).to.match(/^01\/12\/2026/);
  });

  it('have the day first in English, where the browser names no region or the American one', () => {
    for (const preferred of [[], ['en-US']]) {
      const there = new Locale('en', english.tool, preferred);
      expect(there.shortDate('2026-09-01T09:00:00Z', 'UTC')).to.equal('01/09/2026, 09:00');
      expect(there.firstWeekday).to.equal(1);
    }
  });
});
