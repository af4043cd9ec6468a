import { Refusal } from '../domain/refusal.js';
import type { PageOf, PageRequest } from '../domain/page.js';

/** A list that is read page by page. */
export type Paged<T> = (request: PageRequest) => Promise<PageOf<T>>;

const widest = 1_000;

/** A page of a list, or all of it. */
export interface PageWish {
  readonly page: number;
  readonly size: number | 'all';
  /** The most entries that `all` may mean. Default: however many there are. */
  readonly most?: number | undefined;
}

/**
 * The whole list, 1,000 entries at a time.
 *
 * @throws Refusal `validation` when it has more than `most` entries
 */
export async function* batchesOf<T>(list: Paged<T>, most?: number): AsyncGenerator<readonly T[]> {
  let read = 0;
  for (let page = 1; ; page += 1) {
    const { items, total } = await list({ page, size: widest });
    refuseLonger(total, most);
    read += items.length;
    yield items;
    if (items.length === 0 || read >= total) return;
  }
}

/** The whole list at once. @throws as {@link batchesOf} */
export async function wholeList<T>(list: Paged<T>, most?: number): Promise<PageOf<T>> {
  const items: T[] = [];
  for await (const batch of batchesOf(list, most)) items.push(...batch);
  return { items, total: items.length };
}

/** One list that starts with `first` and goes on with `second`. */
export function concatenated<T>(first: Paged<T>, second: Paged<T>): Paged<T> {
  return async ({ page, size }) => {
    const head = await first({ page, size });
    const skipped = Math.max(0, (page - 1) * size - head.total);
    const aligned = Math.floor(skipped / size);
    const [one, two] = await Promise.all([
      second({ page: aligned + 1, size }),
      second({ page: aligned + 2, size }),
    ]);
    const tail = [...one.items, ...two.items].slice(skipped - aligned * size);
    return { items: [...head.items, ...tail].slice(0, size), total: head.total + one.total };
  };
}

/** What is wished for of a list. @throws Refusal `validation` when all of it is too much */
export function readPage<T>(list: Paged<T>, { page, size, most }: PageWish): Promise<PageOf<T>> {
  return size === 'all' ? wholeList(list, most) : list({ page, size });
}

/** @throws Refusal `validation` that points at the size, when a list is longer than all of it may be */
export function refuseLonger(total: number, most: number | undefined): void {
  if (most !== undefined && total > most) throw Refusal.field('size', 'too-large', { limit: most });
}
