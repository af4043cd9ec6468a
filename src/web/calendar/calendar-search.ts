import type { SeanceSearch } from '../seance/seance-search.js';
import type { Day } from '../time/days.js';

/** All that the search finds on those days: both periods hold, that of the page and that of the filters. */
export function calendarSearch(search: SeanceSearch, days: readonly Day[]): SeanceSearch {
  const { from = '', to = '9999' } = search.filters;
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const filters = { ...search.filters, from: from > first ? from : first, to: to < last ? to : last };
  return { ...search, filters, sort: 'start', descending: false, page: 1, size: 'all' };
}
