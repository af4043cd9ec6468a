import type { PageOf, PageRequest } from '../../ports/directory.js';

/** A list that is read page by page. */
export type Paged<T> = (request: PageRequest) => Promise<PageOf<T>>;

const widest = 1_000;

/** The whole list, read in pages of 1,000. */
export async function wholeList<T>(list: Paged<T>): Promise<PageOf<T>> {
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const { items: more, total } = await list({ page, size: widest });
    items.push(...more);
    if (more.length === 0 || items.length >= total) return { items, total: items.length };
  }
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

/** A page of a list, or the whole of it. */
export function readPage<T>(list: Paged<T>, page: number, size: number | 'all'): Promise<PageOf<T>> {
  return size === 'all' ? wholeList(list) : list({ page, size });
}
