import { expect } from 'chai';
import type { Http, RequestParts } from '../../../src/web/core/http.js';
import { findOwnSeances, type OwnSeances } from '../../../src/web/my-seances/own-seances.js';

const { signal } = new AbortController();
const about = { timeZone: 'Europe/Brussels', counts: { trainer: 0, enrolled: 5, waiting: 0 }, total: 5 };

/** Answers these pages of ids, and keeps what was asked. */
class FakePages {
  readonly asked: string[] = [];

  constructor(private readonly pages: readonly (readonly string[])[]) {}

  get(_path: string, { query }: RequestParts): Promise<object> {
    this.asked.push(String(query));
    const ids = this.pages[Number(query?.get('page')) - 1] ?? [];
    return Promise.resolve({ items: ids.map((id) => ({ id })), ...about, page: 1, size: 10 });
  }

  find(pages: number, known?: OwnSeances): Promise<OwnSeances> {
    return findOwnSeances(this as unknown as Http, undefined, pages, signal, known);
  }
}

describe("The reader's séances, page by page", () => {
  const ids = ({ items }: OwnSeances) => items.map(({ id }) => id);

  it('are one list, which goes on where it ended', async () => {
    const http = new FakePages([['a', 'b'], ['c', 'd'], ['e']]);
    const first = await http.find(1);
    const second = await http.find(2, first);

    expect([ids(first), ids(second)]).to.deep.equal([
      ['a', 'b'],
      ['a', 'b', 'c', 'd'],
    ]);
    expect(http.asked).to.deep.equal(['page=1&size=10', 'page=2&size=10']);
    expect(second).to.deep.include({ pages: 2, ...about });
  });

  it('are there once each, when what was left moves others from one page to the next', async () => {
    const first = await new FakePages([['a', 'b']]).find(1);
    expect(ids(await new FakePages([[], ['b', 'c']]).find(2, first))).to.deep.equal(['a', 'b', 'c']);
  });

  it('are asked for anew as far as they were shown, and no further than they go', async () => {
    const http = new FakePages([['a']]);
    const found = await http.find(3);

    expect([ids(found), http.asked.length]).to.deep.equal([['a'], 2]);
  });

  it('are asked for by what the reader is in them', async () => {
    const http = new FakePages([['a']]);
    await findOwnSeances(http as unknown as Http, 'waiting', 1, signal);
    expect(http.asked).to.deep.equal(['page=1&size=10&part=waiting']);
  });
});
