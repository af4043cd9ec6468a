import { expect } from 'chai';
import fc from 'fast-check';
import { concatenated, type Paged, readPage, wholeList } from '../../src/application/page-walk.js';
import { refused } from '../support/rejections.js';

/** A list that is there as a whole, and notes which pages were asked for. */
function paged<T>(items: readonly T[], asked: number[] = []): Paged<T> {
  return ({ page, size }) => {
    asked.push(page);
    return Promise.resolve({ items: items.slice((page - 1) * size, page * size), total: items.length });
  };
}

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);

describe('A list that is read page by page', () => {
  it('is one list when it goes on with another, whatever page of whatever size is read', async () => {
    const length = fc.integer({ min: 0, max: 25 });
    const size = fc.integer({ min: 1, max: 10 });
    await fc.assert(
      fc.asyncProperty(length, length, size, async (first, second, size) => {
        const list = concatenated(paged(numbers(first)), paged(numbers(second, first)));
        const all = numbers(first + second);
        for (let page = 1; page <= Math.ceil(all.length / size) + 1; page += 1)
          expect(await list({ page, size })).to.deep.equal({
            items: all.slice((page - 1) * size, page * size),
            total: all.length,
          });
      }),
    );
  });

  it('is read to its end, in pages of 1,000, and not beyond', async () => {
    for (const [count, pages] of [
      [0, [1]],
      [1, [1]],
      [1_000, [1]],
      [1_001, [1, 2]],
      [2_500, [1, 2, 3]],
    ] as const) {
      const asked: number[] = [];
      expect(await wholeList(paged(numbers(count), asked))).to.deep.equal({
        items: numbers(count),
        total: count,
      });
      expect(asked, String(count)).to.deep.equal(pages);
    }
  });

  it('is read no further than it goes when its total promises more', async () => {
    const shrunk: Paged<number> = async (request) => ({
      ...(await paged(numbers(1_200))(request)),
      total: 5_000,
    });

    expect((await wholeList(shrunk)).total).to.equal(1_200);
  });

  it('may be as long as all of it may be, and not longer', async () => {
    const wish = { page: 1, size: 'all', most: 1_500 } as const;

    expect((await readPage(paged(numbers(1_500)), wish)).items).to.have.length(1_500);
    const { issues } = await refused(readPage(paged(numbers(1_501)), wish), 'validation');
    expect(issues.map(({ field, code }) => [field, code])).to.deep.equal([[['size'], 'too-large']]);
    expect((await readPage(paged(numbers(3_000)), { page: 1, size: 'all' })).items).to.have.length(3_000);
  });

  it('is read one page where one is wished for', async () => {
    const asked: number[] = [];
    const { items, total } = await readPage(paged(numbers(45), asked), { page: 3, size: 20, most: 10 });

    expect([items, total, asked]).to.deep.equal([numbers(5, 40), 45, [3]]);
  });
});
