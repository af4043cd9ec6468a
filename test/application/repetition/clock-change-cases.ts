/** What others get wrong, each with what is right: the source, the rule, and the copies by date. */
export interface ClockChangeCase {
  readonly title: string;
  readonly timeZone: string;
  readonly source: readonly [start: string, end: string];
  readonly rule: { readonly weekdays: readonly string[]; readonly until: string; readonly interval?: number };
  /** Start, end, start as an instant, end as an instant, and what a clock change does. */
  readonly copies: readonly (readonly [string, string, string, string, string?])[];
}

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export const clockChangeCases: readonly ClockChangeCase[] = [
  {
    title: 'keeps a Monday at 10:00 in Paris at 10:00 over the change to summer time',
    timeZone: 'Europe/Paris',
    source: ['2025-03-17T10:00', '2025-03-17T12:00'],
    rule: { weekdays: ['MO'], until: '2025-04-07' },
    copies: [
      ['2025-03-24T10:00', '2025-03-24T12:00', '2025-03-24T09:00:00Z', '2025-03-24T11:00:00Z'],
      ['2025-03-31T10:00', '2025-03-31T12:00', '2025-03-31T08:00:00Z', '2025-03-31T10:00:00Z'],
      ['2025-04-07T10:00', '2025-04-07T12:00', '2025-04-07T08:00:00Z', '2025-04-07T10:00:00Z'],
    ],
  },
  {
    title: 'keeps a Tuesday at 00:30 in Paris a Tuesday, although it is still Monday in UTC',
    timeZone: 'Europe/Paris',
    source: ['2025-03-18T00:30', '2025-03-18T01:30'],
    rule: { weekdays: ['TU'], until: '2025-04-01' },
    copies: [
      ['2025-03-25T00:30', '2025-03-25T01:30', '2025-03-24T23:30:00Z', '2025-03-25T00:30:00Z'],
      ['2025-04-01T00:30', '2025-04-01T01:30', '2025-03-31T22:30:00Z', '2025-03-31T23:30:00Z'],
    ],
  },
  {
    title:
      'includes the last day of Saturdays, Sundays and Mondays at 23:30, the day of the change to winter time',
    timeZone: 'Europe/Paris',
    source: ['2025-10-18T23:30', '2025-10-18T23:59'],
    rule: { weekdays: ['SA', 'SU', 'MO'], until: '2025-10-26' },
    copies: [
      ['2025-10-19T23:30', '2025-10-19T23:59', '2025-10-19T21:30:00Z', '2025-10-19T21:59:00Z'],
      ['2025-10-20T23:30', '2025-10-20T23:59', '2025-10-20T21:30:00Z', '2025-10-20T21:59:00Z'],
      ['2025-10-25T23:30', '2025-10-25T23:59', '2025-10-25T21:30:00Z', '2025-10-25T21:59:00Z'],
      ['2025-10-26T23:30', '2025-10-26T23:59', '2025-10-26T22:30:00Z', '2025-10-26T22:59:00Z'],
    ],
  },
  {
    title: 'moves 02:30 forward by the gap on the day that skips it, and returns to 02:30 the week after',
    timeZone: 'Europe/Brussels',
    source: ['2025-03-23T02:30', '2025-03-23T04:00'],
    rule: { weekdays: ['SU'], until: '2025-04-06' },
    copies: [
      // Starts at 03:30 on the wall and keeps its exact hour and a half.
      ['2025-03-30T02:30', '2025-03-30T04:00', '2025-03-30T01:30:00Z', '2025-03-30T03:00:00Z', 'skipped'],
      ['2025-04-06T02:30', '2025-04-06T04:00', '2025-04-06T00:30:00Z', '2025-04-06T02:00:00Z'],
    ],
  },
  {
    title: 'takes the first of two 02:30 on the day that doubles it',
    timeZone: 'Europe/Brussels',
    source: ['2025-10-19T02:30', '2025-10-19T02:45'],
    rule: { weekdays: ['SU'], until: '2025-11-02' },
    copies: [
      ['2025-10-26T02:30', '2025-10-26T02:45', '2025-10-26T00:30:00Z', '2025-10-26T00:45:00Z', 'doubled'],
      ['2025-11-02T02:30', '2025-11-02T02:45', '2025-11-02T01:30:00Z', '2025-11-02T01:45:00Z'],
    ],
  },
  {
    title: 'ends at its wall time when a change of the clocks shortens a night',
    timeZone: 'Europe/Paris',
    source: ['2025-03-22T22:00', '2025-03-23T06:00'],
    rule: { weekdays: ['SA'], until: '2025-04-05' },
    copies: [
      ['2025-03-29T22:00', '2025-03-30T06:00', '2025-03-29T21:00:00Z', '2025-03-30T04:00:00Z', 'shorter'],
      ['2025-04-05T22:00', '2025-04-06T06:00', '2025-04-05T20:00:00Z', '2025-04-06T04:00:00Z'],
    ],
  },
  {
    title: 'ends at its wall time when a change of the clocks lengthens a night',
    timeZone: 'Europe/Paris',
    source: ['2025-10-18T22:00', '2025-10-19T06:00'],
    rule: { weekdays: ['SA'], until: '2025-10-25' },
    copies: [
      ['2025-10-25T22:00', '2025-10-26T06:00', '2025-10-25T20:00:00Z', '2025-10-26T05:00:00Z', 'longer'],
    ],
  },
  {
    title: 'goes over the ends of months and years by the calendar',
    timeZone: 'Europe/Brussels',
    source: ['2025-12-30T09:00', '2025-12-30T10:00'],
    rule: { weekdays: ['WE', 'TH', 'FR'], until: '2026-01-02' },
    copies: [
      ['2025-12-31T09:00', '2025-12-31T10:00', '2025-12-31T08:00:00Z', '2025-12-31T09:00:00Z'],
      ['2026-01-01T09:00', '2026-01-01T10:00', '2026-01-01T08:00:00Z', '2026-01-01T09:00:00Z'],
      ['2026-01-02T09:00', '2026-01-02T10:00', '2026-01-02T08:00:00Z', '2026-01-02T09:00:00Z'],
    ],
  },
  {
    title: 'knows the 29th of February of a leap year, and of no other',
    timeZone: 'UTC',
    source: ['2028-02-27T23:00', '2028-02-28T01:00'],
    rule: { weekdays: everyDay, until: '2028-03-01' },
    copies: [
      ['2028-02-28T23:00', '2028-02-29T01:00', '2028-02-28T23:00:00Z', '2028-02-29T01:00:00Z'],
      ['2028-02-29T23:00', '2028-03-01T01:00', '2028-02-29T23:00:00Z', '2028-03-01T01:00:00Z'],
      ['2028-03-01T23:00', '2028-03-02T01:00', '2028-03-01T23:00:00Z', '2028-03-02T01:00:00Z'],
    ],
  },
  {
    title: 'follows the half hour by which Lord Howe changes its clocks',
    timeZone: 'Australia/Lord_Howe',
    source: ['2025-09-28T02:15', '2025-09-28T03:15'],
    rule: { weekdays: ['SU'], until: '2025-10-12' },
    copies: [
      // 02:15 is skipped: clocks go from 02:00 to 02:30.
      ['2025-10-05T02:15', '2025-10-05T03:15', '2025-10-04T15:45:00Z', '2025-10-04T16:45:00Z', 'skipped'],
      ['2025-10-12T02:15', '2025-10-12T03:15', '2025-10-11T15:15:00Z', '2025-10-11T16:15:00Z'],
    ],
  },
  {
    title: 'moves the day that Apia skipped forward by a day, and flags it',
    timeZone: 'Pacific/Apia',
    source: ['2011-12-28T10:00', '2011-12-28T11:00'],
    rule: { weekdays: everyDay, until: '2011-12-31' },
    copies: [
      ['2011-12-29T10:00', '2011-12-29T11:00', '2011-12-29T20:00:00Z', '2011-12-29T21:00:00Z'],
      ['2011-12-30T10:00', '2011-12-30T11:00', '2011-12-30T20:00:00Z', '2011-12-30T21:00:00Z', 'skipped'],
      ['2011-12-31T10:00', '2011-12-31T11:00', '2011-12-30T20:00:00Z', '2011-12-30T21:00:00Z'],
    ],
  },
  {
    title: 'counts every second week in weeks that start on Monday',
    timeZone: 'Europe/Brussels',
    source: ['2025-06-05T09:00', '2025-06-05T10:00'],
    rule: { weekdays: ['MO', 'FR'], until: '2025-06-20', interval: 2 },
    copies: [
      ['2025-06-06T09:00', '2025-06-06T10:00', '2025-06-06T07:00:00Z', '2025-06-06T08:00:00Z'],
      ['2025-06-16T09:00', '2025-06-16T10:00', '2025-06-16T07:00:00Z', '2025-06-16T08:00:00Z'],
      ['2025-06-20T09:00', '2025-06-20T10:00', '2025-06-20T07:00:00Z', '2025-06-20T08:00:00Z'],
    ],
  },
];
