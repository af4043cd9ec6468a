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
  'mine',
] as const;
export type FilterName = (typeof filterNames)[number];
/** The filters in force; a name that is absent filters nothing. `mine`, the reader's own séances, is `true`. */
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export const pageSizes = [10, 20, 50, 100, 'all'] as const;
export type PageSize = (typeof pageSizes)[number];

/** For lists that never show everything at once. */
export const briefPageSizes = [10, 20, 50, 100] as const;
export type BriefPageSize = (typeof briefPageSizes)[number];

export function briefPageSize(size: PageSize): BriefPageSize {
  return size === 'all' ? 100 : size;
}

/** Which séances, in which order, and which page of them. */
export interface SeanceSearch {
  /** Undefined for the space's first session. */
  readonly session: string | undefined;
  readonly q: string;
  readonly filters: Filters;
  readonly sort: SeanceSort;
  readonly descending: boolean;
  /** Counts from 1. */
  readonly page: number;
  readonly size: PageSize;
}

export const wholeList: SeanceSearch = {
  session: undefined,
  q: '',
  filters: {},
  sort: 'start',
  descending: false,
  page: 1,
  size: 20,
};

/** The whole of a series, whatever narrowed the list before. */
export function seriesOnly(series: string): Partial<SeanceSearch> {
  return { q: '', filters: { series }, page: 1 };
}

/** True when something narrows the list: words or filters. */
export function isNarrowed({ q, filters }: SeanceSearch): boolean {
  return q !== '' || Object.keys(filters).length > 0;
}

/** A search as query parameters, without those that only say the default: in the API and in the page's address. */
export function toParameters({
  session,
  q,
  filters,
  sort,
  descending,
  page,
  size,
}: SeanceSearch): URLSearchParams {
  const parameters = new URLSearchParams();
  if (session !== undefined) parameters.set('session', session);
  if (q !== '') parameters.set('q', q);
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (sort !== wholeList.sort || descending) parameters.set('sort', `${descending ? '-' : ''}${sort}`);
  if (page !== wholeList.page) parameters.set('page', String(page));
  if (size !== wholeList.size) parameters.set('size', String(size));
  return parameters;
}
