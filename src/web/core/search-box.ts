import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Locale } from './locale.js';
import { controls } from './styles/controls.js';
import { ask } from './command.js';
import { icon } from './icons.js';
import { PressWatch } from './press-watch.js';

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

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        min-width: 0;
      }

      svg {
        margin-inline: 0.75rem 0;
      }

      input {
        flex: 1;
        min-width: 0;
        min-height: 2.75rem;
        padding: 0.5rem 0.75rem;
        border: 0;
        border-radius: var(--_radius);
        background: transparent;
        font-size: 1.0625rem;
      }

      input::placeholder {
        color: var(--_muted);
        opacity: 1;
      }

      input:focus-visible {
        outline-offset: -3px;
      }
    `,
  ];

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
    ask(this, { does: 'search', changes: { q, page: 1 }, history: 'replace' });
  };
}

customElements.define('search-box', SearchBox);
