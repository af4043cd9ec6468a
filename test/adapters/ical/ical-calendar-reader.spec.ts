import { expect } from 'chai';
import fc from 'fast-check';
import { calendar, readCalendar } from '../../support/calendar-files.js';

describe('IcalCalendarReader', () => {
  it('reads every calendar of a file, after a byte order mark, and nothing but events', () => {
    const one = calendar('SUMMARY:a\nDTSTART;VALUE=DATE:20261111');
    const todo =
      '﻿BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nDTSTART;VALUE=DATE:20261111\r\nEND:VTODO\r\nEND:VCALENDAR\r\n';

    expect(readCalendar(todo + one + one)?.days.map(({ name }) => name)).to.deep.equal(['a', 'a']);
    expect(readCalendar(todo)).to.deep.equal({ days: [], skipped: [] });
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
      expect(readCalendar(text)).to.equal(undefined));

  it('names a line by its first 255 characters, and a stretch of broken lines once', () => {
    const noise = 'x'.repeat(300);
    const text = calendar('SUMMARY:a\nDTSTART;VALUE=DATE:20261111').replace(
      'VERSION:2.0',
      Array.from({ length: 1_000 }, () => noise).join('\r\n'),
    );
    expect(readCalendar(text)?.skipped).to.deep.equal([{ name: 'x'.repeat(255), reason: 'broken' }]);
  });

  it('is done in time with a file that is made to take long', function () {
    this.timeout(20_000);
    const rule = 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=20360101';
    const weekdays = Array.from(
      { length: 98 },
      (_, index) => `${(index % 53) + 1}${index < 53 ? 'MO' : 'TU'}`,
    );
    const heavy = `FREQ=YEARLY;UNTIL=29981231;BYSETPOS=1;BYDAY=${weekdays.join(',')}`;
    const files = [
      calendar(...Array.from({ length: 3_000 }, () => `SUMMARY:x\nDTSTART;VALUE=DATE:19000101\n${rule}`)),
      calendar(
        ...Array.from(
          { length: 3_000 },
          (_, index) =>
            `SUMMARY:x\nUID:1\nRECURRENCE-ID;VALUE=DATE:20270101\nDTSTART;VALUE=DATE:19000101\nSEQUENCE:${index}`,
        ),
      ),
      calendar(...Array.from({ length: 500 }, () => `SUMMARY:x\nDTSTART:20270101\nRRULE:${heavy}`)),
      `BEGIN:VCALENDAR\r\n${'BEGIN:A\r\n'.repeat(60_000)}${'END:B\r\n'.repeat(60_000)}`,
      `BEGIN:VCALENDAR\r\nX:${'\r\n '.repeat(300_000)}`,
      'x\r\nVERSION:2\r\n'.repeat(70_000),
      calendar(`SUMMARY:x\nDTSTART;${'X=1;'.repeat(250_000)}VALUE=DATE:20261111`),
    ];
    for (const file of files) {
      const before = process.cpuUsage();
      readCalendar(file);
      expect(process.cpuUsage(before).user / 1_000).to.be.lessThan(6_000);
    }
  });

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
        const found = readCalendar(`BEGIN:VCALENDAR\r\n${written.join('\r\n')}\r\nEND:VCALENDAR`);
        for (const { startsOn, endsOn } of found?.days ?? []) expect(startsOn <= endsOn).to.equal(true);
      }),
      { numRuns: 500, seed: 20261125 },
    );
  });

  it('never throws, whatever has become of a good file, and gives nothing but days of the calendar', () => {
    const good = calendar(
      'UID:1\nSUMMARY:Vacances de Noël\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270104\nSEQUENCE:1',
      'UID:2\nSUMMARY:Fête\nDTSTART;VALUE=DATE:20260525\nDURATION:P1D\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO',
      'UID:2\nSUMMARY:Fête\nRECURRENCE-ID;VALUE=DATE:20270531\nDTSTART;VALUE=DATE:20270601',
      'UID:3\nSUMMARY:Nuit\nDTSTART;TZID=Europe/Brussels:20261224T000000\nDTEND;TZID=Europe/Brussels:20261226T000000\nEXDATE:20270101T000000Z\nRDATE;VALUE=DATE:20280101',
    );
    const changes = fc.array(
      fc.record({
        at: fc.nat(good.length),
        length: fc.nat(12),
        text: fc.oneof(
          fc.constantFrom('', '\r\n', '\n ', ':', ';', '=', ',', '0', '9', '-', 'T', '\u0000'),
          fc.string(),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(changes, fc.nat(good.length), (written, cut) => {
        let text = good;
        for (const { at, length, text: put } of written)
          text = text.slice(0, at) + put + text.slice(at + length);
        for (const file of [text, text.slice(0, cut), text.slice(cut)]) {
          for (const { name, startsOn, endsOn } of readCalendar(file)?.days ?? []) {
            expect(name).to.not.equal('');
            expect('1900-01-01' <= startsOn && startsOn <= endsOn && endsOn <= '2999-12-31').to.equal(true);
          }
        }
      }),
      { numRuns: 300, seed: 20261129 },
    );
  });
});
