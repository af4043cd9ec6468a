import { expect } from 'chai';
import ICAL from 'ical.js';
import { rrulestr } from 'rrule';
import { dateText, dayOf } from '../../../src/adapters/ical/event-properties.js';
import { recurringDays } from '../../../src/adapters/ical/recurring-days.js';

const horizon = { first: dayOf('2026-01-01'), last: dayOf('2036-12-31') };

function daysOf(start: string, rule: string): readonly string[] | undefined {
  const [, , , value] = ICAL.parse.property(`RRULE:${rule}`) as readonly unknown[];
  const found = recurringDays(value, dayOf(start), horizon, { left: 1_000_000 });
  return found?.days.map(dateText);
}

describe('The days of a rule', () => {
  const rules: readonly [start: string, rule: string][] = [
    ['2026-12-25', 'FREQ=YEARLY'],
    ['2026-11-11', 'FREQ=YEARLY;INTERVAL=3;COUNT=3'],
    ['2026-05-25', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'],
    ['2026-05-25', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20290528'],
    ['2026-04-06', 'FREQ=YEARLY;BYDAY=1MO;BYMONTH=4'],
    ['2026-01-05', 'FREQ=YEARLY;BYDAY=1MO'],
    ['2026-12-28', 'FREQ=YEARLY;BYDAY=-1MO'],
    ['2026-01-26', 'FREQ=YEARLY;BYDAY=20MO,-20FR'],
    ['2024-02-29', 'FREQ=YEARLY;COUNT=3'],
    ['2026-02-28', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
    ['2026-02-28', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29'],
    ['2026-01-31', 'FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=31'],
    ['2026-01-31', 'FREQ=YEARLY;BYMONTH=1,2,3;BYMONTHDAY=-1'],
    ['2026-11-01', 'FREQ=YEARLY;BYMONTHDAY=1'],
    ['2026-11-26', 'FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYMONTHDAY=22,23,24,25,26,27,28'],
    ['2026-05-29', 'FREQ=YEARLY;BYMONTH=5;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['2026-05-29', 'FREQ=YEARLY;BYMONTH=5,6;BYDAY=FR;BYSETPOS=-1;UNTIL=20290615'],
    ['2026-12-31', 'FREQ=YEARLY;BYYEARDAY=-1,100'],
    ['2026-11-11', 'FREQ=YEARLY;BYMONTH=12'],
    ['2026-11-11', 'FREQ=YEARLY;UNTIL=20281111T000000Z'],
    ['2026-01-31', 'FREQ=MONTHLY;COUNT=4'],
    ['2026-01-31', 'FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=2;COUNT=5'],
    ['2026-01-31', 'FREQ=MONTHLY;BYDAY=MO,FR;BYSETPOS=1,-1;UNTIL=20260601'],
    ['2026-01-31', 'FREQ=WEEKLY;COUNT=4;BYDAY=MO,WE'],
    ['2026-02-01', 'FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=SU,MO;WKST=SU'],
    ['2026-02-01', 'FREQ=WEEKLY;COUNT=4;INTERVAL=2;BYDAY=SU,MO;WKST=MO'],
    ['2026-02-03', 'FREQ=WEEKLY;UNTIL=20260301'],
    ['2026-01-31', 'FREQ=DAILY;COUNT=4;INTERVAL=2'],
    ['2026-12-30', 'FREQ=DAILY;BYMONTH=1;COUNT=3'],
  ];
  for (const [start, rule] of rules)
    it(`of ${rule} from ${start} are those that rrule finds`, () => {
      const text = `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${rule}`;
      const [from, to] = [new Date('1900-01-01'), new Date('2036-12-31')];
      const expected = rrulestr(text).between(from, to, true);
      expect(expected).to.not.be.empty;
      expect(daysOf(start, rule)).to.deep.equal(expected.map((day) => day.toISOString().slice(0, 10)));
    });

  it('begin this year when the rule has no end, in step with its interval', () => {
    expect(daysOf('1970-12-25', 'FREQ=YEARLY;INTERVAL=5')).to.deep.equal(['2030-12-25', '2035-12-25']);
  });

  it('are none of a day that there is not', () => {
    expect(daysOf('2026-11-11', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).to.deep.equal([]);
  });

  it('are not looked for beyond what a file may cost', () => {
    const patience = { left: 100 };
    expect(recurringDays({ freq: 'YEARLY' }, dayOf('2026-11-11'), horizon, patience)).to.equal(undefined);
    const many = Array.from({ length: 101 }, (_, index) => index + 1).join(',');
    expect(daysOf('2026-11-11', `FREQ=YEARLY;BYYEARDAY=${many};BYSETPOS=1`)).to.equal(undefined);
  });
});
