import { writePageSearch, type PageSearch } from '../core/page.js';

export const seanceSorts = ['name', 'start', 'end', 'capacity', 'enrolmentMode', 'group'] as const;
export type SeanceSort = (typeof seanceSorts)[number];

export const filterNames = [
  'state',
  'enrolmentMode',
  'group',
  'location',
  'trainer',
  'from',
  'to',
  'series',
  'cancelled',
  'mine',
] as const;
export type FilterName = (typeof filterNames)[number];
/**
 * The filters in force; a name that is absent filters nothing. `mine`, the reader's own séances, is `true`, and `cancelled`
 * is `true` or `false`.
 */
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** Which séances, in which order, and which page of them: `now` is that of the first that has not ended. */
export interface SeanceSearch extends PageSearch<number | 'now'> {
  /** Undefined for the space's first session. */
  readonly session: string | undefined;
  readonly filters: Filters;
  readonly sort: SeanceSort;
  readonly descending: boolean;
}

export const wholeList: SeanceSearch = {
  session: undefined,
  q: '',
  filters: {},
  sort: 'start',
  descending: false,
  page: 'now',
  size: 20,
};

/** The whole of a series, whatever narrowed the list before. */
export function seriesOnly(series: string): Partial<SeanceSearch> {
  return { q: '', filters: { series } };
}

/** The same where a page says nothing any more: because something narrows the list, or another list was shown meanwhile. */
export function fromStart(search: SeanceSearch): SeanceSearch {
  return { ...search, page: wholeList.page };
}

/** The whole list of another session. */
export function sessionOnly(session: string): Partial<SeanceSearch> {
  return { session, q: '', filters: {} };
}

/** The same search in another session, by what filters every session alike: a group and a trainer are a session's own. */
export function inSession(
  session: string,
  { filters }: Pick<SeanceSearch, 'filters'>,
): Partial<SeanceSearch> {
  const { state, enrolmentMode, location, cancelled, mine } = filters;
  const kept = Object.entries({ state, enrolmentMode, location, cancelled, mine });
  return { session, filters: Object.fromEntries(kept.filter(([, value]) => value !== undefined)) };
}

/** True when something narrows the list: words or filters. */
export function isNarrowed({ q, filters }: SeanceSearch): boolean {
  return q !== '' || Object.keys(filters).length > 0;
}

/** Writes a search into a query, without what only says the default: in the API and in the page's address. */
export function writeSearch(search: SeanceSearch, parameters: URLSearchParams): void {
  const { session, filters, sort, descending } = search;
  if (session !== undefined) parameters.set('session', session);
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (sort !== wholeList.sort || descending) parameters.set('sort', `${descending ? '-' : ''}${sort}`);
  writePageSearch(search, wholeList, parameters);
}

/** As the API is asked: it knows a page `now` of the order that has one, and answers the first of the others. */
export function toParameters(search: SeanceSearch): URLSearchParams {
  const parameters = new URLSearchParams();
  writeSearch(search, parameters);
  const { sort, descending, page } = search;
  if (page === 'now' && sort === 'start' && !descending) parameters.set('page', page);
  return parameters;
}
