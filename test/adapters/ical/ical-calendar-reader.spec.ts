import { expect } from 'chai';
import fc from 'fast-check';
import { IcalCalendarReader } from '../../../src/adapters/ical/ical-calendar-reader.js';

const reader = new IcalCalendarReader();

function calendar(...events: readonly string[]): string {
  const body = events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT\n`).join('');
  return `BEGIN:VCALENDAR\nVERSION:2.0\n${body}END:VCALENDAR\n`.replaceAll('\n', '\r\n');
}

/** First and last day of the one event of a calendar, or why it was left out. */
function read(event: string, name = 'Congé'): readonly string[] {
  const found = reader.read(calendar(`SUMMARY:${name}\n${event}`));
  const [day] = found?.days ?? [];
  return day ? [day.startsOn, day.endsOn] : [found?.skipped[0]?.reason ?? 'nothing'];
}

describe('IcalCalendarReader', () => {
  const written: readonly [title: string, event: string, expected: readonly string[]][] = [
    ['one day without an end', 'DTSTART;VALUE=DATE:20261111', ['2026-11-11', '2026-11-11']],
    [
      'the end as the day after the last',
      'DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270104',
      ['2026-12-21', '2027-01-03'],
    ],
    [
      'an end on the first day as one day',
      'DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20261221',
      ['2026-12-21', '2026-12-21'],
    ],
    ['a length in days', 'DTSTART;VALUE=DATE:20261230\nDURATION:P3D', ['2026-12-30', '2027-01-01']],
    ['a length in weeks', 'DTSTART;VALUE=DATE:20260202\nDURATION:P1W', ['2026-02-02', '2026-02-08']],
    ['a leap day', 'DTSTART;VALUE=DATE:20280228\nDTEND;VALUE=DATE:20280301', ['2028-02-28', '2028-02-29']],
    [
      'a day that does not say that it is one',
      'DTSTART:20261111\nDTEND:20261113',
      ['2026-11-11', '2026-11-12'],
    ],
    ['a time in UTC as no closed day', 'DTSTART:20261111T090000Z', ['timed']],
    ['a time in a zone as no closed day', 'DTSTART;TZID=Europe/Brussels:20261111T000000', ['timed']],
    ['a recurring event as no closed day', 'DTSTART;VALUE=DATE:20261111\nRRULE:FREQ=YEARLY', ['recurring']],
    ['a cancelled event as no closed day', 'DTSTART;VALUE=DATE:20261111\nSTATUS:CANCELLED', ['cancelled']],
    [
      'an end before the start as unreadable',
      'DTSTART;VALUE=DATE:20261111\nDTEND;VALUE=DATE:20261110',
      ['unreadable'],
    ],
    ['a day that does not exist as unreadable', 'DTSTART;VALUE=DATE:20260230', ['unreadable']],
    ['a year beyond the calendar as unreadable', 'DTSTART;VALUE=DATE:18991231', ['unreadable']],
    ['an event without a start as unreadable', 'UID:1', ['unreadable']],
  ];
  for (const [title, event, expected] of written)
    it(`reads ${title}`, () => expect(read(event)).to.deep.equal(expected));

  it('takes the title as one line, unescaped and unfolded, cut to 255 characters', () => {
    const event = `SUMMARY:Congé\\, d'été\\n et 😀 pl\n us\nDTSTART;VALUE=DATE:20261111`;
    expect(reader.read(calendar(event))?.days[0]?.name).to.equal("Congé, d'été et 😀 plus");
    expect(
      reader.read(calendar(`SUMMARY:${'x'.repeat(254)}😀\nDTSTART;VALUE=DATE:20261111`))?.days[0]?.name,
    ).to.equal('x'.repeat(254));
    for (const title of [' ', '\u200b', '\u3164\u00ad'])
      expect(read('DTSTART;VALUE=DATE:20261111', title)).to.deep.equal(['unnamed']);
  });

  it('reads every calendar of a file, after a byte order mark, and nothing but events', () => {
    const one = calendar('SUMMARY:a\nDTSTART;VALUE=DATE:20261111');
    const todo =
      '﻿BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nDTSTART;VALUE=DATE:20261111\r\nEND:VTODO\r\nEND:VCALENDAR\r\n';

    expect(reader.read(todo + one + one)?.days.map(({ name }) => name)).to.deep.equal(['a', 'a']);
    expect(reader.read(todo)).to.deep.equal({ days: [], skipped: [] });
  });

  for (const text of [
    '',
    ' ',
    'hello',
    '{"a":1}',
    'BEGIN:VCALENDAR',
    'BEGIN:VCARD\r\nEND:VCARD',
    '\u0000\u0001',
    'PK\u0003\u0004',
  ])
    it(`says of ${JSON.stringify(text)} that it is no calendar`, () =>
      expect(reader.read(text)).to.equal(undefined));

  it('never throws, whatever stands in the lines of a calendar', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(
          'BEGIN:VEVENT',
          'END:VEVENT',
          'SUMMARY:x',
          'DTSTART;VALUE=DATE:20261111',
          'DTEND;VALUE=DATE:x',
          'DURATION:P9999W',
          'DTSTART;VALUE=DATE:29991231',
          'RRULE:FREQ=X',
          'STATUS:',
          'DTSTART;VALUE=PERIOD:x',
          'DTSTART;VALUE=',
        ),
        fc.string(),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, (written) => {
        const found = reader.read(`BEGIN:VCALENDAR\r\n${written.join('\r\n')}\r\nEND:VCALENDAR`);
        for (const { startsOn, endsOn } of found?.days ?? []) expect(startsOn <= endsOn).to.equal(true);
      }),
      { numRuns: 500, seed: 20261125 },
    );
  });
});
