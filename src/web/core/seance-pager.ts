import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { pageSizes, type PageSize } from './page.js';
import type { Locale } from './locale.js';
import { ask } from './command.js';
import { visiblePages } from './visible-pages.js';
import controlsCss from './styles/controls.css?inline';
import seancePagerCss from './seance-pager.css?inline';
import { sheets } from './sheets.js';

/** Below the list: how many results on a page, and which page. */
export class SeancePager extends LitElement {
  static override properties = {
    locale: { attribute: false },
    total: { type: Number },
    page: { type: Number },
    size: { attribute: false },
    sizes: { attribute: false },
  };

  static override styles = sheets(controlsCss, seancePagerCss);

  declare locale: Locale;
  declare total: number;
  declare page: number;
  declare size: PageSize;
  /** Those to choose from. */
  declare sizes: readonly PageSize[];

  constructor() {
    super();
    this.sizes = pageSizes;
  }

  override render(): TemplateResult {
    const count = this.size === 'all' ? 1 : Math.ceil(this.total / this.size);
    return html`${count > 1 ? this.#range(this.size) : nothing}
      <div class="sizes" role="group" aria-labelledby="sizes">
        <span id="sizes">${this.locale.text('pager.size')}</span>
        ${this.sizes.map((size) => this.#sizeButton(size))}
      </div>
      ${count > 1 ? this.#pages(count) : nothing}`;
  }

  /** "21–40 sur 52". */
  #range(size: PageSize): TemplateResult {
    const first = size === 'all' ? 1 : (this.page - 1) * size + 1;
    const last = size === 'all' ? this.total : Math.min(this.page * size, this.total);
    return html`<span>${this.locale.text('pager.range', { first, last, total: this.total })}</span>`;
  }

  #sizeButton(size: PageSize): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${size === this.size}
      @click=${() => ask(this, { does: 'search', changes: { size }, history: 'push' })}
    >
      ${size === 'all' ? this.locale.text('pager.all') : size}
    </button>`;
  }

  #pages(count: number): TemplateResult {
    return html`<nav class="pages" aria-label=${this.locale.text('pager.pages')}>
      ${this.#step('«', this.page - 1, count, this.locale.text('pager.previous'))}
      ${visiblePages(this.page, count).map((page) =>
        page === undefined ? html`<span class="gap">…</span>` : this.#pageButton(page),
      )}
      ${this.#step('»', this.page + 1, count, this.locale.text('pager.next'))}
    </nav>`;
  }

  #pageButton(page: number): TemplateResult {
    return html`<button
      type="button"
      aria-label=${this.locale.text('pager.page', { page })}
      aria-current=${page === this.page ? 'page' : nothing}
      @click=${() => this.#go(page)}
    >
      ${page}
    </button>`;
  }

  #step(sign: string, page: number, count: number, label: string): TemplateResult {
    // Not `disabled`: whoever has just come to the last page with it would lose their focus.
    const isThere = page >= 1 && page <= count;
    return html`<button
      type="button"
      aria-label=${label}
      aria-disabled=${isThere ? nothing : 'true'}
      @click=${() => isThere && this.#go(page)}
    >
      ${sign}
    </button>`;
  }

  #go(page: number): void {
    ask(this, { does: 'search', changes: { page }, history: 'push' });
  }
}

customElements.define('seance-pager', SeancePager);
