import { expect } from 'chai';
import fc from 'fast-check';
import { barsOf } from '../../../src/web/calendar/bars.js';
import { addDays } from '../../../src/web/time/days.js';
import { isOn } from '../../../src/web/time/span.js';

const first = '2026-12-07';
const week = Array.from({ length: 7 }, (_, index) => addDays(first, index));
const spans = fc
  .tuple(fc.integer({ min: -5, max: 8 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, days]) => ({
    start: `${addDays(first, from)}T09:00`,
    end: `${addDays(first, from + days)}T17:00`,
  }));

describe('The bars of days', () => {
  it('are at one height on all their days, and what there is no room for is counted on each', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), fc.integer({ min: 1, max: 3 }), (items, limit) => {
        const bars = barsOf(items, week, limit);
        const heights = new Map<unknown, Set<number>>();

        for (const day of week) {
          const { rows, more } = bars.get(day) ?? { rows: [], more: 0 };
          expect(rows.length).to.be.at.most(limit);
          const shown = rows.filter((row) => row !== undefined);
          expect(shown.length + more).to.equal(items.filter((item) => isOn(item, day)).length);
          for (const [height, row] of rows.entries())
            if (row) heights.set(row.item, (heights.get(row.item) ?? new Set()).add(height));
        }
        for (const known of heights.values()) expect(known.size).to.equal(1);
      }),
      { seed: 5 },
    );
  });

  it('take a free place on top before one below', () => {
    const [short, long, later] = [
      { start: '2026-12-07T09:00', end: '2026-12-08T17:00' },
      { start: '2026-12-07T08:00', end: '2026-12-10T17:00' },
      { start: '2026-12-09T09:00', end: '2026-12-11T17:00' },
    ];
    const rowsOn = (day: string) =>
      barsOf([short, long, later], week, 3)
        .get(day)
        ?.rows.map((row) => row?.item);
    expect(rowsOn('2026-12-07')).to.deep.equal([long, short]);
    expect(rowsOn('2026-12-09')).to.deep.equal([long, later]);
    expect(rowsOn('2026-12-11')).to.deep.equal([undefined, later]);
  });
});
