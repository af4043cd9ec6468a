import { expect } from 'chai';
import { calendar, readCalendar } from '../../support/calendar-files.js';

/** First and last day of the one event of a calendar, or why it was left out. */
function read(event: string, name = 'Congé'): readonly string[] {
  const found = readCalendar(calendar(`SUMMARY:${name}\n${event}`));
  const [day] = found?.days ?? [];
  return day ? [day.startsOn, day.endsOn] : [found?.skipped[0]?.reason ?? 'nothing'];
}

describe('The days of an event', () => {
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
    expect(readCalendar(calendar(event))?.days[0]?.name).to.equal("Congé, d'été et 😀 plus");
    expect(
      readCalendar(calendar(`SUMMARY:${'x'.repeat(254)}😀\nDTSTART;VALUE=DATE:20261111`))?.days[0]?.name,
    ).to.equal('x'.repeat(254));
    for (const title of [' ', '\u200b', '\u3164\u00ad'])
      expect(read('DTSTART;VALUE=DATE:20261111', title)).to.deep.equal(['unnamed']);
  });

  describe('lengths', () => {
    const lengths: readonly [duration: string, expected: string][] = [
      ['P2DT0H0M0S', '2026-12-25'],
      ['PT72H', '2026-12-26'],
      ['PT4320M', '2026-12-26'],
      ['PT86400S', '2026-12-24'],
      ['P1DT24H', '2026-12-25'],
      ['P1W', '2026-12-30'],
      ['P2W', '2027-01-06'],
      ['+P1D', '2026-12-24'],
      ['p2d', '2026-12-25'],
      ['P0001D', '2026-12-24'],
      ['-P1D', 'unreadable'],
      ['P0D', 'unreadable'],
      ['PT0S', 'unreadable'],
      ['PT36H', 'unreadable'],
      ['P', 'unreadable'],
      ['PT', 'unreadable'],
      ['P1DT', 'unreadable'],
      ['P1M', 'unreadable'],
      ['P1.5D', 'unreadable'],
      ['2', 'unreadable'],
      ['', 'unreadable'],
      ['P99999999999999999999D', 'unreadable'],
      ['P999999999W', 'unreadable'],
    ];
    for (const [duration, expected] of lengths)
      it(`reads ${duration || 'nothing'} from 24 December as ${expected}`, () => {
        const found = read(`DTSTART;VALUE=DATE:20261224\nDURATION:${duration}`);
        expect(found.at(-1)).to.equal(expected);
      });

    it('stores no day outside of the calendar', () => {
      expect(read('DTSTART;VALUE=DATE:29900101\nDURATION:P1000W')).to.deep.equal(['unreadable']);
      expect(read('DTSTART;VALUE=DATE:29991230\nDTEND;VALUE=DATE:30000101')).to.deep.equal([
        '2999-12-30',
        '2999-12-31',
      ]);
      expect(read('DTSTART;VALUE=DATE:29991230\nDTEND;VALUE=DATE:30000102')).to.deep.equal(['unreadable']);
    });
  });

  describe('days from midnight to midnight', () => {
    const christmas = ['2026-12-24', '2026-12-25'];
    const zone = 'TZID=Europe/Brussels';
    const outlook = 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE';
    const events: readonly [string, readonly string[]][] = [
      [`DTSTART;${zone}:20261224T000000\nDTEND;${zone}:20261226T000000\n${outlook}`, christmas],
      [`DTSTART;${zone}:20261224T000000\nDTEND;${zone}:20261226T000000`, christmas],
      ['DTSTART:20261224T000000\nDTEND:20261226T000000', christmas],
      ['DTSTART:20261224T000000Z\nDTEND:20261226T000000Z', christmas],
      ['DTSTART:20261224T000000\nDURATION:P2D', christmas],
      ['DTSTART:20261224T000000\nDURATION:PT48H', christmas],
      ['DTSTART:20261224T000000\nDTEND;VALUE=DATE:20261226', christmas],
      ['DTSTART;VALUE=DATE:20261224\nDTEND:20261226T000000', christmas],
      [`DTSTART:20261224T000000\n${outlook}`, ['2026-12-24', '2026-12-24']],
      [`DTSTART:20261224T000000\nDTEND:20261224T000000\n${outlook}`, ['2026-12-24', '2026-12-24']],
      ['DTSTART:20261224T000000\nDTEND:20261224T000000', ['timed']],
      ['DTSTART:20261224T000000', ['timed']],
      ['DTSTART:20261224T000000\nDTEND:20261226T000001', ['timed']],
      ['DTSTART:20261224T000000\nDURATION:PT36H', ['timed']],
      [`DTSTART:20261224T080000\nDTEND:20261226T080000\n${outlook}`, ['timed']],
      ['DTSTART;VALUE=DATE:20261224\nDTEND:20261226T120000', ['unreadable']],
      ['DTSTART:20261224T240000\nDTEND:20261226T000000', ['unreadable']],
      ['DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:Christmas', ['unreadable']],
    ];
    for (const [event, expected] of events)
      it(`reads ${event.replaceAll('\n', ' ')} as ${expected.join(' to ')}`, () =>
        expect(read(event)).to.deep.equal(expected));
  });

  describe('rules', () => {
    /** The days of an event that recurs, without the year when it is the same day in each. */
    const starts = (...events: readonly string[]) => {
      const found = readCalendar(calendar(...events.map((event) => `UID:1\nSUMMARY:Congé\n${event}`)));
      return found?.days.map(({ startsOn }) => startsOn);
    };
    const reasons = (event: string) =>
      readCalendar(calendar(`SUMMARY:Congé\n${event}`))?.skipped.map(({ reason }) => reason);
    const from = (day: string, rule: string) => `DTSTART;VALUE=DATE:${day}\nRRULE:${rule}`;

    it('reads each year of a rule without an end from this year to ten years on, and says that there are more', () => {
      const event = from('19701225', 'FREQ=YEARLY');
      const years = Array.from({ length: 11 }, (_, index) => `${2026 + index}-12-25`);
      expect(starts(event)).to.deep.equal(years);
      expect(reasons(event)).to.deep.equal(['beyond-horizon']);
    });

    it('reads all of a rule that ends, with the length of its event', () => {
      const event = from('20241224', 'FREQ=YEARLY;COUNT=3');
      const found = readCalendar(calendar(`SUMMARY:Congé\n${event}\nDURATION:P2D`));
      expect(found).to.deep.equal({
        days: [2024, 2025, 2026].map((year) => ({
          ...{ name: 'Congé', startsOn: `${year}-12-24`, endsOn: `${year}-12-25` },
        })),
        skipped: [],
      });
    });

    it('reads a rule that ends to its end, and takes an end after the calendar for none', () => {
      const until = (end: string) => starts(from('20261111', `FREQ=YEARLY;UNTIL=${end}`))?.length;
      expect([until('20501111'), until('20501110')]).to.deep.equal([25, 24]);
      expect([until('99991231'), until('29991231')]).to.deep.equal([11, 11]);
    });

    it('reads dates beside a rule and dates that are left out', () => {
      const event = `${from('20261111', 'FREQ=YEARLY;COUNT=4')}\nEXDATE;VALUE=DATE:20271111,20281111\nRDATE;VALUE=DATE:20300101`;
      expect(starts(event)).to.deep.equal(['2026-11-11', '2029-11-11', '2030-01-01']);
      expect(starts('DTSTART;VALUE=DATE:20261111\nRDATE;VALUE=DATE:20261112')).to.deep.equal([
        '2026-11-11',
        '2026-11-12',
      ]);
    });

    it('takes the days of midnights that are written in UTC', () => {
      const event =
        'DTSTART;TZID=Europe/Brussels:20260525T000000\nDTEND;TZID=Europe/Brussels:20260526T000000';
      const rule = 'RRULE:FREQ=YEARLY;UNTIL=20290524T220000Z\nEXDATE:20270524T220000Z';
      expect(starts(`${event}\n${rule}`)).to.deep.equal(['2026-05-25', '2028-05-25', '2029-05-25']);
    });

    it('takes the events of single dates for these dates', () => {
      const series = from('20261111', 'FREQ=YEARLY;COUNT=4');
      const moved = 'RECURRENCE-ID;VALUE=DATE:20271111\nDTSTART;VALUE=DATE:20271112';
      const gone = 'RECURRENCE-ID;VALUE=DATE:20281111\nDTSTART;VALUE=DATE:20281111\nSTATUS:CANCELLED';
      expect(starts(moved, series, gone)).to.deep.equal(['2027-11-12', '2026-11-11', '2029-11-11']);
      const following = moved.replace(';', ';RANGE=THISANDFUTURE;');
      expect(starts(series, following)).to.deep.equal(['2026-11-11']);
      expect(starts(`${series}\nSTATUS:CANCELLED`, moved)).to.deep.equal([]);
    });

    for (const event of [
      from('20261111', 'FREQ=X'),
      from('20261111', 'FREQ=DAILY'),
      from('20261111', 'FREQ=WEEKLY;BYDAY=WE'),
      from('20261111', 'FREQ=HOURLY;COUNT=2'),
      from('20261111', 'FREQ=YEARLY;BYWEEKNO=1'),
      from('20261111', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=0'),
      from('20261111', 'FREQ=YEARLY;RSCALE=HEBREW'),
      from('20261111', 'FREQ=DAILY;UNTIL=20301111'),
      from('20261111', ''),
      'DTSTART;VALUE=DATE:20261111\nRDATE;VALUE=PERIOD:20261111T000000Z/P1D',
      'DTSTART;VALUE=DATE:20261111\nEXRULE:FREQ=YEARLY;COUNT=1',
    ])
      it(`leaves out ${event.slice(28).trim() || 'an empty rule'} as recurring`, () => {
        expect(starts(event)).to.deep.equal([]);
        expect(reasons(event)).to.deep.equal(['recurring']);
      });
  });
});
