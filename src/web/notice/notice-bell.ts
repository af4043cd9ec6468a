import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask } from '../core/command.js';
import { icon } from '../core/icons.js';
import { sheets } from '../core/sheets.js';
import controlsCss from '../core/styles/controls.css?inline';
import type { UnreadNotices } from '../space/unread-notices.js';
import { UnreadWatch } from '../space/unread-watch.js';
import type { Workplace } from '../space/workplace.js';
import noticeBellCss from './notice-bell.css?inline';

const minute = 60_000;
/** As many are counted where there is little room. */
const counted = 99;

/**
 * How many notices the reader has not read, and the way to them. Asks every minute while the page is seen, and when it is
 * seen again. Fires `arrived` when there are more than before.
 */
export class NoticeBell extends LitElement {
  static override properties = { at: { attribute: false } };
  static override styles = sheets(controlsCss, noticeBellCss);

  declare at: Workplace;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: UnreadNotices | undefined;

  constructor() {
    super();
    new UnreadWatch(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onSight);
    if (this.#asked) void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onSight);
    clearTimeout(this.#timer);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('at') || this.at.unread === this.#asked) return;
    this.#asked = this.at.unread;
    void this.#ask();
  }

  override render(): TemplateResult {
    const { locale, unread } = this.at;
    const { count, arrived } = unread;
    const name = count > 0 ? locale.text('notices.unread', { count }) : locale.text('notices.title');
    return html`<button
        type="button"
        class="button icon"
        aria-haspopup="dialog"
        aria-label=${name}
        title=${name}
        @click=${() => ask(this, { does: 'read-notices' })}
      >
        ${icon('bell')}${count > 0 ? html`<span aria-hidden="true">${count > counted ? `${counted}+` : count}</span>` : nothing}
      </button>
      <p class="hidden-text" role="status">
        ${arrived > 0 ? locale.text('notices.arrived', { count: arrived }) : nothing}
      </p>`;
  }

  readonly #onSight = (): void => {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') void this.#ask();
  };

  readonly #ask = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const { unread } = this.at;
    const hasArrived = await unread.ask();
    if (!this.isConnected || unread !== this.#asked) return;
    if (hasArrived) this.dispatchEvent(new Event('arrived'));
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') this.#timer = setTimeout(this.#ask, minute);
  };
}

customElements.define('notice-bell', NoticeBell);
