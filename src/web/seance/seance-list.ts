import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { FoundSeances, Seance } from './seance.js';
import { isNarrowed, wholeList, type SeanceSearch } from './seance-search.js';
import { lastPage, needsPager } from '../core/page.js';
import type { Workplace } from '../space/workplace.js';
import './column-chooser.js';
import type { ColumnChooser } from './column-chooser.js';
import { readColumns, rememberColumns, type Column } from './columns.js';
import { ask, type CommandEvent } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { icon, type IconName } from '../core/icons.js';
import { isFramed } from '../core/sight.js';
import { Loader } from '../core/loader.js';
import type { MessageKey } from '../core/locale.js';
import '../export/export-menu.js';
import { selectionBar } from '../core/selection-bar.js';
import '../core/seance-pager.js';
import { createButton, feedAndCreate, listTools } from './list-tools.js';
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
  readonly #loader = new Loader<FoundSeances>(this);
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
    const page = this.#loader.answer;
    return html`${this.#tools()}
      <div class="progress" ?hidden=${!this.#loader.isLoading}></div>
      ${this.#loader.failure ? this.#failure() : nothing}
      <div aria-busy=${this.#loader.isLoading}>${this.#rows()}</div>
      ${this.selection.size > 0 ? this.#selectionBar() : nothing}
      <p class="results" role="status">
        ${page ? this.at.locale.text('list.results', { count: page.total }) : nothing}
      </p>
      ${page || this.#loader.failure ? this.#footer(page) : nothing}`;
  }

  /** Shows where a séance is once the list is up to date; false when it is not on this page. */
  async reveal(id: string, { highlight }: { readonly highlight: boolean }): Promise<boolean> {
    await this.updateComplete;
    await this.#loading;
    this.highlighted = highlight ? id : undefined;
    await this.updateComplete;
    return (await this.#table?.focusRow(id)) ?? false;
  }

  /** Comes back to what is next, from whatever page and order, and puts the focus on it. */
  async showNext(): Promise<void> {
    const { sort, descending } = wholeList;
    ask(this, { does: 'list', changes: { sort, descending }, history: 'push' });
    await this.#turned();
    const seances = this.#loader.answer?.items ?? [];
    const next = seances.find(({ state }) => state !== 'past') ?? seances.at(-1);
    if (next) await this.reveal(next.id, { highlight: false });
  }

  get #table(): SeanceTable | null {
    return this.renderRoot.querySelector('seance-table');
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
        <export-menu
          .locale=${at.locale}
          .list=${{ of: 'seances', search }}
          .count=${this.#loader.answer?.total ?? 0}
        ></export-menu>
        ${feedAndCreate(at, this.#create)}
        <sort-select .locale=${at.locale} .search=${search}></sort-select>`,
    });
  }

  #rows(): TemplateResult | typeof nothing {
    const page = this.#loader.answer;
    if (!page) return this.#loader.isLoading ? skeleton(this.at) : nothing;
    if (page.items.length === 0) return this.#empty();
    return html`<seance-table
      .at=${this.at}
      .seances=${page.items}
      .search=${this.search}
      .past=${page.past}
      .page=${page.page}
      .columns=${this.columns}
      .selection=${this.selection}
      .highlighted=${this.highlighted}
      @change=${this.#onSelection}
      @tool-command=${this.#onPage}
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
    const changes = { q: '', filters: {} };
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
    const count = this.#selected.filter(({ cancelled }) => cancelled === null).length;
    return selectionBar({
      locale,
      count: this.selection.size,
      command: html`<button type="button" class="button" @click=${this.#editSelection}>
          ${icon('pencil')}${locale.text('selection.edit')}
        </button>
        ${
          count > 0
            ? html`<button type="button" class="button" @click=${this.#cancelSelection}>
                ${icon('cancel')}${locale.text('cancellation.cancelTitle', { count })}
              </button>`
            : nothing
        }
        <button type="button" class="button danger" @click=${this.#deleteSelection}>
          ${icon('bin')}${locale.text('action.delete')}
        </button>`,
      clear: this.#untick,
    });
  }

  /** Comes with the rows, which would push it away. */
  #footer(page: FoundSeances | undefined): TemplateResult {
    return html`${
        page && needsPager(page.total)
          ? html`<seance-pager
              .locale=${this.at.locale}
              .total=${page.total}
              .page=${this.search.page === 'now' ? page.page : this.search.page}
              .size=${this.search.size}
              @tool-command=${this.#onPage}
            ></seance-pager>`
          : nothing
      }
      <div class="commands">
        ${
          this.at.space.permissions.edit
            ? html`${createButton(this.at.locale, this.#create)}
              ${this.#command('open-bin', 'bin', 'bin.title')}`
            : nothing
        }
        ${this.at.space.settings.attendance === 'off' ? nothing : this.#hours()}
      </div>`;
  }

  #hours(): TemplateResult {
    return this.at.space.permissions.enrol
      ? this.#command('hours', 'table', 'hours.title')
      : this.#command('my-attendance', 'check', 'hours.mine');
  }

  #command(
    does: 'open-bin' | 'hours' | 'my-attendance',
    drawing: IconName,
    label: MessageKey,
  ): TemplateResult {
    return html`<button type="button" class="button quiet" @click=${() => ask(this, { does })}>
      ${icon(drawing)}${this.at.locale.text(label)}
    </button>`;
  }

  readonly #create = (): void => ask(this, { does: 'create' });

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
    const { page: asked } = this.search;
    if (asked !== 'now' && asked > last)
      ask(this, { does: 'list', changes: { page: last }, history: 'replace' });
  }

  /** What was turned to is read from its top, and not from where the pager is. */
  readonly #onPage = (event: Event): void => {
    const { command } = event as CommandEvent;
    if (command.does === 'search' && command.changes.page !== undefined) void this.#readFromTop();
  };

  async #readFromTop(): Promise<void> {
    await this.#turned();
    await this.#table?.focusTop();
  }

  /** Waits for the page that a command asks for. */
  async #turned(): Promise<void> {
    // The command is still on its way to the tool, which then asks for the page.
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
    await this.#loading;
    await this.updateComplete;
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
      changes: { sort: wholeList.sort, descending: false },
      history: 'replace',
    });
  }

  #onSelection(event: Event): void {
    this.selection = (event.target as SeanceTable).selection;
  }

  get #selected(): readonly Seance[] {
    return this.#loader.answer?.items.filter(({ id }) => this.selection.has(id)) ?? [];
  }

  readonly #untick = (): void => {
    this.selection = new Set();
  };

  #editSelection(): void {
    ask(this, { does: 'edit-selection', seances: this.#selected, untick: this.#untick });
  }

  #cancelSelection(): void {
    ask(this, { does: 'cancel-selection', seances: this.#selected, untick: this.#untick });
  }

  #deleteSelection(): void {
    ask(this, { does: 'delete', seances: this.#selected });
  }
}

function skeleton({ locale }: Workplace): TemplateResult {
  // A frame that is as high as what is in it would grow with each.
  return html`<div class=${isFramed() ? 'skeleton' : 'skeleton high'}>
    <span class="hidden-text">${locale.text('tool.loading')}</span>
    ${Array.from({ length: 6 }, () => html`<div></div>`)}
  </div>`;
}

customElements.define('seance-list', SeanceList);
