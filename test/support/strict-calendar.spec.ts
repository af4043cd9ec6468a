import { expect } from 'chai';
import { problemsOfCalendar } from './strict-calendar.js';

const event = ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20261128T090000Z', 'DTSTART:20261201T080000Z', 'END:VEVENT'];
const zone = [
  ...['BEGIN:VTIMEZONE', 'TZID:X', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000'],
  ...['TZOFFSETTO:+0000', 'END:STANDARD', 'END:VTIMEZONE'],
];

function calendar(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function withEvent(...lines: readonly string[]): string {
  return calendar(...event.slice(0, -1), ...lines, 'END:VEVENT');
}

const found = (text: string) => problemsOfCalendar(Buffer.from(text));

describe('A strict reader of calendars', () => {
  it('finds nothing wrong with what is right', () => {
    const long = `DESCRIPTION:${'x'.repeat(63)}\r\n é\\, \\; \\n \\\\`;
    const times = [
      'DTEND:20261201T090000Z',
      'URL;VALUE=URI:https://x.example/?a=1',
      'X-Y;A="b:c";D=e:f',
      long,
    ];

    expect(found(withEvent(...times))).to.deep.equal([]);
    expect(found(calendar('REFRESH-INTERVAL;VALUE=DURATION:PT1H', ...zone))).to.deep.equal([]);
  });

  const faults: readonly [what: string, text: string, problem: RegExp][] = [
    ['a property of the calendar after a component', calendar(...event, 'NAME:x'), /follows a component/],
    ['a property twice', calendar('NAME:x', 'NAME:y', ...event), /NAME 2 times/],
    ['a property that is missing', withEvent().replace('UID:1\r\n', ''), /no UID/],
    ['a property that does not belong there', withEvent('TZID:x'), /TZID is not known/],
    ['no component', calendar(), /no component/],
    ['a long line', withEvent(`SUMMARY:${'x'.repeat(68)}`), /76 octets/],
    ['a line feed of its own', withEvent('SUMMARY:a\nb'), /CR or LF/],
    ['no last line end', withEvent().slice(0, -2), /last line/],
    ['an empty line', withEvent(''), /empty/],
    ['an escape that there is not', withEvent('SUMMARY:a\\t'), /SUMMARY is/],
    ['a comma in a text', withEvent('SUMMARY:a,b'), /SUMMARY is/],
    ['an address with an escape', withEvent('URL:https://x.example/\\,'), /URL is/],
    ['an end before the start', withEvent('DTEND:20261201T070000Z'), /ends before/],
    ['an end of another kind', withEvent('DTEND:20261201T090000'), /DTEND is/],
    ['a number that is none', withEvent('SEQUENCE:-1'), /SEQUENCE is/],
    ['two events of one id', calendar(...event, ...event), /1 twice/],
    ['two sets of rules', calendar(...zone, ...zone), /rules twice/],
    ['a zone without rules', withEvent('RDATE;TZID=X:20261201T090000'), /no rules/],
    ['rules that nothing uses', calendar(...zone, ...event), /not used/],
    ['rules without observances', calendar('BEGIN:VTIMEZONE', 'TZID:X', 'END:VTIMEZONE'), /no observance/],
    ['an end that ends nothing', calendar('END:VEVENT', ...event), /ends nothing/],
    ['an interval that is none', calendar('REFRESH-INTERVAL;VALUE=DURATION:P', ...event), /INTERVAL is/],
    ['what is no line', withEvent('SUMMARY'), /no property/],
    ['two calendars', withEvent() + withEvent(), /not one calendar/],
  ];
  for (const [what, text, problem] of faults)
    it(`finds ${what}`, () => {
      expect(found(text).join('\n')).to.match(problem);
    });

  it('finds a line that is folded within a character', () => {
    const [before, after] = Buffer.from(withEvent('SUMMARY:é')).toString('latin1').split('\u00c3') as [
      string,
      string,
    ];
    const bytes = Buffer.from(`${before}\u00c3\r\n ${after}`, 'latin1');

    expect(problemsOfCalendar(bytes).join()).to.match(/within a character/);
  });
});
