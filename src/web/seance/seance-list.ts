import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Seance } from './seance.js';
import { isNarrowed, wholeList, type SeanceSearch } from './seance-search.js';
import { lastPage, type Page } from '../core/page.js';
import type { Workplace } from '../space/workplace.js';
import './column-chooser.js';
import type { ColumnChooser } from './column-chooser.js';
import { readColumns, rememberColumns, type Column } from './columns.js';
import { ask } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { iconButton } from '../core/icon-button.js';
import { icon } from '../core/icons.js';
import { Loader } from '../core/loader.js';
import { selectionBar } from '../core/selection-bar.js';
import '../core/seance-pager.js';
import { listTools } from './list-tools.js';
import './seance-table.js';
import type { SeanceTable } from './seance-table.js';
import './sort-select.js';
import controlsCss from '../core/styles/controls.css?inline';
import listCss from '../core/styles/list.css?inline';
import { sheets } from '../core/sheets.js';

/** The list of a session's séances: search, filters, rows, pages. */
export class SeanceList extends LitElement {
  static override properties = {
    at: { attribute: false },
    search: { attribute: false },
    columns: { state: true },
    selection: { state: true },
    highlighted: { state: true },
    showsFilters: { state: true },
  };

  static override styles = sheets(controlsCss, listCss);

