import type { AddressForm } from '../core/address-controller.js';
import { readPageSearch } from '../core/page.js';
import {
  filterNames,
  seanceSorts,
  writeSearch,
  wholeList,
  type Filters,
  type SeanceSearch,
} from '../seance/seance-search.js';
import { calendarViews, type CalendarView } from '../calendar/calendar-page.js';
import { parseDay, type Day } from '../time/days.js';

/** What the tool shows, as the page's address tells it: the list; one séance, its sheet of presence, or the bin, and the list to come back to. */
export interface ToolAddress {
  readonly search: SeanceSearch;
  readonly seance: string | undefined;
  /** Whether the sheet of presence of `seance` is shown. */
  readonly presences: boolean;
  /** Whether the bin is shown: the page of `search` is then the bin's. */
  readonly bin: boolean;
  /** The calendar, when that is shown and not the table; some day of the session's when none is named. */
  readonly calendar: { readonly view: CalendarView; readonly date: Day | undefined } | undefined;
}

/** How the tool's address is written. */
export const toolAddress: AddressForm<ToolAddress> = {
  parameters: [
    'session',
    'q',
    ...filterNames,
    'sort',
    'page',
    'size',
    'seance',
    'presences',
    'bin',
    'view',
    'date',
  ],

  read(parameters) {
    return {
      search: {
        session: parameters.get('session') ?? undefined,
        filters: readFilters(parameters),
        ...readSort(parameters.get('sort') ?? ''),
        ...readPageSearch(parameters, wholeList),
      },
      seance: parameters.get('seance') ?? undefined,
      presences: parameters.has('presences') && parameters.has('seance'),
      bin: parameters.get('bin') === 'true' && !parameters.has('seance'),
      calendar: readCalendar(parameters),
    };
  },

  write({ search, seance, presences, bin, calendar }, parameters) {
    writeSearch(search, parameters);
    if (seance !== undefined) parameters.set('seance', seance);
    if (presences) parameters.set('presences', 'true');
    if (bin) parameters.set('bin', 'true');
    if (calendar) parameters.set('view', calendar.view);
    if (calendar?.date !== undefined) parameters.set('date', calendar.date);
  },
};

/** The filters that are flags, and what they may say. */
const flags: Readonly<Partial<Record<string, readonly string[]>>> = {
  mine: ['true'],
  cancelled: ['true', 'false'],
};

function readFilters(parameters: URLSearchParams): Filters {
  const entries = filterNames.flatMap((name) => {
    const value = parameters.get(name);
    const isKnown = flags[name]?.includes(value ?? '') ?? true;
    return value && isKnown ? [[name, value] as const] : [];
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
