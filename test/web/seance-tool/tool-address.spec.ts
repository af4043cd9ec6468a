import { expect } from 'chai';
import fc from 'fast-check';
import { queryWith } from '../../../src/web/core/address-controller.js';
import { pageSizes } from '../../../src/web/core/page.js';
import { toolAddress, type ToolAddress } from '../../../src/web/seance-tool/tool-address.js';
import { seanceSorts } from '../../../src/web/seance/seance-search.js';

const read = (query: string) => toolAddress.read(new URLSearchParams(query));
const write = (address: ToolAddress, query = '') => queryWith(toolAddress, address, query);

const text = fc.string({ minLength: 1, maxLength: 8 });
const addresses: fc.Arbitrary<ToolAddress> = fc.record({
  search: fc.record({
    session: fc.option(text, { nil: undefined }),
    q: fc.string({ maxLength: 8 }),
    filters: fc.record(
      { group: text, from: text, mine: fc.constant('true'), cancelled: fc.constantFrom('true', 'false') },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom(...seanceSorts),
    descending: fc.boolean(),
    page: fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.constant('now' as const)),
    size: fc.constantFrom(...pageSizes),
  }),
  seance: fc.option(text, { nil: undefined }),
  presences: fc.constant(false),
  bin: fc.constant(false),
  calendar: fc.option(
    fc.record({
      view: fc.constantFrom('month', 'week', 'day'),
      date: fc.constantFrom('2026-12-07', undefined),
    }),
    { nil: undefined },
  ),
});

describe('The address of the tool', () => {
  it('leads back to what it was written for', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(read(write(address))).to.deep.equal(address);
      }),
      { seed: 5 },
    );
  });

  it('leaves the parameters of the host as they are', () => {
    const query = write({ ...read('?q=a&page=2'), seance: 's' }, '?course=7&page=9&tab=x');
    expect(Object.fromEntries(new URLSearchParams(query))).to.deep.equal({
      ...{ course: '7', tab: 'x', q: 'a', page: '2', seance: 's' },
    });
  });

  it('is empty for the whole list', () => {
    expect(write(read(''))).to.equal('');
  });

  it('names the first page, which is not where the list begins', () => {
    const { search } = read('');
    expect(search.page).to.equal('now');
    expect(write({ ...read(''), search: { ...search, page: 1 } })).to.equal('?page=1');
  });

  it('counts what makes no sense in it as absent', () => {
    for (const query of [
      '?page=-1',
      '?page=x',
      '?page=now',
      '?size=11',
      '?sort=secret',
      '?view=year',
      '?date=soon',
      '?mine=no',
    ])
      expect(read(query), query).to.deep.equal(read(''));
    expect(read('?view=week&date=2026-02-30').calendar).to.deep.equal({ view: 'week', date: undefined });
  });

  it('shows a séance rather than the bin when it names both', () => {
    expect(read('?bin=true').bin).to.equal(true);
    expect(read('?bin=true&seance=s')).to.include({ bin: false, seance: 's' });
  });
});
