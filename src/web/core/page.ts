import type { SeancePage } from '../wire.gen.js';

export const pageSizes = [10, 20, 50, 100, 'all'] as const;
export type PageSize = (typeof pageSizes)[number];

/** For lists that never show everything at once. */
export const briefPageSizes = [10, 20, 50, 100] as const;
export type BriefPageSize = (typeof briefPageSizes)[number];

export function briefPageSize(size: PageSize): BriefPageSize {
  return size === 'all' ? 100 : size;
}

/** A page of a list: all lists are told alike. `total` counts what is on all pages. */
export interface Page<T> extends Omit<SeancePage, 'items' | 'past'> {
  readonly items: readonly T[];
  readonly size: PageSize;
}

/** The number of the last page: it may be gone with the last that was on it. */
export function lastPage(found: { readonly total: number } | undefined, size: PageSize): number {
  return size === 'all' ? 1 : Math.max(1, Math.ceil((found?.total ?? 0) / size));
}

/** False for lists that the smallest page holds. */
export function needsPager(total: number): boolean {
  return total > pageSizes[0];
}

/** Which page of what matches the words `q`. */
export interface PageSearch<PageNumber = number> {
  readonly q: string;
  /** Counts from 1. */
  readonly page: PageNumber;
  readonly size: PageSize;
}

/** What a query says of it, that anybody may have written: what makes no sense counts as absent. */
export function readPageSearch<Usual>(
  parameters: URLSearchParams,
  usual: PageSearch<Usual>,
): PageSearch<number | Usual> {
  const page = Number(parameters.get('page'));
  const size = parameters.get('size');
  return {
    q: parameters.get('q') ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : usual.page,
    size: pageSizes.find((known) => String(known) === size) ?? usual.size,
  };
}

/** Writes what differs from the usual into a query. */
export function writePageSearch<PageNumber>(
  search: PageSearch<PageNumber>,
  usual: PageSearch<PageNumber>,
  parameters: URLSearchParams,
): void {
  for (const name of ['q', 'page', 'size'] as const)
    if (search[name] !== usual[name]) parameters.set(name, String(search[name]));
}

/** As query parameters, with what else narrows the search; what is empty is left out. */
export function pageParameters(
  { q, page, size }: PageSearch,
  more: Readonly<Record<string, string>> = {},
): URLSearchParams {
  const all = { q, page: String(page), size: String(size), ...more };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
}
