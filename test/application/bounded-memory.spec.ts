import { expect } from 'chai';
import { BoundedMemory } from '../../src/application/bounded-memory.js';

describe('BoundedMemory', () => {
  it('begins anew with one more than it may hold, and not with one that it has', () => {
    const memory = new BoundedMemory<number>(2);
    memory.set('a', 1);
    memory.set('b', 2);
    memory.set('b', 3);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).to.deep.equal([1, 3, undefined]);

    memory.set('c', 4);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).to.deep.equal([undefined, undefined, 4]);
  });
});
