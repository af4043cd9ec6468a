import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import { occurrenceNotes } from '../../../src/web/series/occurrence-notes.js';
import type { PlannedSeance } from '../../../src/web/series/series.js';

const locale = new Locale('en', english.tool, ['en-GB']);
const planned = {
  ...{ name: 'Workshop', start: '2027-03-28T02:30', end: '2027-03-28T04:00', timeZone: 'Europe/Brussels' },
  ...{ startsAt: '2027-03-28T01:30:00Z', endsAt: '2027-03-28T03:00:00Z' },
  ...{ clockChange: null, conflicts: [], warnings: [] },
} as const satisfies PlannedSeance;

describe('The notes of a planned séance', () => {
  it('are none when there is nothing to know', () => {
    expect(occurrenceNotes(planned, locale)).to.deep.equal([]);
  });

  it('name the séance that the series has at that time', () => {
    const seance = { id: 's', name: 'Workshop [1]' };
    const warning = { code: 'same-series', field: 'start', start: planned.start, seance } as const;

    expect(occurrenceNotes({ ...planned, warnings: [warning] }, locale)).to.deep.equal([
      'The series has a séance at that time: Workshop [1]',
    ]);
  });

  it('say which hour a clock change skips, and when the séance really is', () => {
    const [note] = occurrenceNotes({ ...planned, clockChange: 'skipped' }, locale);
    expect(note)
      .to.contain('02:30 does not exist')
      .and.to.match(/03:30\s?–\s?05:00/);
  });

  it('say how long it really is when a clock changes during it', () => {
    const longer = { ...planned, endsAt: '2027-03-28T04:00:00Z', clockChange: 'longer' } as const;
    expect(occurrenceNotes(longer, locale)[0]).to.contain('2 h 30 min instead of 1 h 30 min');
  });

  it('name who or what is taken, by what, and when in the zone of the séance', () => {
    const times = { startsAt: '2027-03-28T02:00:00Z', endsAt: '2027-03-28T03:30:00Z' };
    const conflicts = [
      { ...times, kind: 'trainer', resource: { id: 't', name: 'Ada' }, seance: { id: 's', name: 'Lunch' } },
      { ...times, kind: 'location', resource: { id: 'l', name: 'Room 1' }, seance: null },
    ] as const;
    const [here, elsewhere] = occurrenceNotes({ ...planned, conflicts: [...conflicts] }, locale);
    expect(here).to.match(/Ada, “Lunch”, 04:00\s?–\s?05:30/);
    expect(elsewhere).to.contain('Room 1, a séance of another space');
  });
});
