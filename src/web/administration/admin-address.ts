import type { AddressForm } from '../core/address-controller.js';
import { readPageSearch, writePageSearch, type PageSearch } from '../core/page.js';

export const adminTabs = ['settings', 'locations', 'closed-days', 'notices', 'webhooks'] as const;
export type AdminTab = (typeof adminTabs)[number];

/** Which page of a list, and what narrows it. */
export interface AdminSearch extends PageSearch {
  /** Whether closed days that are over are listed, too. */
  readonly past: boolean;
}

export interface AdminAddress {
  readonly tab: AdminTab;
  readonly search: AdminSearch;
}

export const wholeSearch: AdminSearch = { q: '', past: false, page: 1, size: 20 };

export const adminAddress: AddressForm<AdminAddress> = {
  parameters: ['tab', 'q', 'past', 'page', 'size'],

  read(parameters) {
    const past = parameters.get('past') === '1';
    return {
      tab: adminTabs.find((tab) => tab === parameters.get('tab')) ?? 'settings',
      search: { past, ...readPageSearch(parameters, wholeSearch) },
    };
  },

  write({ tab, search }, parameters) {
    if (tab !== 'settings') parameters.set('tab', tab);
    if (search.past) parameters.set('past', '1');
    writePageSearch(search, wholeSearch, parameters);
  },
};
