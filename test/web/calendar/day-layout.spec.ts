import { expect } from 'chai';
import fc from 'fast-check';
import { hoursOf, laneOut } from '../../../src/web/calendar/day-layout.js';

const day = '2026-12-07';
const time = (minutes: number) => {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${day}T${hour}:${minute}`;
};
const spans = fc
  .tuple(fc.nat(1_400), fc.integer({ min: 1, max: 300 }))
  .map(([start, length]) => ({ start: time(start), end: time(Math.min(start + length, 1_439)) }));

describe('The layout of a day', () => {
  it('shows what overlaps side by side, everything once, and never one over the other', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 20 }), (items) => {
        const placed = laneOut(items, day);

        expect(placed.map(({ item }) => item)).to.have.members(items);
        for (const one of placed) {
          expect(one.lane).to.be.lessThan(one.lanes);
          for (const other of placed) {
            if (one === other || one.to <= other.from || other.to <= one.from) continue;
            expect(one.lane).to.not.equal(other.lane);
            expect(one.lanes).to.equal(other.lanes);
          }
        }
      }),
      { seed: 5 },
    );
  });

  it('gives the whole width to what overlaps nothing', () => {
    const [first, second] = laneOut(
      [
        { start: `${day}T09:00`, end: `${day}T10:00` },
        { start: `${day}T10:00`, end: `${day}T11:00` },
      ],
      day,
    );
    expect([first?.lanes, second?.lanes]).to.deep.equal([1, 1]);
  });

  it('has of what lasts longer the part that is on the day, and nothing of what ends at its midnight', () => {
    const long = { start: '2026-12-06T22:00', end: '2026-12-08T01:00' };
    const night = { start: '2026-12-06T22:00', end: `${day}T00:00` };

    expect(laneOut([long, night], day).map(({ from, to }) => [from, to])).to.deep.equal([[0, 1_440]]);
  });

  it('draws a working day, and the hours of whatever is before and after', () => {
    expect(hoursOf([])).to.deep.equal([8, 18]);
    expect(
      hoursOf([
        { from: 390, to: 420 },
        { from: 1_170, to: 1_290 },
      ]),
    ).to.deep.equal([6, 22]);
  });
});
