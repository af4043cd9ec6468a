import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Seance } from './seance.js';
import type { Locale } from '../core/locale.js';
import { moveFocus } from '../core/arrow-keys.js';
import { ask } from '../core/command.js';
import { icon } from '../core/icons.js';
import { isUnfolded } from '../core/popover.js';
import type { SeanceAction } from './seance-actions.js';
import controlsCss from '../core/styles/controls.css?inline';
import popoversCss from '../core/styles/popovers.css?inline';
import actionMenuCss from './action-menu.css?inline';
import { sheets } from '../core/sheets.js';

/** The ⋮ button of a séance and the menu that it opens. */
export class ActionMenu extends LitElement {
  static override properties = {
    locale: { attribute: false },
    actions: { attribute: false },
    seance: { attribute: false },
    isOpen: { state: true },
  };

  static override styles = sheets(controlsCss, popoversCss, actionMenuCss);

  declare locale: Locale;
  declare actions: readonly SeanceAction[];
  declare seance: Seance;
  declare isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  override render(): TemplateResult {
    return html`<button
        type="button"
        class="button quiet icon"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        aria-label=${this.locale.text('actions.of', { name: this.seance.name })}
        @keydown=${this.#openByArrow}
      >
        ${icon('more')}
      </button>
      <div
        id="menu"
        popover
        @beforetoggle=${this.#onToggle}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKey}
      >
        ${this.isOpen ? this.#menu() : nothing}
      </div>`;
  }

  #menu(): TemplateResult {
    return html`<h2 id="title">${this.locale.text('actions.title')}</h2>
      <div role="menu" aria-labelledby="title">
        ${this.actions.map(
          (action) =>
            html`<button
              type="button"
              role="menuitem"
              tabindex="-1"
              class=${action.danger ? 'danger' : ''}
              @click=${() => this.#choose(action)}
            >
              ${icon(action.icon)}${this.locale.text(action.label)}
            </button>`,
        )}
      </div>`;
  }

  get #button(): HTMLButtonElement {
    return this.renderRoot.querySelector('button') as HTMLButtonElement;
  }

  get #popover(): HTMLElement {
    return this.renderRoot.querySelector('#menu') as HTMLElement;
  }

  #onToggle(event: ToggleEvent): void {
    this.isOpen = isUnfolded(this.#button, event);
  }

  #openByArrow(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.#popover.showPopover();
  }

  #onKey(event: KeyboardEvent): void {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    if (!moveFocus(event, items) && event.key === 'Tab') this.#popover.hidePopover();
  }

  #choose(action: SeanceAction): void {
    this.#popover.hidePopover();
    ask(this, { does: 'act', action: action.name, seance: this.seance });
  }
}

customElements.define('action-menu', ActionMenu);
