import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import { controls } from '../core/styles/controls.js';
import { popovers } from '../core/styles/popovers.js';
import { canBeHidden, columns, type Column } from './columns.js';
import { icon } from '../core/icons.js';
import { isUnfolded } from '../core/popover.js';

/** Tells the list which columns to show; `columns` on the event's target says which. */
export class ColumnChooser extends LitElement {
  static override properties = {
    locale: { attribute: false },
    columns: { attribute: false },
    isOpen: { state: true },
  };

  static override styles = [
    controls,
    popovers,
    css`
      [popover] {
        padding: 0.75rem 1rem;
      }

      h2 {
        margin-bottom: 0.25rem;
        font-size: 0.875rem;
      }

      label {
        display: flex;
        align-items: center;
        gap: 0.625rem;
        min-height: 2rem;
      }
    `,
  ];

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
