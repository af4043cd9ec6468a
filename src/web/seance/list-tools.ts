import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../core/command.js';
import { icon } from '../core/icons.js';
import type { Locale } from '../core/locale.js';
import '../core/search-box.js';
import type { Workplace } from '../space/workplace.js';
import type { SeanceSearch } from './seance-search.js';

interface ListTools {
  readonly at: Workplace;
  readonly search: SeanceSearch;
  readonly showsFilters: boolean;
  readonly switchFilters: () => void;
  /** What else there is to press beside the search. */
  readonly more: TemplateResult;
}

/** Above the séances, as a list or as a calendar: the search, and the filters when they are wanted. */
export function listTools({ at, search, showsFilters, switchFilters, more }: ListTools): TemplateResult {
  const count = Object.keys(search.filters).length;
  return html`<div class="toolbar">
      <search-box .locale=${at.locale} .q=${search.q}></search-box>
      <button
        type="button"
        class="button quiet"
        aria-expanded=${showsFilters}
        aria-controls=${showsFilters ? 'filters' : nothing}
        @click=${(event: Event) => {
          ask(event.target as HTMLElement, { does: 'load', part: () => import('./seance-filters.js') });
          switchFilters();
        }}
      >
        ${icon('filter')}<span>${at.locale.text('filters.button', { count })}</span>
      </button>
      ${more}
    </div>
    ${
      showsFilters
        ? html`<seance-filters id="filters" .at=${at} .filters=${search.filters}></seance-filters>`
        : nothing
    }
    <filter-chips .at=${at} .filters=${search.filters} @empty=${focusButton}></filter-chips>`;
}

/** What can be done from any page of séances: subscribe to them, and create one, for who may. */
export function feedAndCreate({ locale, space }: Workplace, create: () => void): TemplateResult {
  const subscribe = (event: Event) => ask(event.currentTarget as HTMLElement, { does: 'subscribe' });
  return html`<button type="button" class="button quiet subscribe" @click=${subscribe}>
      ${icon('calendar')}<span>${locale.text('feed.button')}</span>
    </button>
    ${space.permissions.edit ? createButton(locale, create) : nothing}`;
}

export function createButton(locale: Locale, create: () => void): TemplateResult {
  const label = locale.text('list.create');
  return html`<button type="button" class="button primary create" aria-label=${label} @click=${create}>
    ${icon('plus')}<span>${label}</span>
  </button>`;
}

/** On the filters themselves, when none of them is left to be on. */
function focusButton(event: Event): void {
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>('.toolbar > button')?.focus();
}
