import assert from 'node:assert/strict';
import type { PageOf, PageRequest } from '../../domain/page.js';

type Read<T> = (page: PageRequest) => Promise<PageOf<T>>;

/** A host may have ten thousand people: what a suite finds wrong with paging shows in the first pages. */
const mostPages = 30;

/**
 * Fails unless walking pages of any size meets everything once, in the same order each time, and a page after the
 * last is empty and tells the same total.
 */
export async function assertPaged<T extends { readonly id: string }>(read: Read<T>): Promise<void> {
  const { items, total } = await read({ page: 1, size: 1_000 });
  for (const size of [1, 2, 7]) {
    const walked = await walk(read, size, total);
    assert.equal(
      walked.length,
      Math.min(total, mostPages * size),
      `pages of ${size} do not add up to the total`,
    );
    assert.equal(new Set(walked).size, walked.length, `pages of ${size} meet somebody twice`);
    assert.deepEqual(walked, idsOf(items).slice(0, walked.length), `pages of ${size} have another order`);
  }
  const after = await read({ page: Math.floor(total / 7) + 2, size: 7 });
  assert.deepEqual(
    [after.items.length, after.total],
    [0, total],
    'a page after the last is not an empty page',
  );
}

export function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id);
}

async function walk<T extends { readonly id: string }>(
  read: Read<T>,
  size: number,
  total: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let page = 1; page <= mostPages && (page - 1) * size < total; page += 1) {
    const found = await read({ page, size });
    assert.equal(found.total, total, `page ${page} of ${size} tells another total`);
    assert.ok(found.items.length <= size, `page ${page} of ${size} has ${found.items.length} items`);
    ids.push(...idsOf(found.items));
  }
  return ids;
}
