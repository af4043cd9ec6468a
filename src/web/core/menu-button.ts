import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { moveFocus } from './arrow-keys.js';
import { icon, type IconName } from './icons.js';
import type { Locale } from './locale.js';
import { isUnfolded } from './popover.js';
import { sheets } from './sheets.js';
import controlsCss from './styles/controls.css?inline';
import menuCss from './styles/menu.css?inline';
import popoversCss from './styles/popovers.css?inline';

/** One thing to choose. */
export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  /** Shown in red and apart from the others. */
  readonly danger?: boolean | undefined;
  readonly choose: () => void;
}

/** What a menu button shows. */
export interface MenuFace {
  /** What the button is called. */
  readonly label: string;
  readonly icon: IconName;
  /** Whether the label can be read beside the drawing. */
  readonly isLabelled: boolean;
}

/** A button and the menu that it opens (WAI-ARIA: menu button). */
export abstract class MenuButton extends LitElement {
  static override properties = { locale: { attribute: false }, isOpen: { state: true } };

  static override styles = sheets(controlsCss, popoversCss, menuCss);

  declare locale: Locale;
  declare isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  protected abstract face(): MenuFace;
  /** What stands above the items. */
  protected abstract heading(): string;
  protected abstract items(): readonly MenuItem[];

  override render(): TemplateResult {
    const { label, icon: drawing, isLabelled } = this.face();
    return html`<button
        type="button"
        class=${isLabelled ? 'button quiet' : 'button quiet icon'}
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        aria-label=${label}
        @keydown=${this.#openByArrow}
      >
        ${icon(drawing)}${isLabelled ? html`<span>${label}</span>` : nothing}
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
    return html`<h2 id="title">${this.heading()}</h2>
      <div role="menu" aria-labelledby="title">
        ${this.items().map(
          (item) =>
            html`<button
              type="button"
              role="menuitem"
              tabindex="-1"
              class=${item.danger ? 'danger' : ''}
              @click=${() => this.#choose(item)}
            >
              ${icon(item.icon)}${item.label}
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

  #choose({ choose }: MenuItem): void {
    this.#popover.hidePopover();
    choose();
  }
}
