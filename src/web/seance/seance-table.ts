import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Seance, SeanceGroup } from './seance.js';
import { seriesOnly, type SeanceSearch, type SeanceSort } from './seance-search.js';
import type { Workplace } from '../space/workplace.js';
import './action-menu.js';
import { isSortable, type Column } from './columns.js';
import { ask } from '../core/command.js';
import { icon } from '../core/icons.js';
import { seanceActions, type SeanceAction } from './seance-actions.js';
import { seanceCell } from './seance-cell.js';
import { VirtualRows, type Slot } from '../core/virtual-rows.js';
import controlsCss from '../core/styles/controls.css?inline';
import tableCss from '../core/styles/table.css?inline';
import seanceTableCss from './seance-table.css?inline';
import { sheets } from '../core/sheets.js';

/**
 * The rows of the list; cards where there is no room for columns. Roles are spelled out, because a table that is laid
 * out as cards is none to a screen reader otherwise. Fires `change` when the selection changed.
 */
export class SeanceTable extends LitElement {
  static override properties = {
    at: { attribute: false },
    seances: { attribute: false },
    search: { attribute: false },
    columns: { attribute: false },
    selection: { attribute: false },
    highlighted: { attribute: false },
  };

  static override styles = sheets(controlsCss, tableCss, seanceTableCss);

  declare at: Workplace;
  declare seances: readonly Seance[];
  declare search: SeanceSearch;
  declare columns: readonly Column[];
  declare selection: ReadonlySet<string>;
  declare highlighted: string | undefined;
  readonly #rows = new VirtualRows(this);

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('at');
    const hasOtherCells = before?.locale !== this.at.locale || before.space !== this.at.space;
    if (changed.has('columns') || (changed.has('at') && hasOtherCells)) this.#rows.forget();
  }

  override render(): TemplateResult {
    const virtual = this.#rows.leavesOut(this.seances.length);
    const widths = virtual ? this.#rows.widths : [];
    return html`<table
      role="table"
      class=${classMap({ settled: widths.length > 0 })}
      aria-label=${this.at.locale.text('list.caption')}
      aria-rowcount=${this.seances.length + 1}
    >
      <colgroup>
        ${widths.map((width) => html`<col .style=${`width: ${width}px`} />`)}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex="1">
          ${this.#isEditable ? html`<th role="columnheader" class="narrow">${this.#selectAll()}</th>` : nothing}
          ${this.columns.map((column) => this.#header(column))}
          ${
            this.#isEditable
              ? html`<th role="columnheader" class="narrow">
                  <span class="hidden-text">${this.at.locale.text('actions.title')}</span>
                </th>`
              : nothing
          }
        </tr>
      </thead>
      <tbody role="rowgroup" class=${classMap({ virtual })} @focusin=${this.#onFocus} @keydown=${this.#onKey}>
        ${repeat(
          this.#rows.slots(this.seances.map(({ id }) => id)),
          ({ key }) => key,
          (slot) => this.#slot(slot),
        )}
      </tbody>
    </table>`;
  }

  /** Puts the focus on the name of a séance; false when it is not among the rows. */
  focusRow(id: string): Promise<boolean> {
    return this.#focusIn(id, '.name a');
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
    const index = this.seances.findIndex((seance) => seance.id === id);
    const last = this.seances.length - 1;
    const targets = new Map([
      ['ArrowUp', index - 1],
      ['ArrowDown', index + 1],
      ['Home', 0],
      ['End', last],
    ]);
    const target = this.seances[targets.get(event.key) ?? -1];
    if (!target) return;
    event.preventDefault();
    void this.#focusIn(target.id, selector);
  }

  /** What the reader can do with a séance; with none there is nothing to select either. */
  get #actions(): readonly SeanceAction[] {
    return seanceActions(this.at.space.permissions);
  }

  get #isEditable(): boolean {
    return this.#actions.length > 0;
  }

  #header(column: Column): TemplateResult {
    const label = this.at.locale.text(`column.${column}`);
    if (!isSortable(column)) return html`<th role="columnheader" class=${column}>${label}</th>`;
    const { sort, descending } = this.search;
    const direction = sort !== column ? undefined : descending ? 'descending' : 'ascending';
    return html`<th role="columnheader" class=${column} aria-sort=${direction ?? 'none'}>
      <button type="button" class="sort" @click=${() => this.#sort(column)}>
        <span>${label}</span>${icon(direction ?? 'unsorted')}
      </button>
    </th>`;
  }

  #slot(slot: Slot): TemplateResult {
    if ('gap' in slot)
      return html`<tr class="gap" aria-hidden="true" .style=${`height: ${slot.gap}px`}>
        <td></td>
      </tr>`;
    const seance = this.seances[slot.index];
    return html`${seance && this.#row(seance, slot.index)}`;
  }

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
                .actions=${this.#actions}
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
    return html`<input
      type="checkbox"
      aria-label=${this.at.locale.text('list.selectAll')}
      .checked=${live(count > 0 && count === this.seances.length)}
      .indeterminate=${count > 0 && count < this.seances.length}
      @change=${() => this.#choose(count < this.seances.length ? this.seances.map(({ id }) => id) : [])}
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
    ask(this, { does: 'list', changes: { sort, descending, page: 1 }, history: 'push' });
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
