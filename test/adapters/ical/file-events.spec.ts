import { expect } from 'chai';
import { calendar, readCalendar } from '../../support/calendar-files.js';

describe('The events of a broken file', () => {
  const good = calendar('SUMMARY:Armistice\nDTSTART;VALUE=DATE:20261111');
  const names = (text: string) => {
    const found = readCalendar(text);
    return (
      found && [
        found.days.map(({ name }) => name),
        found.skipped.map(({ name, reason }) => `${name}: ${reason}`),
      ]
    );
  };

  it('reads every end of a line, and mixed ones', () => {
    for (const end of ['\n', '\r', '\r\r\n', '\n\n'])
      expect(names(good.replaceAll('\r\n', end)), JSON.stringify(end)).to.deep.equal([['Armistice'], []]);
    expect(names(good.replace('\r\n', '\r').replace('\r\n', '\n'))).to.deep.equal([['Armistice'], []]);
  });

  it('reads around a line without its fold, or without a colon, and names it', () => {
    const note =
      'DESCRIPTION:Bonjour\r\nsuite sans pli\r\net encore\r\nBEGIN:VALARM\r\nACTION\r\nEND:VALARM\r\n';
    expect(names(good.replace('END:VEVENT', `${note}END:VEVENT`))).to.deep.equal([
      ['Armistice'],
      ['suite sans pli: broken', 'ACTION: broken'],
    ]);
  });

  it('closes nothing when the line is one that decides on the days', () => {
    for (const line of [
      'DTEND;VALUE=DATE 20261226',
      'DTEND',
      'DURATION',
      'RRULE;FREQ=YEARLY',
      'STATUS CANCELLED',
    ])
      expect(names(good.replace('END:VEVENT', `${line}\r\nEND:VEVENT`)), line).to.deep.equal([
        [],
        [`Armistice: ${line.startsWith('RRULE') ? 'recurring' : 'unreadable'}`],
      ]);
    expect(names(good.replace('VALUE=DATE:', 'VALUE=DATE\r\n:'))).to.deep.equal([
      [],
      ['Armistice: unreadable', ':20261111: broken'],
    ]);
  });

  it('reads between the text before a calendar and the text after it, and names them', () => {
    expect(names(`Subject: congés\r\nVoici.\r\n\r\n${good}-- \r\nLa direction\r\n`)).to.deep.equal([
      ['Armistice'],
      ['Subject: congés: broken', '--: broken'],
    ]);
  });

  it('reads what stands before the end of a file that was cut off, and never half an event', () => {
    const two = calendar(
      'SUMMARY:Armistice\nDTSTART;VALUE=DATE:20261111',
      'SUMMARY:Noël\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270104',
    );
    const whole = readCalendar(two)?.days;
    for (let length = 0; length < two.length; length++) {
      const found = readCalendar(two.slice(0, length));
      expect(whole?.slice(0, found?.days.length ?? 0)).to.deep.equal(found?.days ?? []);
    }
    expect(names(two.slice(0, two.indexOf('DTEND')))).to.deep.equal([
      ['Armistice'],
      ['Noël: broken', ': cut-off'],
    ]);
  });

  it('names an event without its end, and reads those around it', () => {
    const three = calendar(
      'SUMMARY:a\nDTSTART;VALUE=DATE:20261111',
      'SUMMARY:b\nDTSTART;VALUE=DATE:20261112',
      'SUMMARY:c\nDTSTART;VALUE=DATE:20261113',
    );
    expect(names(three.replace(/(SUMMARY:b\r\n.*\r\n)END:VEVENT\r\n/, '$1'))).to.deep.equal([
      ['a', 'c'],
      ['b: broken'],
    ]);
    const last = three.lastIndexOf('END:VEVENT\r\n');
    expect(names(`${three.slice(0, last)}END:VCALENDAR\r\nEND:VEVENT\r\n`)).to.deep.equal([
      ['a', 'b'],
      ['c: broken', 'END:VEVENT: broken'],
    ]);
  });

  it('reads on when a component within an event has lost its end', () => {
    const open = good.replace('END:VEVENT', 'BEGIN:VALARM\r\nDTSTART:20270101T090000\r\nEND:VEVENT');
    expect(names(open)).to.deep.equal([['Armistice'], []]);
  });

  it('reads the events of a file that has lost its beginning', () => {
    expect(names(good.slice(good.indexOf('BEGIN:VEVENT')))).to.deep.equal([
      ['Armistice'],
      ['END:VCALENDAR: broken'],
    ]);
  });

  it('reads names of properties and components in any letters', () => {
    expect(names(good.toLowerCase())).to.deep.equal([['armistice'], []]);
  });
});
