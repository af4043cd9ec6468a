import type { AddressForm } from '../core/address-controller.js';
import { pageSizes, type PageSize } from '../core/page.js';

export const adminTabs = ['settings', 'locations', 'closed-days'] as const;
export type AdminTab = (typeof adminTabs)[number];

/** Which page of a list, and what narrows it. */
export interface AdminSearch {
  readonly q: string;
  /** Whether closed days that are over are listed, too. */
  readonly past: boolean;
  /** Counts from 1. */
  readonly page: number;
  readonly size: PageSize;
}

export interface AdminAddress {
  readonly tab: AdminTab;
  readonly search: AdminSearch;
}

export const wholeSearch: AdminSearch = { q: '', past: false, page: 1, size: 20 };

/** The query parameters that are ours; all others are the host's. */
const ownParameters = ['tab', 'q', 'past', 'page', 'size'];

export const adminAddress: AddressForm<AdminAddress> = {
  read(query) {
    const parameters = new URLSearchParams(query);
    const page = Number(parameters.get('page'));
    const size = parameters.get('size');
    return {
      tab: adminTabs.find((tab) => tab === parameters.get('tab')) ?? 'settings',
      search: {
        q: parameters.get('q') ?? '',
        past: parameters.get('past') === '1',
        page: Number.isSafeInteger(page) && page > 0 ? page : wholeSearch.page,
        size: pageSizes.find((known) => String(known) === size) ?? wholeSearch.size,
      },
    };
  },

  write({ tab, search }, query) {
    const parameters = new URLSearchParams(query);
    for (const name of ownParameters) parameters.delete(name);
    if (tab !== 'settings') parameters.set('tab', tab);
    if (search.q !== '') parameters.set('q', search.q);
    if (search.past) parameters.set('past', '1');
    if (search.page !== wholeSearch.page) parameters.set('page', String(search.page));
    if (search.size !== wholeSearch.size) parameters.set('size', String(search.size));
    return parameters.size > 0 ? `?${parameters}` : '';
  },
};
