import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { fieldNotes } from '../core/field.js';
import type { Locale } from '../core/locale.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import timeZoneFieldCss from './time-zone-field.css?inline';
import { sheets } from '../core/sheets.js';

/** The zone of the séance's times: folded up, because nearly always it is the session's. Fires `change`. */
export class TimeZoneField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override properties = {
    locale: { attribute: false },
    value: { attribute: false },
    error: { attribute: false },
    isOpen: { state: true },
  };

  static override styles = sheets(controlsCss, fieldsCss, timeZoneFieldCss);

  declare locale: Locale;
  declare value: string;
  declare error: string | undefined;
  declare isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  override render(): TemplateResult {
    const { locale, value, error } = this;
    return html`<div class="row">
      <span></span>
      <details .open=${this.isOpen || error !== undefined} @toggle=${this.#onToggle}>
        <summary>${locale.text('form.timeZoneIs', { zone: value })}</summary>
        ${this.isOpen ? this.#select() : nothing} ${fieldNotes({ name: 'zone', error })}
      </details>
    </div>`;
  }

  /** Hundreds of zones, made only for who asks for them; the séance's own may be one that this browser has not. */
  #select(): TemplateResult {
    const zones = new Set([this.value, ...Intl.supportedValuesOf('timeZone')]);
    return html`<select
      class="field"
      aria-label=${this.locale.text('form.timeZone')}
      @change=${this.#onChange}
    >
      ${[...zones].sort().map((zone) => html`<option .selected=${zone === this.value}>${zone}</option>`)}
    </select>`;
  }

  #onToggle(event: Event): void {
    this.isOpen = (event.target as HTMLDetailsElement).open;
  }

  #onChange(event: Event): void {
    this.value = (event.target as HTMLSelectElement).value;
    this.dispatchEvent(new Event('change'));
  }
}

customElements.define('time-zone-field', TimeZoneField);
