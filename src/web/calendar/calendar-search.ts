import type { SeanceSearch } from '../seance/seance-search.js';
import { addDays, type Day } from '../time/days.js';

/**
 * All that the search finds on those days: both periods hold, that of the page and that of the filters. The days of a
 * séance are those of its own zone, so that it may be on the day before or after on the reader's clocks.
 */
export function calendarSearch(search: SeanceSearch, days: readonly Day[]): SeanceSearch {
  const { from = '', to = '9999' } = search.filters;
  const [first, last] = [addDays(days[0] ?? '', -1), addDays(days.at(-1) ?? '', 1)];
  const filters = { ...search.filters, from: from > first ? from : first, to: to < last ? to : last };
  return { ...search, filters, sort: 'start', descending: false, page: 1, size: 'all' };
}
