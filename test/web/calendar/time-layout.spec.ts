import { expect } from 'chai';
import { timeLayout } from '../../../src/web/calendar/time-layout.js';
import { addDays } from '../../../src/web/time/days.js';

const week = Array.from({ length: 7 }, (_, index) => addDays('2026-12-07', index));
const parallel = (count: number) =>
  Array.from({ length: count }, () => ({ start: '2026-12-07T09:00', end: '2026-12-07T11:00' }));

describe('Days side by side', () => {
  it('have above the hours what lasts a day or longer, and the rest of a night', () => {
    const night = { start: '2026-12-08T20:00', end: '2026-12-09T02:00' };
    const stage = { start: '2026-12-09T09:00', end: '2026-12-11T17:00' };
    const { first, last, columns } = timeLayout([night, stage], week);

    expect([first, last]).to.deep.equal([8, 24]);
    expect(columns[1]?.layout.placed.map(({ item }) => item)).to.deep.equal([night]);
    expect(columns[2]?.layout.placed).to.deep.equal([]);
    expect(columns[2]?.early.map(({ item, day, days }) => ({ item, day, days }))).to.deep.equal([
      { item: night, day: 2, days: 2 },
    ]);
    expect(columns[2]?.bars.rows.map((row) => row?.item)).to.deep.equal([stage]);
    expect(columns.map(({ count }) => count)).to.deep.equal([0, 1, 2, 1, 1, 0, 0]);
  });

  it('have the rest of a night among the hours where these are drawn anyway', () => {
    const night = { start: '2026-12-08T20:00', end: '2026-12-09T02:00' };
    const dawn = { start: '2026-12-10T01:00', end: '2026-12-10T03:00' };
    const { first, columns } = timeLayout([night, dawn], week);

    expect(first).to.equal(1);
    expect(columns[2]?.early).to.deep.equal([]);
    expect(columns[2]?.layout.placed.map(({ from, to }) => [from, to])).to.deep.equal([[60, 120]]);
  });

  it('have three side by side in a week, then a count; a day has six, then it is a list', () => {
    const [monday] = timeLayout(parallel(8), week).columns;
    expect(monday?.layout.crowds).to.deep.equal([{ from: 540, to: 660, count: 5 }]);
    expect(timeLayout(parallel(8), week).isList).to.equal(false);
    expect(timeLayout(parallel(6), ['2026-12-07']).isList).to.equal(false);
    expect(timeLayout(parallel(7), ['2026-12-07']).isList).to.equal(true);
  });
});
