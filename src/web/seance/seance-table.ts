import { MinuteClock } from '../core/minute-clock.js';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Seance, SeanceGroup } from './seance.js';
import { seriesOnly, type SeanceSearch, type SeanceSort } from './seance-search.js';
import { UnreadWatch } from '../space/unread-watch.js';
import type { Workplace } from '../space/workplace.js';
import './action-menu.js';
import { isDated, isSortable, widthClasses, type Column } from './columns.js';
import { ask } from '../core/command.js';
import { seanceActions } from './seance-actions.js';
import { countPast, indexByKey, listRows, type ListRow } from './list-rows.js';
import { gapRow, pastButton, todayLine } from './other-rows.js';
import { dateLabel, sortHead } from './column-head.js';
import { seanceCell } from './seance-cell.js';
import { VirtualRows, type Slot } from '../core/virtual-rows.js';
import controlsCss from '../core/styles/controls.css?inline';
import tableCss from '../core/styles/table.css?inline';
import seanceTableCss from './seance-table.css?inline';
import { cardsBelow } from '../core/cards-below.js';
import { lookOnce } from '../core/sight.js';
import { sheets } from '../core/sheets.js';

/**
 * The rows of the list; cards where there is no room for columns. Roles are spelled out, because a table that is laid
 * out as cards is none to a screen reader otherwise. Fires `change` when the selection changed.
 */
export class SeanceTable extends LitElement {
  static override properties = {
    at: { attribute: false },
    seances: { attribute: false },
    past: { attribute: false },
    page: { attribute: false },
    search: { attribute: false },
    columns: { attribute: false },
    selection: { attribute: false },
    highlighted: { attribute: false },
    isPastOpen: { state: true },
  };

  static override styles = sheets(controlsCss, tableCss, cardsBelow('48rem'), seanceTableCss);

  declare at: Workplace;
  declare seances: readonly Seance[];
  /** How many on all pages have ended, when this is the page of now. */
  declare past: number | undefined;
  /** The number of the page. */
  declare page: number;
  declare search: SeanceSearch;
  declare columns: readonly Column[];
  declare selection: ReadonlySet<string>;
  declare highlighted: string | undefined;
  /** Whether those before now are shown. */
  declare isPastOpen: boolean;
  readonly #rows = new VirtualRows(this);

