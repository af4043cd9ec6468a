import { expect } from 'chai';
import fc from 'fast-check';
import { daysOf, turned } from '../../../src/web/calendar/calendar-page.js';
import { addDays, addMonths } from '../../../src/web/time/days.js';

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));

describe('The days of a page of the calendar', () => {
  it('of a month are whole weeks with every day of it, and no week without one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (date, firstWeekday) => {
        const shown = daysOf({ view: 'month', date }, firstWeekday);
        const month = date.slice(0, 7);
        const inMonth = shown.filter((day) => day.startsWith(month));

        expect(shown.length % 7).to.equal(0);
        expect(inMonth[0]).to.equal(`${month}-01`);
        expect(addDays(inMonth.at(-1) ?? '', 1)).to.equal(addMonths(`${month}-01`, 1));
        for (let week = 0; week < shown.length; week += 7)
          expect(shown.slice(week, week + 7).some((day) => day.startsWith(month))).to.equal(true);
      }),
      { seed: 5 },
    );
  });

  it('of a week begin on the first day of the week of the reader', () => {
    expect(daysOf({ view: 'week', date: '2026-12-09' }, 1)[0]).to.equal('2026-12-07');
    expect(daysOf({ view: 'week', date: '2026-12-09' }, 7)[0]).to.equal('2026-12-06');
    expect(daysOf({ view: 'week', date: '2026-12-07' }, 1)).to.have.length(7);
  });

  it('come back when a page is turned and turned back, and a month is never left out', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('month', 'week', 'day'), (date, view) => {
        const page = { view, date } as const;
        const back = turned(turned(page, 1), -1);
        expect(daysOf(back, 1)).to.deep.equal(daysOf(page, 1));
      }),
      { seed: 5 },
    );
    expect(turned({ view: 'month', date: '2027-01-31' }, 1).date).to.equal('2027-02-01');
  });
});
