import { expect } from 'chai';
import { countPast, indexByKey, listRows } from '../../../src/web/seance/list-rows.js';
import type { Seance, SeanceState } from '../../../src/web/seance/seance.js';

const seances = (...states: readonly SeanceState[]): readonly Seance[] =>
  states.map((state, index) => ({ id: String(index), state }) as Seance);

const keys = (states: readonly SeanceState[], past: number | undefined, isOpen = false): readonly string[] =>
  listRows(seances(...states), past, isOpen).map(({ key }) => key);

describe('The rows of the list', () => {
  const mixed = ['past', 'past', 'ongoing', 'past', 'upcoming'] as const;

  it('fold those before the first that has not ended, and have the line of today before it', () => {
    expect(countPast(seances(...mixed))).to.equal(2);
    expect(keys(mixed, 3)).to.deep.equal(['fold', 'today', '2', '3', '4']);
    expect(keys(mixed, 3, true)).to.deep.equal(['fold', '0', '1', 'today', '2', '3', '4']);
  });

  it('say that others are on the pages before', () => {
    expect(keys(['upcoming', 'upcoming'], 20)).to.deep.equal(['fold', 'today', '0', '1']);
  });

  it('are only the séances when there is nothing before now, or nothing after it', () => {
    expect(keys(['ongoing', 'upcoming'], 0)).to.deep.equal(['0', '1']);
    expect(keys(['past', 'past'], 22)).to.deep.equal(['0', '1']);
    expect(keys([], 0)).to.deep.equal([]);
  });

  it('are only the séances of a page that is not that of now', () => {
    expect(keys(mixed, undefined)).to.deep.equal(['0', '1', '2', '3', '4']);
  });

  it('are walked through by the arrows, Home and End', () => {
    expect(indexByKey('ArrowDown', 1, 5)).to.equal(2);
    expect(indexByKey('ArrowUp', 1, 5)).to.equal(0);
    expect(indexByKey('Home', 3, 5)).to.equal(0);
    expect(indexByKey('End', 3, 5)).to.equal(4);
    expect(indexByKey('PageDown', 3, 5)).to.equal(-1);
  });
});
