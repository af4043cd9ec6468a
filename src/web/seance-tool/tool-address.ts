import type { AddressForm } from '../core/address-controller.js';
import { pageSizes } from '../core/page.js';
import {
  filterNames,
  seanceSorts,
  toParameters,
  wholeList,
  type Filters,
  type SeanceSearch,
} from '../seance/seance-search.js';
import { calendarViews, type CalendarView } from '../calendar/calendar-page.js';
import { parseDay, type Day } from '../time/days.js';

/** What the tool shows, as the page's address tells it: the list; one séance, or the bin, and the list to come back to. */
export interface ToolAddress {
  readonly search: SeanceSearch;
  readonly seance: string | undefined;
  /** Whether the bin is shown: the page of `search` is then the bin's. */
  readonly bin: boolean;
  /** The calendar, when that is shown and not the table; some day of the session's when none is named. */
  readonly calendar: { readonly view: CalendarView; readonly date: Day | undefined } | undefined;
}

/** How the tool's address is written. */
export const toolAddress: AddressForm<ToolAddress> = { read: readAddress, write: writeAddress };

/** The query parameters that are the tool's; all others are the host's. */
const ownParameters = [
  'session',
  'q',
  ...filterNames,
  'sort',
  'page',
  'size',
  'seance',
  'bin',
  'view',
  'date',
];

/** Reads an address that anybody may have written: what makes no sense in it counts as absent. */
export function readAddress(query: string): ToolAddress {
  const parameters = new URLSearchParams(query);
  const size = parameters.get('size');
  return {
    search: {
      session: parameters.get('session') ?? undefined,
      q: parameters.get('q') ?? '',
      filters: readFilters(parameters),
      ...readSort(parameters.get('sort') ?? ''),
      page: readPage(parameters.get('page')),
      size: pageSizes.find((known) => String(known) === size) ?? wholeList.size,
    },
    seance: parameters.get('seance') ?? undefined,
    bin: parameters.get('bin') === 'true' && !parameters.has('seance'),
    calendar: readCalendar(parameters),
  };
}

/** The query of the page's address, with `address` in it and the host's parameters as they were. */
export function writeAddress(address: ToolAddress, query: string): string {
  const parameters = new URLSearchParams(query);
  for (const name of ownParameters) parameters.delete(name);
  for (const [name, value] of toParameters(address.search)) parameters.set(name, value);
  if (address.seance !== undefined) parameters.set('seance', address.seance);
  if (address.bin) parameters.set('bin', 'true');
  if (address.calendar) parameters.set('view', address.calendar.view);
  if (address.calendar?.date !== undefined) parameters.set('date', address.calendar.date);
  return parameters.size > 0 ? `?${parameters}` : '';
}

function readFilters(parameters: URLSearchParams): Filters {
  const entries = filterNames.flatMap((name) => {
    const value = parameters.get(name);
    return value && (name !== 'mine' || value === 'true') ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

function readCalendar(parameters: URLSearchParams): ToolAddress['calendar'] {
  const view = calendarViews.find((known) => known === parameters.get('view'));
  return view && { view, date: parseDay(parameters.get('date')) };
}

function readSort(text: string): Pick<SeanceSearch, 'sort' | 'descending'> {
  const sort = seanceSorts.find((known) => known === text.replace(/^-/, ''));
  return sort ? { sort, descending: text.startsWith('-') } : { sort: wholeList.sort, descending: false };
}

function readPage(text: string | null): number {
  const page = Number(text);
  return Number.isSafeInteger(page) && page > 0 ? page : wholeList.page;
}
