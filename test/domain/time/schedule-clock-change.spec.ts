import { expect } from 'chai';
import {
  clockChangeOf,
  type Instant,
  instantFromEpoch,
  schedule,
  shownAt,
  wallTimeIn,
} from '../../../src/domain/time/schedule.js';
import type { TimeZone } from '../../../src/domain/time/time-zone.js';
import type { WallTime } from '../../../src/domain/time/wall-time.js';

type Case = readonly [start: string, end: string, startsAt: string, endsAt: string, change: string | null];

const cases: Readonly<Record<string, readonly Case[]>> = {
  'Europe/Brussels': [
    ['2026-07-01T10:00', '2026-07-01T11:00', '2026-07-01T08:00:00Z', '2026-07-01T09:00:00Z', null],
    ['1970-07-01T10:00', '1970-07-01T11:00', '1970-07-01T09:00:00Z', '1970-07-01T10:00:00Z', null],
    ['2999-12-31T10:00', '2999-12-31T11:00', '2999-12-31T09:00:00Z', '2999-12-31T10:00:00Z', null],
    ['2026-03-29T01:59', '2026-03-29T03:00', '2026-03-29T00:59:00Z', '2026-03-29T01:00:00Z', 'shorter'],
    ['2026-03-29T02:00', '2026-03-29T03:00', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00Z', 'skipped'],
    ['2026-03-29T02:59', '2026-03-29T03:00', '2026-03-29T01:59:00Z', '2026-03-29T02:00:00Z', 'skipped'],
    ['2026-03-29T03:00', '2026-03-29T04:00', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00Z', null],
    ['2026-03-28T10:00', '2026-03-28T11:00', '2026-03-28T09:00:00Z', '2026-03-28T10:00:00Z', null],
    ['2026-10-25T01:59', '2026-10-25T03:00', '2026-10-24T23:59:00Z', '2026-10-25T02:00:00Z', 'longer'],
    ['2026-10-25T02:00', '2026-10-25T02:30', '2026-10-25T00:00:00Z', '2026-10-25T00:30:00Z', 'doubled'],
    ['2026-10-25T02:59', '2026-10-25T03:00', '2026-10-25T00:59:00Z', '2026-10-25T02:00:00Z', 'doubled'],
    ['2026-10-25T03:00', '2026-10-25T04:00', '2026-10-25T02:00:00Z', '2026-10-25T03:00:00Z', null],
    // One end far from the change, and the other near it.
    ['2026-10-20T09:00', '2026-10-25T04:00', '2026-10-20T07:00:00Z', '2026-10-25T03:00:00Z', 'longer'],
    ['2026-10-25T01:00', '2026-10-30T09:00', '2026-10-24T23:00:00Z', '2026-10-30T08:00:00Z', 'longer'],
    ['2026-03-20T09:00', '2026-04-02T09:00', '2026-03-20T08:00:00Z', '2026-04-02T07:00:00Z', 'shorter'],
    ['2026-03-20T09:00', '2026-11-02T09:00', '2026-03-20T08:00:00Z', '2026-11-02T08:00:00Z', null],
    ['2026-03-29T02:30', '2026-04-05T02:30', '2026-03-29T01:30:00Z', '2026-04-05T01:30:00Z', 'skipped'],
  ],
  'America/New_York': [
    ['2026-03-08T02:30', '2026-03-08T04:00', '2026-03-08T07:30:00Z', '2026-03-08T09:00:00Z', 'skipped'],
    ['2026-11-01T01:30', '2026-11-01T03:00', '2026-11-01T05:30:00Z', '2026-11-01T08:00:00Z', 'doubled'],
    ['2026-12-31T23:30', '2027-01-01T00:30', '2027-01-01T04:30:00Z', '2027-01-01T05:30:00Z', null],
  ],
  'Australia/Lord_Howe': [
    ['2026-10-04T02:00', '2026-10-04T03:00', '2026-10-03T15:30:00Z', '2026-10-03T16:30:00Z', 'skipped'],
    ['2026-10-04T02:30', '2026-10-04T03:00', '2026-10-03T15:30:00Z', '2026-10-03T16:00:00Z', null],
    ['2026-04-05T01:30', '2026-04-05T01:45', '2026-04-04T14:30:00Z', '2026-04-04T14:45:00Z', 'doubled'],
    ['2026-04-05T02:00', '2026-04-05T03:00', '2026-04-04T15:30:00Z', '2026-04-04T16:30:00Z', null],
    ['2026-04-04T22:00', '2026-04-05T06:00', '2026-04-04T11:00:00Z', '2026-04-04T19:30:00Z', 'longer'],
  ],
  'Pacific/Apia': [
    ['2011-12-29T23:00', '2011-12-31T01:00', '2011-12-30T09:00:00Z', '2011-12-30T11:00:00Z', 'shorter'],
    ['2011-12-30T00:00', '2011-12-30T23:59', '2011-12-30T10:00:00Z', '2011-12-31T09:59:00Z', 'skipped'],
    ['2011-12-31T00:00', '2011-12-31T01:00', '2011-12-30T10:00:00Z', '2011-12-30T11:00:00Z', null],
  ],
  // Winter time is for Ramadan: clocks go back before it, and forward after it.
  'Africa/Casablanca': [
    ['2024-03-10T02:30', '2024-03-10T02:45', '2024-03-10T01:30:00Z', '2024-03-10T01:45:00Z', 'doubled'],
    ['2024-04-14T02:30', '2024-04-14T03:30', '2024-04-14T02:30:00Z', '2024-04-14T03:30:00Z', 'skipped'],
    ['2024-03-20T10:00', '2024-03-20T11:00', '2024-03-20T10:00:00Z', '2024-03-20T11:00:00Z', null],
  ],
  'Asia/Kathmandu': [
    ['2028-02-29T00:15', '2028-03-01T00:15', '2028-02-28T18:30:00Z', '2028-02-29T18:30:00Z', null],
    ['1986-01-01T00:05', '1986-01-01T01:00', '1985-12-31T18:35:00Z', '1985-12-31T19:30:00Z', 'skipped'],
  ],
  'America/St_Johns': [
    ['2026-11-30T23:45', '2026-12-01T00:15', '2026-12-01T03:15:00Z', '2026-12-01T03:45:00Z', null],
  ],
  'Pacific/Chatham': [
    ['2026-04-05T02:45', '2026-04-05T03:30', '2026-04-04T13:00:00Z', '2026-04-04T13:45:00Z', 'doubled'],
    ['2026-09-27T02:45', '2026-09-27T04:00', '2026-09-26T14:00:00Z', '2026-09-26T15:15:00Z', 'skipped'],
  ],
  UTC: [['1900-01-01T00:00', '2999-12-31T23:59', '1900-01-01T00:00:00Z', '2999-12-31T23:59:00Z', null]],
};

describe('A schedule near clock changes', () => {
  for (const [zone, inZone] of Object.entries(cases)) {
    for (const [start, end, startsAt, endsAt, change] of inZone) {
      it(`is ${change ?? 'as the clock says'} from ${start} to ${end} in ${zone}`, () => {
        const planned = schedule(start as WallTime, end as WallTime, zone as TimeZone);

        expect([planned.startsAt, planned.endsAt]).to.deep.equal([startsAt, endsAt]);
        expect(clockChangeOf(planned)).to.equal(change);
      });
    }
  }
});

describe('shownAt', () => {
  for (const [instant, zone, shown] of [
    ['2026-03-29T00:59:59Z', 'Europe/Brussels', '2026-03-29T01:59:59+01:00[Europe/Brussels]'],
    ['2026-03-29T01:00:00Z', 'Europe/Brussels', '2026-03-29T03:00:00+02:00[Europe/Brussels]'],
    ['2026-10-25T01:00:00Z', 'Europe/Brussels', '2026-10-25T02:00:00+01:00[Europe/Brussels]'],
    ['2026-02-28T18:15:00Z', 'Asia/Kathmandu', '2026-03-01T00:00:00+05:45[Asia/Kathmandu]'],
  ] as const) {
    it(`is ${shown} at ${instant}`, () => {
      expect(shownAt(instant as Instant, zone as TimeZone).toString()).to.equal(shown);
    });
  }
});

describe('wallTimeIn', () => {
  for (const [instant, zone, shown] of [
    ['2026-03-29T00:59:59Z', 'Europe/Brussels', '2026-03-29T01:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Brussels', '2026-03-29T03:00'],
    ['2026-12-01T08:00:59Z', 'Europe/Brussels', '2026-12-01T09:00'],
    ['2026-07-01T23:15:00Z', 'Asia/Kathmandu', '2026-07-02T05:00'],
    ['2011-12-30T09:59:00Z', 'Pacific/Apia', '2011-12-29T23:59'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31T00:00'],
  ] as const) {
    it(`is ${shown} at ${instant} in ${zone}`, () => {
      expect(wallTimeIn(zone as TimeZone, instant as Instant)).to.equal(shown);
    });
  }

  it('is what Temporal says, whatever the zone and the season', () => {
    for (const zone of ['Europe/Brussels', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Casablanca'])
      for (let hours = 0; hours < 9_000; hours += 7) {
        const instant = instantFromEpoch(Date.UTC(2026, 0, 1) + hours * 3_600_000);
        const shown = shownAt(instant, zone as TimeZone)
          .toString()
          .slice(0, 16);
        expect(wallTimeIn(zone as TimeZone, instant), instant).to.equal(shown);
      }
  });
});