  constructor() {
    super();
    this.isPastOpen = false;
    // The door of an online class opens while the list is looked at.
    new MinuteClock(this);
    new UnreadWatch(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('at');
    const hasOtherCells = before?.locale !== this.at.locale || before.space !== this.at.space;
    if (changed.has('search')) this.isPastOpen = false;
    if (changed.has('columns') || (changed.has('at') && hasOtherCells)) this.#rows.forget();
  }

  override render(): TemplateResult {
    const rows = this.#listed;
    const virtual = this.#rows.leavesOut(rows.length);
    const widths = virtual ? this.#rows.widths : [];
    return html`<p id="caption" class="hidden-text" tabindex="-1">${this.at.locale.text('list.caption')}</p>
      <table
        role="table"
        class=${classMap({ settled: widths.length > 0, ...widthClasses(this.columns) })}
        aria-labelledby="caption"
        aria-rowcount=${rows.length + 1}
      >
        <colgroup>
          ${widths.map((width) => html`<col .style=${`width: ${width}px`} />`)}
        </colgroup>
        <thead role="rowgroup">
          ${this.#head()}
        </thead>
        <tbody
          role="rowgroup"
          class=${classMap({ virtual })}
          @focusin=${this.#onFocus}
          @keydown=${this.#onKey}
        >
          ${repeat(
            this.#rows.slots(rows.map(({ key }) => key)),
            ({ key }) => key,
            (slot) => this.#slot(slot, rows),
          )}
        </tbody>
      </table>`;
  }

  /** Puts the focus on the name of a séance; false when it is not on the page. */
  async focusRow(id: string): Promise<boolean> {
    const isHere = (seances: readonly Seance[]): boolean => seances.some((seance) => seance.id === id);
    if (isHere(this.seances) && !isHere(this.#shown)) this.isPastOpen = true;
    return this.#focusIn(id, '.name a');
  }

  /** Puts the focus before the first row, and shows it if it is above what is seen. */
  async focusTop(): Promise<void> {
    this.renderRoot.querySelector<HTMLElement>('#caption')?.focus({ preventScroll: true });
    const { above } = await lookOnce();
    if (this.getBoundingClientRect().top < above) this.scrollIntoView({ block: 'start' });
  }

  get #listed(): readonly ListRow[] {
    return listRows(this.seances, this.past, this.isPastOpen || this.#rows.isPrinting);
  }

  /** The séances that are not folded away. */
  get #shown(): readonly Seance[] {
    return this.#listed.flatMap((row) => (row.is === 'seance' ? [row.seance] : []));
  }

  async #focusIn(id: string, selector: string): Promise<boolean> {
    this.#rows.pin(id);
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] ${selector}`);
    found?.focus();
    return found !== null;
  }

  #onFocus(event: FocusEvent): void {
    const id = (event.target as HTMLElement).closest('tr')?.dataset['id'];
    if (id !== undefined) this.#rows.pin(id);
  }

  /** From the name of a séance, or its box, the arrows lead to those of the next row, Home and End to the ends. */
  #onKey(event: KeyboardEvent): void {
    const from = event.target as HTMLElement;
    const selector = ['.name a', '.narrow input'].find((one) => from.matches(one));
    if (selector === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const id = from.closest('tr')?.dataset['id'];
    const shown = this.#shown;
    const index = shown.findIndex((seance) => seance.id === id);
    const target = shown[indexByKey(event.key, index, shown.length)];
    if (!target) return;
    event.preventDefault();
    void this.#focusIn(target.id, selector);
  }

  /** Who can do nothing with a séance has nothing to select either. */
  get #isEditable(): boolean {
    return this.at.space.permissions.edit;
  }

  #head(): TemplateResult {
    return html`<tr role="row" aria-rowindex="1">
      ${this.#isEditable ? html`<th role="columnheader" class="narrow">${this.#selectAll()}</th>` : nothing}
      ${this.columns.map((column) => this.#header(column))}
      ${
        this.#isEditable
          ? html`<th role="columnheader" class="narrow">
              <span class="hidden-text">${this.at.locale.text('actions.title')}</span>
            </th>`
          : nothing
      }
    </tr>`;
  }

  #header(column: Column): TemplateResult {
    const label = this.at.locale.text(`column.${column}`);
    if (!isSortable(column)) return html`<th role="columnheader" class=${column}>${label}</th>`;
    const { sort, descending } = this.search;
    const direction = sort !== column ? undefined : descending ? 'descending' : 'ascending';
    const content = column === 'start' && isDated(this.columns) ? dateLabel(this.at.locale) : label;
    return sortHead({ column, label: content, direction, sort: () => this.#sort(column) });
  }

  #slot(slot: Slot, rows: readonly ListRow[]): TemplateResult {
    if ('gap' in slot) return gapRow(slot.gap);
    const row = rows[slot.index];
    if (row?.is === 'seance') return this.#row(row.seance, slot.index);
    return html`<tr role="row" aria-rowindex=${slot.index + 2} class=${row?.is ?? nothing}>
      <td role="cell" colspan=${this.columns.length + (this.#isEditable ? 2 : 0)}>
        ${row?.is === 'fold' ? this.#fold() : todayLine(this.at)}
      </td>
    </tr>`;
  }

  #fold(): TemplateResult {
    const { past = 0, isPastOpen: isOpen } = this;
    const isHere = countPast(this.seances) > 0;
    return pastButton({
      locale: this.at.locale,
      past,
      isHere,
      isOpen,
      press: isHere ? this.#switchPast : this.#turnBack,
    });
  }

  /** Nobody deletes what is folded away. */
  readonly #switchPast = (): void => {
    this.isPastOpen = !this.isPastOpen;
    const shown = new Set(this.#shown.map(({ id }) => id));
    this.#choose([...this.selection].filter((id) => shown.has(id)));
  };

  readonly #turnBack = (): void =>
    ask(this, { does: 'search', changes: { page: this.page - 1 }, history: 'push' });

  #row(seance: Seance, index: number): TemplateResult {
    const classes = {
      odd: index % 2 === 0,
      past: seance.state === 'past',
      highlighted: seance.id === this.highlighted,
    };
    return html`<tr role="row" aria-rowindex=${index + 2} data-id=${seance.id} class=${classMap(classes)}>
      ${this.#isEditable ? html`<td role="cell" class="narrow">${this.#select(seance)}</td>` : nothing}
      ${this.columns.map((column) => this.#cell(column, seance))}
      ${
        this.#isEditable
          ? html`<td role="cell" class="narrow actions">
              <action-menu
                .locale=${this.at.locale}
                .actions=${seanceActions(this.at.space.permissions, seance)}
                .seance=${seance}
              ></action-menu>
            </td>`
          : nothing
      }
    </tr>`;
  }

  #cell(column: Column, seance: Seance): TemplateResult {
    const content = seanceCell(column, seance, {
      at: this.at,
      isDated: isDated(this.columns),
      open: this.#open,
      showComments: (one) => ask(this, { does: 'act', action: 'comments', seance: one }),
      showSeries: this.#showSeries,
      editGroup: this.#isEditable ? this.#editGroup : undefined,
    });
    return html`<td role="cell" class=${classMap({ [column]: true, empty: content === nothing })}>
      <span class="label" aria-hidden="true">${this.at.locale.text(`column.${column}`)}</span>${content}
    </td>`;
  }

  #selectAll(): TemplateResult {
    const count = this.selection.size;
    const shown = this.#shown;
    return html`<input
      type="checkbox"
      aria-label=${this.at.locale.text('list.selectAll')}
      .checked=${live(count > 0 && count === shown.length)}
      .indeterminate=${count > 0 && count < shown.length}
      @change=${() => this.#choose(count < shown.length ? shown.map(({ id }) => id) : [])}
    />`;
  }

  #select({ id, name }: Seance): TemplateResult {
    return html`<input
      type="checkbox"
      aria-label=${this.at.locale.text('list.select', { name })}
      .checked=${live(this.selection.has(id))}
      @change=${() => this.#switch(id)}
    />`;
  }

  #switch(id: string): void {
    const others = [...this.selection].filter((selected) => selected !== id);
    this.#choose(others.length < this.selection.size ? others : [...others, id]);
  }

  #choose(ids: readonly string[]): void {
    this.selection = new Set(ids);
    this.dispatchEvent(new Event('change'));
  }

  #sort(sort: SeanceSort): void {
    const descending = this.search.sort === sort && !this.search.descending;
    ask(this, { does: 'list', changes: { sort, descending }, history: 'push' });
  }

  readonly #showSeries = (id: string): void =>
    ask(this, { does: 'list', changes: seriesOnly(id), history: 'push' });

  readonly #editGroup = (group: SeanceGroup): void => ask(this, { does: 'edit-group', group });

  readonly #open = (event: MouseEvent, id: string): void => {
    // A new tab or window is the browser's business: the link has the address.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    ask(this, { does: 'open', id });
  };
}

customElements.define('seance-table', SeanceTable);
