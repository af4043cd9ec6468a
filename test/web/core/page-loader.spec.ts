import { expect } from 'chai';
import { CommandEvent } from '../../../src/web/core/command.js';
import { PageLoader } from '../../../src/web/core/page-loader.js';
import type { PageSearch } from '../../../src/web/core/page.js';
import { FakeHost } from '../fake-host.js';

describe('A loader of pages', () => {
  let asked: PageSearch[];
  let total: number;
  let loader: PageLoader<number>;

  beforeEach(() => {
    asked = [];
    total = 45;
    loader = new PageLoader<number>(
      new FakeHost(),
      (search) => {
        asked.push(search);
        return Promise.resolve({ items: [], total, page: search.page, size: search.size });
      },
      20,
    );
  });

  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('takes from a search box or a pager what changes, and lets it go no further', async () => {
    const event = new CommandEvent({ does: 'search', changes: { page: 2 }, history: 'push' });
    let hasGoneOn = true;
    event.stopPropagation = () => (hasGoneOn = false);
    loader.hear(event);
    await settle();
    expect(asked).to.deep.equal([{ q: '', page: 2, size: 20 }]);
    expect(hasGoneOn).to.equal(false);
  });

  it('begins with the first page when something else narrows the search', async () => {
    loader.search = { q: 'a', page: 3, size: 20 };
    loader.restart();
    await settle();
    expect(asked).to.deep.equal([{ q: 'a', page: 1, size: 20 }]);
  });

  it('comes back to the last page when the one that it was on is gone', async () => {
    loader.search = { q: '', page: 3, size: 20 };
    total = 40;
    loader.reload();
    await settle();
    expect(asked.map(({ page }) => page)).to.deep.equal([3, 2]);
    expect(loader.search.page).to.equal(2);
  });

  it('says when everything is there, on one page', async () => {
    loader.search = { q: 'a', page: 3, size: 20 };
    expect(await loader.loadAll()).to.equal(true);
    expect(asked).to.deep.equal([{ q: 'a', page: 1, size: 'all' }]);
  });
});
