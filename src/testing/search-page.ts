import { fold, searchTerms } from '../domain/text/fold.js';
import type { PageOf } from '../domain/page.js';
import type { PersonSearch } from '../ports/directory.js';

/** The page of `items` whose `textOf` has all words of the search, whatever their case and accents, in the given order. */
export function searchPage<T>(
  items: readonly T[],
  search: PersonSearch,
  textOf: (item: T) => string,
): PageOf<T> {
  const terms = searchTerms(search.q ?? '');
  const found = items.filter((item) => {
    const text = fold(textOf(item));
    return terms.every((term) => text.includes(term));
  });
  const first = (search.page - 1) * search.size;
  return { items: found.slice(first, first + search.size), total: found.length };
}
