import { LitElement, html, type TemplateResult } from 'lit';
import { seanceSorts, type SeanceSearch, type SeanceSort } from './seance-search.js';
import type { Locale } from '../core/locale.js';
import { ask } from '../core/command.js';
import controlsCss from '../core/styles/controls.css?inline';
import sortSelectCss from './sort-select.css?inline';
import { sheets } from '../core/sheets.js';

/** The order of the list where it is cards and has no column headers to press. */
export class SortSelect extends LitElement {
  static override properties = { locale: { attribute: false }, search: { attribute: false } };

  static override styles = sheets(controlsCss, sortSelectCss);

  declare locale: Locale;
  declare search: SeanceSearch;

  override render(): TemplateResult {
    return html`<label for="order">${this.locale.text('list.sortBy')}</label>
      <select id="order" class="field" @change=${this.#onChange}>
        ${seanceSorts.flatMap((sort) => [this.#option(sort, false), this.#option(sort, true)])}
      </select>`;
  }

  #option(sort: SeanceSort, descending: boolean): TemplateResult {
    const column = this.locale.text(`column.${sort}`);
    const isCurrent = this.search.sort === sort && this.search.descending === descending;
    return html`<option value=${`${descending ? '-' : ''}${sort}`} .selected=${isCurrent}>
      ${this.locale.text(descending ? 'list.descending' : 'list.ascending', { column })}
    </option>`;
  }

  #onChange(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const descending = value.startsWith('-');
    const sort = value.replace(/^-/, '') as SeanceSort;
    ask(this, { does: 'list', changes: { sort, descending }, history: 'push' });
  }
}

customElements.define('sort-select', SortSelect);
