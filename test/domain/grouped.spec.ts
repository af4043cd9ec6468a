import { expect } from 'chai';
import { groupedBy } from '../../src/domain/grouped.js';

describe('groupedBy', () => {
  it('has the groups in the order of their first item, and the items in their own', () => {
    const groups = groupedBy(['bleu', 'rouge', 'brun', 'rose', 'vert'], (word) => word[0]);

    expect([...groups]).to.deep.equal([
      ['b', ['bleu', 'brun']],
      ['r', ['rouge', 'rose']],
      ['v', ['vert']],
    ]);
  });

  it('has no group without items', () => {
    expect([...groupedBy([], String)]).to.deep.equal([]);
  });
});
