import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Locale } from './locale.js';
import { ask } from './command.js';
import { icon } from './icons.js';
import { PressWatch } from './press-watch.js';
import controlsCss from './styles/controls.css?inline';
import searchBoxCss from './search-box.css?inline';
import { sheets } from './sheets.js';

/** How long a pause in typing starts the search, in milliseconds. */
const pause = 250;

/** Searches while one types: asks whatever list it belongs to. */
export class SearchBox extends LitElement {
  static override properties = {
    locale: { attribute: false },
    q: { attribute: false },
    label: { attribute: false },
    typed: { state: true },
  };

  static override styles = sheets(controlsCss, searchBoxCss);

  declare locale: Locale;
  /** The words in force. */
  declare q: string;
  /** What is searched, when it is not the list. */
  declare label: string | undefined;
  declare typed: string;
  #timer = 0;
  #asked = '';
  readonly #press = new PressWatch(this);

  constructor() {
    super();
    this.q = '';
    this.typed = '';
  }

  /** Words that come from elsewhere, such as the back button, replace what is in the box; an echo does not. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('q') || this.q === this.#asked) return;
    clearTimeout(this.#timer);
    this.typed = this.q;
    this.#asked = this.q;
  }

  override render(): TemplateResult {
    const label = this.label ?? this.locale.text('list.search');
    return html`${icon('search')}<input
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        maxlength="255"
        aria-label=${label}
        placeholder=${label}
        .value=${live(this.typed)}
        @input=${this.#onInput}
        @change=${this.#searchSoon}
      />`;
  }

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #onInput(event: InputEvent): void {
    this.typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#searchSoon, pause);
  }

  /** Not while something is pressed: what the list then puts in its place would get the end of the click. */
  readonly #searchSoon = (): void => this.#press.whenReleased(this.#search);

  readonly #search = (): void => {
    clearTimeout(this.#timer);
    const q = this.typed.trim();
    if (q === this.#asked) return;
    this.#asked = q;
    ask(this, { does: 'search', changes: { q }, history: 'replace' });
  };
}

customElements.define('search-box', SearchBox);
