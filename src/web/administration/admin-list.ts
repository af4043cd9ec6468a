import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { lastPage, needsPager, type Page } from '../core/page.js';
import { ask } from '../core/command.js';
import { failureMessage, failureText } from '../core/failure-message.js';
import { Loader } from '../core/loader.js';
import { RequestFailure } from '../core/request-failure.js';
import '../core/seance-pager.js';
import type { AdminSearch } from './admin-address.js';
import type { AdminDesk } from './admin-desk.js';
import type { AdminKey } from './load-admin-locale.js';
import controlsCss from '../core/styles/controls.css?inline';
import tableCss from '../core/styles/table.css?inline';
import adminPageCss from './admin-page.css?inline';
import adminListCss from './admin-list.css?inline';
import { cardsBelow } from '../core/cards-below.js';
import { sheets } from '../core/sheets.js';

/** A list of the administration: its tools, its table, and the pages below. */
export abstract class AdminList<Item> extends LitElement {
  static override properties: Record<string, object> = {
    desk: { attribute: false },
    search: { attribute: false },
  };

  static override styles: CSSResultGroup = sheets(
    controlsCss,
    tableCss,
    cardsBelow('36rem'),
    adminPageCss,
    adminListCss,
  );

  declare desk: AdminDesk;
  declare search: AdminSearch;
  protected readonly list = new Loader<Page<Item>>(this);

  /** The columns' names. */
  protected abstract readonly columns: readonly AdminKey[];
  protected abstract readonly caption: AdminKey;
  protected abstract fetch(signal: AbortSignal): Promise<Page<Item>>;
  protected abstract tools(): TemplateResult;
  protected abstract row(item: Item): TemplateResult;
  protected abstract emptyText(): string;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('desk') || changed.has('search')) this.load();
  }

  override render(): TemplateResult {
    const { locale } = this.desk;
    const { failure, isLoading } = this.list;
    return html`<div class="tools">${this.tools()}</div>
      ${failure ? failureMessage(failure, locale, () => this.load()) : nothing}
      <div aria-busy=${isLoading}>${this.#content()}</div>`;
  }

  protected load(): void {
    void this.list.load(async (signal) => {
      const page = await this.fetch(signal);
      // The last page may be gone with its last item.
      const { page: number, size } = this.search;
      const last = lastPage(page, size);
      if (number > last) ask(this, { does: 'search', changes: { page: last }, history: 'replace' });
      return page;
    });
  }

  /** Says what was done, and shows the list as it is then. */
  protected done(text: string): void {
    this.desk.notices.show({ text });
    this.load();
  }

  /** Does what needs the server first; what it refuses is said above the list. */
  protected async attempt(work: () => Promise<void>): Promise<void> {
    const { notices, locale } = this.desk;
    try {
      await work();
    } catch (error) {
      notices.show({ text: failureText(RequestFailure.of(error), locale), isProblem: true });
    }
  }

  #content(): TemplateResult | typeof nothing {
    const { locale } = this.desk;
    const page = this.list.answer;
    if (!page)
      return this.list.isLoading
        ? html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`
        : nothing;
    return html`${page.total === 0 ? html`<p class="notice">${this.emptyText()}</p>` : this.#table(page)}
      <p class="muted" role="status">${locale.text('list.results', { count: page.total })}</p>
      ${
        needsPager(page.total)
          ? html`<seance-pager
              .locale=${locale}
              .total=${page.total}
              .page=${this.search.page}
              .size=${this.search.size}
            ></seance-pager>`
          : nothing
      }`;
  }

  #table({ items }: Page<Item>): TemplateResult {
    const { locale } = this.desk;
    return html`<table role="table" aria-label=${locale.text(this.caption)}>
      <thead role="rowgroup">
        <tr role="row">
          ${this.columns.map((column) => html`<th role="columnheader" scope="col">${locale.text(column)}</th>`)}
          <th role="columnheader" scope="col">
            <span class="hidden-text">${locale.text('actions.title')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${items.map((item) => this.row(item))}
      </tbody>
    </table>`;
  }
}
