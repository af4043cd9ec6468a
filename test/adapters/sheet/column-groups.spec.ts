import { expect } from 'chai';
import { columnGroups } from '../../../src/adapters/sheet/column-groups.js';
import { slotOn, slotsOf } from '../../support/sheets.js';

const numbers = (...given: Parameters<typeof columnGroups>) =>
  columnGroups(...given).map((group) => group.map(({ index }) => index));

describe('The half-days of a sheet', () => {
  it('stand side by side as long as they fit', () => {
    expect(numbers(slotsOf(3), 6)).to.deep.equal([[0, 1, 2, 3, 4, 5]]);
  });

  it('are parted between days', () => {
    expect(numbers(slotsOf(5), 6)).to.deep.equal([
      [0, 1, 2, 3, 4, 5],
      [6, 7, 8, 9],
    ]);
    expect(numbers(slotsOf(3), 5)).to.deep.equal([
      [0, 1, 2, 3],
      [4, 5],
    ]);
  });

  it('are parted within a day that has more than fit', () => {
    const day = Array.from({ length: 5 }, () => slotOn(2, 'morning'));
    expect(numbers([slotOn(1, 'morning'), ...day], 3)).to.deep.equal([[0], [1, 2, 3], [4, 5]]);
  });

  it('make one table, without any of them too', () => {
    expect(numbers([], 6)).to.deep.equal([[]]);
  });
});
