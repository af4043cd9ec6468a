import { expect } from 'chai';
import { toParameters, wholeList, type SeanceSearch } from '../../../src/web/seance/seance-search.js';

const asked = (changes: Partial<SeanceSearch>): string =>
  toParameters({ ...wholeList, ...changes }).toString();

describe('What the list asks the API', () => {
  it('is the page of now, in the order that has one', () => {
    expect(asked({})).to.equal('page=now');
    expect(asked({ size: 'all', q: 'atelier' })).to.equal('q=atelier&size=all&page=now');
  });

  it('is the first page of another order', () => {
    expect(asked({ descending: true })).to.equal('sort=-start');
    expect(asked({ sort: 'name' })).to.equal('sort=name');
  });

  it('is the page that has a number, also the first', () => {
    expect(asked({ page: 1 })).to.equal('page=1');
    expect(asked({ page: 3, sort: 'name' })).to.equal('sort=name&page=3');
  });
});
