import { expect } from 'chai';
import type { ClosedDays } from '../../../src/domain/closed-day/closed-days.js';
import { dateWarnings, type DateBounds, sameSeriesWarnings } from '../../../src/domain/seance/warning.js';
import { type Instant, schedule } from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { WallTime } from '../../../src/domain/time/wall-time.js';

const open: DateBounds = {
  closed: [],
  session: { startsOn: null, endsOn: null },
  now: '2026-01-01T00:00:00Z' as Instant,
};
const at = (start: string, end: string) =>
  schedule(start as WallTime, end as WallTime, 'Europe/Brussels' as TimeZone);
const closedOn = (name: string, startsOn: string, endsOn = startsOn) =>
  ({ name, startsOn, endsOn }) as ClosedDays;

/** Codes with their fields. */
function told(start: string, end: string, bounds: Partial<DateBounds> = {}): readonly string[] {
  return dateWarnings(at(start, end), { ...open, ...bounds }).map(({ code, field }) => `${code} ${field}`);
}

describe('The warnings of a date', () => {
  it('are none on an open day of the session to come', () => {
    const session = { startsOn: '2027-03-04', endsOn: '2027-03-04' };
    const closed = [closedOn('Avant', '2027-03-03'), closedOn('Après', '2027-03-05')];

    expect(told('2027-03-04T09:00', '2027-03-04T12:00', { session, closed })).to.deep.equal([]);
  });

  it('name each closed day that it is on, its first and its last day among them', () => {
    const closed = [closedOn('Fête', '2027-03-04'), closedOn('Congé', '2027-03-05', '2027-03-08')];
    const names = (start: string, end: string) =>
      dateWarnings(at(start, end), { ...open, closed }).map(({ name }) => name);

    expect(names('2027-03-04T09:00', '2027-03-04T12:00')).to.deep.equal(['Fête']);
    expect(names('2027-03-04T20:00', '2027-03-05T02:00')).to.deep.equal(['Fête', 'Congé']);
    expect(names('2027-03-03T09:00', '2027-03-10T12:00')).to.deep.equal(['Fête', 'Congé']);
    // An end at midnight is the end of the day before.
    expect(names('2027-03-03T20:00', '2027-03-04T00:00')).to.deep.equal([]);
  });

  it('say what clocks do to its start, to its end, and to its length', () => {
    const change = (start: string, end: string) =>
      dateWarnings(at(start, end), open).map(({ field, clockChange }) => `${field} ${clockChange}`);

    expect(change('2027-03-28T02:30', '2027-03-28T03:30')).to.deep.equal(['start skipped']);
    expect(change('2027-03-28T01:00', '2027-03-28T02:30')).to.deep.equal(['end skipped']);
    expect(change('2027-03-27T22:00', '2027-03-28T06:00')).to.deep.equal(['end shorter']);
    expect(change('2027-10-31T02:30', '2027-10-31T05:00')).to.deep.equal(['start doubled']);
    expect(change('2027-10-31T01:00', '2027-10-31T02:30')).to.deep.equal(['end doubled']);
    expect(change('2027-10-30T22:00', '2027-10-31T06:00')).to.deep.equal(['end longer']);
    expect(change('2027-03-28T03:00', '2027-03-28T04:00')).to.deep.equal([]);
  });

  it('say that it is outside the session, at the field that is', () => {
    const session = { startsOn: '2027-03-02', endsOn: '2027-03-10' };

    expect(told('2027-03-01T09:00', '2027-03-01T10:00', { session })).to.deep.equal([
      'outside-session start',
    ]);
    expect(told('2027-03-11T09:00', '2027-03-11T10:00', { session })).to.deep.equal([
      'outside-session start',
    ]);
    expect(told('2027-03-10T20:00', '2027-03-11T02:00', { session })).to.deep.equal(['outside-session end']);
    expect(told('2027-03-10T20:00', '2027-03-11T00:00', { session })).to.deep.equal([]);
    expect(told('2027-03-02T00:00', '2027-03-02T01:00', { session })).to.deep.equal([]);
  });

  it('say that it has begun, and not that it begins now', () => {
    const now = '2027-03-01T08:00:00Z' as Instant;

    expect(told('2027-03-01T08:59', '2027-03-01T10:00', { now })).to.deep.equal(['past start']);
    expect(told('2027-03-01T09:00', '2027-03-01T10:00', { now })).to.deep.equal([]);
  });

  it('name each séance of the same series that is at the same time', () => {
    const there = [{ id: 's1', name: 'Atelier [1]', start: '2027-03-01T09:00' }];

    expect(sameSeriesWarnings(at('2027-03-01T09:30', '2027-03-01T10:00'), there)).to.deep.equal([
      {
        code: 'same-series',
        field: 'start',
        start: '2027-03-01T09:30',
        seance: { id: 's1', name: 'Atelier [1]' },
      },
    ]);
  });
});
