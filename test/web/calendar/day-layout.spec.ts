import { expect } from 'chai';
import fc from 'fast-check';
import { hoursOf, laneOut } from '../../../src/web/calendar/day-layout.js';
import { pieceOn, piecesOn, type Piece } from '../../../src/web/calendar/day-pieces.js';
import type { Span } from '../../../src/web/time/span.js';
import { addMinutes } from '../../../src/web/time/wall-time.js';

const day = '2026-12-07';
const midnight = `${day}T00:00`;
const spans = fc.tuple(fc.nat(1_400), fc.integer({ min: 1, max: 300 })).map(([start, length]) => ({
  start: addMinutes(midnight, start),
  end: addMinutes(midnight, start + length),
}));
const lists = fc.array(spans, { maxLength: 20 });
const limits = fc.integer({ min: 1, max: 6 });

const isShown = ({ lane, lanes }: { readonly lane: number; readonly lanes: number }) => lane < lanes;

describe('The layout of a day', () => {
  it('has everything once, side by side where it overlaps, and never one over the other', () => {
    fc.assert(
      fc.property(lists, limits, (items, limit) => {
        const { placed } = laneOut(piecesOn(items, day), limit);

        expect(placed.map(({ item }) => item)).to.have.members(items);
        for (const one of placed) {
          expect(one.lanes).to.be.at.most(limit);
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

  it('counts what there is no room for, beside that for which there is', () => {
    fc.assert(
      fc.property(lists, limits, (items, limit) => {
        const { placed, crowds } = laneOut(piecesOn(items, day), limit);
        const left = placed.filter((piece) => !isShown(piece));

        expect(crowds.reduce((sum, { count }) => sum + count, 0)).to.equal(left.length);
        for (const piece of left) {
          const crowd = crowds.find(({ from, to }) => from <= piece.from && piece.to <= to);
          expect(crowd, 'the count that it is in').to.not.equal(undefined);
          expect(
            placed.filter((one) => isShown(one) && one.from < piece.to && piece.from < one.to),
          ).to.not.deep.equal([]);
        }
        expect(placed.filter(({ isCrowded }) => isCrowded).length > 0).to.equal(left.length > 0);
      }),
      { seed: 5 },
    );
  });

  it('gives the whole width to what overlaps nothing', () => {
    const one = { start: `${day}T09:00`, end: `${day}T10:00` };
    const other = { start: `${day}T10:00`, end: `${day}T11:00` };
    const { placed } = laneOut(piecesOn([one, other], day), 3);
    expect(placed.map(({ lanes }) => lanes)).to.deep.equal([1, 1]);
  });

  it('has of what lasts longer the part that is on the day, and nothing of what ends at its midnight', () => {
    const long = { start: '2026-12-06T22:00', end: '2026-12-08T01:00' };
    const night = { start: '2026-12-06T22:00', end: midnight };

    expect(pieceOn(long, day)).to.deep.equal({ item: long, from: 0, to: 1_440, day: 2, days: 3 });
    expect(pieceOn(night, day)).to.equal(undefined);
  });

  it('draws a working day, the hours of whatever is before and after, and none for what began the evening before', () => {
    const piece = (from: number, to: number, on = 1): Piece<Span> => ({
      ...{ item: { start: midnight, end: midnight }, from, to },
      ...{ day: on, days: on },
    });
    expect(hoursOf([])).to.deep.equal([8, 18]);
    expect(hoursOf([piece(390, 420), piece(1_170, 1_290)])).to.deep.equal([6, 22]);
    expect(hoursOf([piece(0, 120, 2)])).to.deep.equal([8, 18]);
    expect(hoursOf([piece(0, 1_200, 2)])).to.deep.equal([8, 20]);
  });
});