  declare at: Workplace;
  declare search: SeanceSearch;
  declare columns: readonly Column[];
  declare selection: ReadonlySet<string>;
  declare highlighted: string | undefined;
  declare showsFilters: boolean;
  readonly #loader = new Loader<Page<Seance>>(this);
  #loading: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.columns = readColumns();
    this.selection = new Set();
    this.showsFilters = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#retryOffline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#retryOffline);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('at') || changed.has('search')) this.#reload();
  }

  override render(): TemplateResult {
    return html`${this.#tools()}
      <div class="progress" ?hidden=${!this.#loader.isLoading}></div>
      ${this.search.filters.series ? this.#seriesChip() : nothing}
      ${this.#loader.failure ? this.#failure() : nothing}
      <div aria-busy=${this.#loader.isLoading}>${this.#rows()}</div>
      ${this.selection.size > 0 ? this.#selectionBar() : nothing} ${this.#footer()}`;
  }

  /** Shows where a séance is once the list is up to date; false when it is not on this page. */
  async reveal(id: string, { highlight }: { readonly highlight: boolean }): Promise<boolean> {
    await this.updateComplete;
    await this.#loading;
    this.highlighted = highlight ? id : undefined;
    await this.updateComplete;
    return (await this.renderRoot.querySelector<SeanceTable>('seance-table')?.focusRow(id)) ?? false;
  }

  #tools(): TemplateResult {
    const { at, search, showsFilters } = this;
    return listTools({
      ...{ at, search, showsFilters },
      switchFilters: () => (this.showsFilters = !showsFilters),
      more: html`<column-chooser
          .locale=${at.locale}
          .columns=${this.columns}
          @change=${this.#onColumns}
        ></column-chooser>
        <sort-select .locale=${at.locale} .search=${search}></sort-select>`,
    });
  }

  /** Not among the filters that one chooses, but to be seen, and taken away, wherever one came from. */
  #seriesChip(): TemplateResult {
    const { locale } = this.at;
    const clear = locale.text('filters.clear', { filter: locale.text('filter.series') });
    return html`<p class="chip">
      ${icon('sheets')}<span>${locale.text('series.filtered')}</span>
      ${iconButton('close', clear, () => this.#leaveSeries(), 'quiet')}
    </p>`;
  }

  #rows(): TemplateResult | typeof nothing {
    const page = this.#loader.answer;
    if (!page) return this.#loader.isLoading ? skeleton(this.at) : nothing;
    if (page.items.length === 0) return this.#empty();
    return html`<seance-table
      .at=${this.at}
      .seances=${page.items}
      .search=${this.search}
      .columns=${this.columns}
      .selection=${this.selection}
      .highlighted=${this.highlighted}
      @change=${this.#onSelection}
    ></seance-table>`;
  }

  #empty(): TemplateResult {
    if (!isNarrowed(this.search)) return html`<p class="notice">${this.at.locale.text('list.empty')}</p>`;
    return html`<div class="notice">
      <p>${this.at.locale.text('list.noResult')}</p>
      ${this.#clearButton()}
    </div>`;
  }

  #failure(): TemplateResult {
    const { failure } = this.#loader;
    return html`${failure && failureMessage(failure, this.at.locale, this.#reload)}
    ${failure?.kind === 'refused' && isNarrowed(this.search) ? this.#clearButton() : nothing}`;
  }

  #clearButton(): TemplateResult {
    const changes = { q: '', filters: {}, page: 1 };
    return html`<button
      type="button"
      class="button"
      @click=${() => ask(this, { does: 'list', changes, history: 'push' })}
    >
      ${this.at.locale.text('list.clear')}
    </button>`;
  }

  #selectionBar(): TemplateResult {
    const { locale } = this.at;
    return selectionBar({
      locale,
      count: this.selection.size,
      command: html`<button type="button" class="button danger" @click=${this.#deleteSelection}>
        ${icon('bin')}${locale.text('action.delete')}
      </button>`,
      clear: () => (this.selection = new Set()),
    });
  }

  #footer(): TemplateResult {
    const page = this.#loader.answer;
    return html`<p class="results" role="status">
        ${page ? this.at.locale.text('list.results', { count: page.total }) : nothing}
      </p>
      ${
        page && page.total > 0
          ? html`<seance-pager
              .locale=${this.at.locale}
              .total=${page.total}
              .page=${this.search.page}
              .size=${this.search.size}
            ></seance-pager>`
          : nothing
      }
      ${
        this.at.space.permissions.edit
          ? html`<div class="commands">
              <button
                type="button"
                class="button primary create"
                @click=${() => ask(this, { does: 'create' })}
              >
                ${this.at.locale.text('list.create')}
              </button>
              <button type="button" class="button quiet" @click=${() => ask(this, { does: 'open-bin' })}>
                ${icon('bin')}${this.at.locale.text('bin.title')}
              </button>
            </div>`
          : nothing
      }`;
  }

  readonly #reload = (): void => {
    this.#loading = this.#load();
  };

  async #load(): Promise<void> {
    await this.#loader.load((signal) => this.at.client.listSeances(this.search, signal));
    const { answer: page, failure } = this.#loader;
    if (!page || failure) return;
    // Only what can be seen is selected: nobody deletes a row that is on another page.
    this.selection = new Set(page.items.map(({ id }) => id).filter((id) => this.selection.has(id)));
    const last = lastPage(page, this.search.size);
    if (this.search.page > last) ask(this, { does: 'list', changes: { page: last }, history: 'replace' });
  }

  readonly #retryOffline = (): void => {
    if (this.#loader.failure?.kind === 'offline') this.#reload();
  };

  #onColumns(event: Event): void {
    this.columns = (event.target as ColumnChooser).columns;
    rememberColumns(this.columns);
    const { sort } = this.search;
    if (this.columns.includes(sort)) return;
    // Nobody can see, or change, an order by a column that is not there.
    ask(this, {
      does: 'list',
      changes: { sort: wholeList.sort, descending: false, page: 1 },
      history: 'replace',
    });
  }

  #onSelection(event: Event): void {
    this.selection = (event.target as SeanceTable).selection;
  }

  /** The button goes away with the filter: the focus goes to the filters. */
  #leaveSeries(): void {
    this.renderRoot.querySelector<HTMLElement>('.toolbar > button')?.focus();
    const others = Object.entries(this.search.filters).filter(([name]) => name !== 'series');
    const changes = { filters: Object.fromEntries(others), page: 1 };
    ask(this, { does: 'list', changes, history: 'push' });
  }

  #deleteSelection(): void {
    const seances = this.#loader.answer?.items.filter(({ id }) => this.selection.has(id)) ?? [];
    ask(this, { does: 'delete', seances });
  }
}

function skeleton({ locale }: Workplace): TemplateResult {
  return html`<div class="skeleton">
    <span class="hidden-text">${locale.text('tool.loading')}</span>
    ${Array.from({ length: 6 }, () => html`<div></div>`)}
  </div>`;
}

customElements.define('seance-list', SeanceList);
