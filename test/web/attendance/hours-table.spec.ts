import { expect } from 'chai';
import { hoursTable } from '../../../src/web/attendance/hours-table.js';
import type { SessionHours } from '../../../src/web/attendance/my-attendance.js';

const hours = (minutes: number, halfDays = 1, attended = 1) => ({ minutes, halfDays, attended });
const found: SessionHours = {
  quarters: ['2026-Q4', '2027-Q1'],
  people: [
    {
      user: { id: 'a', name: 'Aurélie ADAM' },
      ...hours(210, 3, 2),
      quarters: [
        { quarter: '2026-Q4', ...hours(180, 2) },
        { quarter: '2027-Q1', ...hours(30) },
      ],
    },
    {
      user: { id: 'w', name: 'Léa WAUTERS', detail: 'Haute école de Liège' },
      ...hours(60),
      quarters: [{ quarter: '2027-Q1', ...hours(60) }],
    },
  ],
};

describe('The hours of a session', () => {
  it('are a row per person and a column per quarter, empty where they had no half-day', () => {
    const { rows, total, quarters } = hoursTable(found, '');
    expect(quarters).to.deep.equal(['2026-Q4', '2027-Q1']);
    expect(rows.map(({ minutes }) => minutes)).to.deep.equal([
      [180, 30],
      [null, 60],
    ]);
    expect(total.minutes).to.deep.equal([180, 90]);
    expect(total.whole).to.deep.equal({ minutes: 270, halfDays: 4, attended: 3 });
  });

  it('are searched by all words of the name and of what tells people apart, without accents', () => {
    const names = (q: string) => hoursTable(found, q).rows.map(({ user }) => user.id);
    expect(names('adam aurelie')).to.deep.equal(['a']);
    expect(names('WAUTERS liege')).to.deep.equal(['w']);
    expect(names('adam liege')).to.deep.equal([]);
    expect(hoursTable(found, 'liege').total.minutes).to.deep.equal([0, 60]);
  });
});
