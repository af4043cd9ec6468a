import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { field } from '../core/field.js';
import { iconButton } from '../core/icon-button.js';
import type { Locale } from '../core/locale.js';
import controlsCss from '../core/styles/controls.css?inline';
import fieldsCss from '../core/styles/fields.css?inline';
import datesFieldCss from './dates-field.css?inline';
import { sheets } from '../core/sheets.js';

/** Collects dates. Fires `change`; `value` has them as `YYYY-MM-DD`, in their order. */
export class DatesField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true };
  static override properties = {
    locale: { attribute: false },
    label: { attribute: false },
    value: { attribute: false },
    error: { attribute: false },
  };

  static override styles = sheets(controlsCss, fieldsCss, datesFieldCss);

  declare locale: Locale;
  declare label: string;
  declare value: readonly string[];
  declare error: string | undefined;

  override render(): TemplateResult {
    const { error, locale, value } = this;
    return field(
      { name: 'date', label: this.label, error },
      html`<div class="joined">
          <input
            id="date"
            class="field"
            type="date"
            aria-invalid=${error ? 'true' : 'false'}
            aria-describedby="date-notes"
            @keydown=${this.#onKey}
          />
          <button type="button" class="button" @click=${this.#add}>
            ${locale.text('repetition.addException')}
          </button>
        </div>
        ${
          value.length > 0
            ? html`<ul>
                ${value.map((date) => this.#date(date))}
              </ul>`
            : nothing
        }`,
    );
  }

  /** Takes over a date that was typed and not added yet; false when there is none. */
  takeTyped(): boolean {
    const date = this.#input.value;
    if (date === '') return false;
    this.#input.value = '';
    this.#change([...this.value.filter((other) => other !== date), date].sort());
    return true;
  }

  get #input(): HTMLInputElement {
    return this.renderRoot.querySelector('input') as HTMLInputElement;
  }

  #date(date: string): TemplateResult {
    const day = this.locale.day(date);
    const label = this.locale.text('repetition.removeException', { date: day });
    return html`<li>${day} ${iconButton('close', label, () => this.#remove(date), 'quiet')}</li>`;
  }

  readonly #add = (): void => {
    this.takeTyped();
    this.#input.focus();
  };

  /** Enter adds the date, and does not send the form. */
  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && this.takeTyped()) event.preventDefault();
  }

  /** The button that removes goes away with its date: the focus goes to where one adds. */
  #remove(date: string): void {
    this.#input.focus();
    this.#change(this.value.filter((other) => other !== date));
  }

  #change(value: readonly string[]): void {
    this.value = value;
    this.dispatchEvent(new Event('change'));
  }
}

customElements.define('dates-field', DatesField);
