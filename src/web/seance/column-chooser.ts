import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import { canBeHidden, columns, type Column } from './columns.js';
import { icon } from '../core/icons.js';
import { isUnfolded } from '../core/popover.js';
import controlsCss from '../core/styles/controls.css?inline';
import popoversCss from '../core/styles/popovers.css?inline';
import columnChooserCss from './column-chooser.css?inline';
import { sheets } from '../core/sheets.js';

/** Tells the list which columns to show; `columns` on the event's target says which. */
export class ColumnChooser extends LitElement {
  static override properties = {
    locale: { attribute: false },
    columns: { attribute: false },
    isOpen: { state: true },
  };

  static override styles = sheets(controlsCss, popoversCss, columnChooserCss);

  declare locale: Locale;
  declare columns: readonly Column[];
  declare isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  override render(): TemplateResult {
    return html`<button
        type="button"
        class="button quiet icon"
        popovertarget="choices"
        aria-expanded=${this.isOpen}
        aria-label=${this.locale.text('columns.choose')}
        title=${this.locale.text('columns.choose')}
      >
        ${icon('columns')}
      </button>
      <div
        id="choices"
        popover
        role="group"
        aria-labelledby="title"
        @beforetoggle=${this.#onToggle}
        @toggle=${this.#onToggle}
      >
        ${this.isOpen ? this.#choices() : nothing}
      </div>`;
  }

  #choices(): TemplateResult {
    return html`<h2 id="title">${this.locale.text('columns.title')}</h2>
      ${columns
        .filter(canBeHidden)
        .map(
          (column) =>
            html`<label>
              <input
                type="checkbox"
                .checked=${this.columns.includes(column)}
                @change=${() => this.#switch(column)}
              />${this.locale.text(`column.${column}`)}
            </label>`,
        )}`;
  }

  #onToggle(event: ToggleEvent): void {
    this.isOpen = isUnfolded(this.renderRoot.querySelector('button') as HTMLButtonElement, event);
  }

  #switch(changed: Column): void {
    this.columns = columns.filter((column) => this.columns.includes(column) !== (column === changed));
    this.dispatchEvent(new Event('change'));
  }
}

customElements.define('column-chooser', ColumnChooser);
