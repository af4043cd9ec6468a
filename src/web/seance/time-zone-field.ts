import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { fieldNotes } from '../core/field.js';
import type { Locale } from '../core/locale.js';
import { zoneInput } from '../core/zone-input.js';
import { zoneName } from '../core/zones.js';
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
    start: { attribute: false },
    error: { attribute: false },
    isOpen: { state: true },
    unknown: { state: true },
  };

  static override styles = sheets(controlsCss, fieldsCss, timeZoneFieldCss);

  declare locale: Locale;
  declare value: string;
  /** When the séance begins, a wall time; empty as long as it is not complete. */
  declare start: string;
  declare error: string | undefined;
  declare isOpen: boolean;
  /** What was typed last, when it is no zone. */
  declare unknown: string | undefined;

  constructor() {
    super();
    this.start = '';
    this.isOpen = false;
  }

  override render(): TemplateResult {
    const { locale, value, error } = this;
    return html`<div class="row">
      <span></span>
      <details .open=${this.isOpen || error !== undefined} @toggle=${this.#onToggle}>
        <summary>${locale.text('form.timeZoneIs', { zone: zoneName(value, locale, this.#at) })}</summary>
        ${this.isOpen ? this.#input() : nothing}
        ${fieldNotes({ name: 'zone', error: error ?? this.#unknownNote(), hints: [locale.text('zone.hint')] })}
      </details>
    </div>`;
  }

  /** Hundreds of zones, made only for who asks for them. */
  #input(): TemplateResult {
    const { locale, value, error } = this;
    return zoneInput({
      ...{ name: 'zone', label: locale.text('form.timeZone'), value, locale, at: this.#at },
      isWrong: error !== undefined || this.unknown !== undefined,
      change: (id, isKnown) => {
        this.unknown = isKnown ? undefined : id;
        this.requestUpdate();
        if (!isKnown || id === this.value) return;
        this.value = id;
        this.dispatchEvent(new Event('change'));
      },
    });
  }

  #unknownNote(): string | undefined {
    const { locale, value, unknown } = this;
    if (unknown === undefined) return undefined;
    return locale.text('zone.unknown', { typed: unknown, zone: zoneName(value, locale, this.#at) });
  }

  /** The offsets are those of the day of the séance, where it is known. */
  get #at(): Date | undefined {
    return this.start === '' ? undefined : new Date(`${this.start}Z`);
  }

  #onToggle(event: Event): void {
    this.isOpen = (event.target as HTMLDetailsElement).open;
  }
}

customElements.define('time-zone-field', TimeZoneField);
