import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import { overlapNote, type Overlap } from '../../../src/web/enrolment/overlap-note.js';

const locale = new Locale('en', english.tool, ['en-GB']);
const zone = 'Europe/Brussels';
const lunch: Overlap = {
  ...{ seanceId: 's', spaceId: 'demo', name: 'Lunch', timeZone: zone },
  ...{ start: '2026-12-07T12:00', end: '2026-12-07T13:30' },
  ...{ startsAt: '2026-12-07T11:00:00Z', endsAt: '2026-12-07T12:30:00Z' },
};

describe('What a learner has at the time of a new place', () => {
  it('is not said when it is nothing', () => {
    expect(overlapNote([], locale, zone)).to.equal('');
  });

  it('is named, with the day and the hours', () => {
    const note = overlapNote([lunch], locale, zone);
    expect(note).to.contain('another séance at that time: “Lunch”, Monday');
    expect(note).to.match(/12:00\s?–\s?13:30\.$/);
  });

  it('has the hours of the reader, and after them those of another zone', () => {
    const there = { start: '2026-12-07T06:00', end: '2026-12-07T07:30', timeZone: 'America/Montreal' };
    expect(overlapNote([{ ...lunch, ...there }], locale, zone)).to.match(
      /12:00\s?–\s?13:30 \(06:00–07:30 in Montreal\)\.$/,
    );
  });

  it('names as many as are read, and says how many there are', () => {
    const note = overlapNote(
      Array.from({ length: 5 }, () => lunch),
      locale,
      zone,
    );
    expect(note).to.contain('5 other séances').and.to.contain('and 2 others');
    expect(note.split('Lunch')).to.have.length(4);
  });
});
