import { expect } from 'chai';
import fc from 'fast-check';
import { Refusal } from '../../../src/domain/refusal.js';
import {
  clockChangeOf,
  type Instant,
  instantFromEpoch,
  lastDateOf,
  schedule,
  shiftInstant,
} from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { WallTime } from '../../../src/domain/time/wall-time.js';
import { daysOfSeances } from '../../support/days-of-seances.js';

const at = (start: string, end: string, zone: string) =>
  schedule(start as WallTime, end as WallTime, zone as TimeZone);
const spans = (start: string, end: string, zone = 'Europe/Brussels') => {
  const { startsAt, endsAt } = at(start, end, zone);
  return [startsAt, endsAt];
};

describe('schedule', () => {
  it('keeps what was meant beside when that is', () => {
    expect(at('2026-12-01T09:00', '2026-12-01T10:30', 'Europe/Brussels')).to.deep.equal({
      start: '2026-12-01T09:00',
      end: '2026-12-01T10:30',
      timeZone: 'Europe/Brussels',
      startsAt: '2026-12-01T08:00:00Z',
      endsAt: '2026-12-01T09:30:00Z',
    });
  });

  it('stays at the same time of day over a clock change', () => {
    expect(spans('2026-10-24T09:00', '2026-10-24T10:00')).to.deep.equal([
      '2026-10-24T07:00:00Z',
      '2026-10-24T08:00:00Z',
    ]);
    expect(spans('2026-10-26T09:00', '2026-10-26T10:00')).to.deep.equal([
      '2026-10-26T08:00:00Z',
      '2026-10-26T09:00:00Z',
    ]);
  });

  const changes: readonly [string, string, string, string, [string, string]][] = [
    [
      'moves a skipped start forward by the gap; its end keeps the exact length',
      '2027-03-28T02:30',
      '2027-03-28T04:00',
      'Europe/Brussels',
      ['2027-03-28T01:30:00Z', '2027-03-28T03:00:00Z'],
    ],
    [
      'keeps the length of a séance whose start and end are both skipped',
      '2027-03-28T02:10',
      '2027-03-28T02:50',
      'Europe/Brussels',
      ['2027-03-28T01:10:00Z', '2027-03-28T01:50:00Z'],
    ],
    [
      'moves a skipped end forward by the gap',
      '2027-03-28T01:30',
      '2027-03-28T02:30',
      'Europe/Brussels',
      ['2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'],
    ],
    [
      'takes the first of a doubled start and end',
      '2026-10-25T02:15',
      '2026-10-25T02:45',
      'Europe/Brussels',
      ['2026-10-25T00:15:00Z', '2026-10-25T00:45:00Z'],
    ],
    [
      'lets a séance over the doubled hour last an hour longer',
      '2026-10-25T01:30',
      '2026-10-25T03:30',
      'Europe/Brussels',
      ['2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z'],
    ],
    [
      'lets a night over the skipped hour last an hour less',
      '2027-03-27T22:00',
      '2027-03-28T06:00',
      'Europe/Brussels',
      ['2027-03-27T21:00:00Z', '2027-03-28T04:00:00Z'],
    ],
    [
      'knows gaps of half an hour',
      '2026-10-04T02:15',
      '2026-10-04T03:00',
      'Australia/Lord_Howe',
      ['2026-10-03T15:45:00Z', '2026-10-03T16:30:00Z'],
    ],
    [
      'knows a day that was skipped',
      '2011-12-30T10:00',
      '2011-12-30T12:00',
      'Pacific/Apia',
      ['2011-12-30T20:00:00Z', '2011-12-30T22:00:00Z'],
    ],
    [
      'spans years',
      '2026-12-31T23:00',
      '2028-01-01T01:00',
      'UTC',
      ['2026-12-31T23:00:00Z', '2028-01-01T01:00:00Z'],
    ],
  ];
  for (const [title, start, end, zone, expected] of changes) {
    it(`${title} (${start}, ${zone})`, () => {
      expect(spans(start, end, zone)).to.deep.equal(expected);
    });
  }

  for (const end of ['2026-12-01T09:00', '2026-12-01T08:59', '2025-12-01T10:00']) {
    it(`refuses an end at ${end} for a start at 2026-12-01T09:00`, () => {
      expect(() => at('2026-12-01T09:00', end, 'UTC'))
        .to.throw(Refusal)
        .that.deep.includes({ code: 'validation', issues: [{ field: ['end'], code: 'end-before-start' }] });
    });
  }

  it('ends after it starts, whatever the zone and the clock change', () => {
    const zones = fc.constantFrom(
      'Europe/Brussels',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Tehran',
      'Pacific/Apia',
      'UTC',
    );
    const moment = fc
      .integer({ min: 0, max: 40 * 366 * 24 * 60 })
      .map((minutes) => new Date(Date.UTC(2000, 0, 1) + minutes * 60_000).toISOString().slice(0, 16));
    fc.assert(
      fc.property(moment, fc.integer({ min: 180, max: 3_000 }), zones, (start, minutes, zone) => {
        const end = new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 16);
        const planned = at(start, end, zone);
        const { startsAt, endsAt } = planned;

        expect(startsAt < endsAt).to.equal(true);
        if (clockChangeOf(planned) === 'skipped') {
          expect(Date.parse(endsAt) - Date.parse(startsAt)).to.equal(minutes * 60_000);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with Intl on what clocks show at its instants', () => {
    const zones = fc.constantFrom(
      'Europe/Brussels',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'America/Sao_Paulo',
    );
    const hours = fc
      .integer({ min: 0, max: 30 * 366 * 24 })
      .map((hour) => new Date(Date.UTC(2005, 0, 1) + hour * 3_600_000).toISOString().slice(0, 16));
    fc.assert(
      fc.property(hours, zones, (start, zone) => {
        const planned = at(start, '2999-12-31T23:59', zone);
        fc.pre(clockChangeOf(planned) !== 'skipped');
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'short',
        });

        expect(shown.format(new Date(planned.startsAt))).to.equal(start.replace('T', ' '));
      }),
      { numRuns: 500 },
    );
  });
});

describe('The last day of a schedule', () => {
  it('is the day before an end at midnight', () => {
    for (const { title, start, end, days } of daysOfSeances)
      expect(lastDateOf(at(start, end, 'Europe/Brussels')), title).to.equal(days.at(-1));
  });
});

describe('Instants', () => {
  it('are cut to the second, and sort as text', () => {
    expect(instantFromEpoch(Date.UTC(2026, 10, 23, 12, 0, 0) + 999)).to.equal('2026-11-23T12:00:00Z');
    expect(instantFromEpoch(0)).to.equal('1970-01-01T00:00:00Z');
  });

  it('move by seconds, over clock changes and years', () => {
    expect(shiftInstant('2026-12-31T23:59:59Z' as Instant, 1)).to.equal('2027-01-01T00:00:00Z');
    expect(shiftInstant('2026-10-25T00:30:00Z' as Instant, 86_400)).to.equal('2026-10-26T00:30:00Z');
    expect(shiftInstant('2026-03-01T00:00:00Z' as Instant, -1)).to.equal('2026-02-28T23:59:59Z');
  });
});
