import { expect } from 'chai';
import english from '../../../src/locales/en.json' with { type: 'json' };
import { Locale } from '../../../src/web/core/locale.js';
import { warningNote } from '../../../src/web/seance/warning-notes.js';
import { occurrenceNotes } from '../../../src/web/series/occurrence-notes.js';
import type { PlannedSeance } from '../../../src/web/series/series.js';
import type { TrainingSession } from '../../../src/web/space/space.js';

const locale = new Locale('en', english.tool, ['en-GB']);
const planned = {
  ...{ name: 'Workshop', start: '2027-03-28T02:30', end: '2027-03-28T04:00', timeZone: 'Europe/Brussels' },
  ...{ startsAt: '2027-03-28T01:30:00Z', endsAt: '2027-03-28T03:00:00Z' },
  ...{ clockChange: null, conflicts: [], warnings: [] },
} as const satisfies PlannedSeance;

const session = {
  ...{ id: 'session', name: 'Session', startsOn: '2026-09-01', endsOn: null, timeZone: null },
} as const satisfies TrainingSession;
const about = { start: planned.start, seance: null } as const;
const lunch = { id: 's', name: 'Lunch' };

const notes = (changes: Partial<PlannedSeance>): readonly string[] =>
  occurrenceNotes({ ...planned, ...changes }, session, locale);

describe('The notes of a planned séance', () => {
  it('are none when there is nothing to know', () => {
    expect(notes({})).to.deep.equal([]);
  });

  it('name the séance that the series has at that time', () => {
    const warning = { ...about, code: 'same-series', field: 'start', seance: lunch } as const;
    expect(notes({ warnings: [warning] })).to.deep.equal(['The series has a séance at that time: Lunch']);
  });

  it('say which hour a clock change skips, and when the séance really is', () => {
    const skipped = { ...about, code: 'clock-change', field: 'start', clockChange: 'skipped' } as const;
    const [note] = notes({ warnings: [skipped] });
    expect(note)
      .to.contain('02:30 does not exist')
      .and.to.match(/03:30\s?–\s?05:00/);
  });

  it('say of which end the hour is skipped', () => {
    const skipped = { ...about, code: 'clock-change', field: 'end', clockChange: 'skipped' } as const;
    expect(notes({ warnings: [skipped] })[0]).to.contain('04:00 does not exist');
  });

  it('say how long it really is when a clock changes during it', () => {
    const longer = { ...about, code: 'clock-change', field: 'end', clockChange: 'longer' } as const;
    const [note] = notes({ endsAt: '2027-03-28T04:00:00Z', warnings: [longer] });
    expect(note).to.contain('2 h 30 min instead of 1 h 30 min');
  });

  it('name who or what is taken, by what, and when in the zone of the séance', () => {
    const times = { startsAt: '2027-03-28T02:00:00Z', endsAt: '2027-03-28T03:30:00Z' };
    const [ada, room] = [
      { id: 't', name: 'Ada' },
      { id: 'l', name: 'Room 1' },
    ];
    const [here, elsewhere] = notes({
      conflicts: [
        { ...times, kind: 'trainer', resource: ada, seance: lunch },
        { ...times, kind: 'location', resource: room, seance: null },
      ],
      warnings: [
        { ...about, code: 'trainer-busy', field: 'trainerIds', resource: ada, seance: lunch },
        { ...about, code: 'location-busy', field: 'locationId', resource: room },
      ],
    });
    expect(here).to.match(/Ada, “Lunch”, 04:00\s?–\s?05:30/);
    expect(elsewhere).to.match(/Room 1, a séance of another space, 04:00\s?–\s?05:30/);
  });

  it('name the closed day, the period of the session, and the past', () => {
    const warnings = [
      { ...about, code: 'closed-day', field: 'start', name: 'Easter' },
      { ...about, code: 'outside-session', field: 'start' },
      { ...about, code: 'past', field: 'start' },
    ] as const;
    expect(notes({ warnings: [...warnings] })).to.deep.equal([
      'Closed day: Easter',
      'This date is outside the period of the session (1 September 2026 – …).',
      'This date is in the past.',
    ]);
  });
});

describe('The notes of a form, which knows no instants', () => {
  const form = { start: planned.start, end: planned.end, timeZone: planned.timeZone };
  const noteOf = (clockChange: 'skipped' | 'doubled' | 'longer' | 'shorter') =>
    warningNote({ ...about, code: 'clock-change', field: 'start', clockChange }, form, session, locale);

  it('say what the clock does without them', () => {
    expect(noteOf('skipped')).to.equal('Clock change: 02:30 does not exist on that day.');
    expect(noteOf('doubled')).to.contain('02:30 exists twice');
    expect(noteOf('longer')).to.contain('longer than its times say');
    expect(noteOf('shorter')).to.contain('shorter than its times say');
  });

  it('name a place that was deleted', () => {
    const resource = { id: 'l', name: 'Room 1' };
    const warning = { ...about, code: 'location-deleted', field: 'locationId', resource } as const;
    expect(warningNote(warning, form, session, locale)).to.equal('This place was deleted: Room 1');
  });
});
