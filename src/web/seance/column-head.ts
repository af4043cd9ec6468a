import { html, type TemplateResult } from 'lit';
import { icon } from '../core/icons.js';
import type { Locale } from '../core/locale.js';
import type { Column } from './columns.js';

interface SortHead {
  readonly column: Column;
  readonly label: string | TemplateResult;
  /** How the list is sorted by the column; undefined when it is by another. */
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly sort: () => void;
}

/** The head of a column that the list can be sorted by. */
export function sortHead({ column, label, direction, sort }: SortHead): TemplateResult {
  return html`<th role="columnheader" class=${column} aria-sort=${direction ?? 'none'}>
    <button type="button" class="sort" @click=${sort}>
      <span>${label}</span>${icon(direction ?? 'unsorted')}
    </button>
  </th>`;
}

/** What the column of starts is called: as long as that of ends has room beside it, or as the only one. */
export function dateLabel(locale: Locale): TemplateResult {
  return html`<span class="apart">${locale.text('column.start')}</span
    ><span class="together">${locale.text('column.date')}</span>`;
}
