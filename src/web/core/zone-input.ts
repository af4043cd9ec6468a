import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Locale } from './locale.js';
import { zoneName, zonesBeside, zoneTyped } from './zones.js';

/** A time zone that is looked for, and whom it tells. */
export interface ZoneInput {
  /** Of the control, and its id; what there is to say about it is in `NAME-notes`. */
  readonly name: string;
  /** What it is called where no label is. */
  readonly label?: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly locale: Locale;
  /** When the offsets are those that are shown. */
  readonly at?: Date | undefined;
  /** @param isKnown false for what was typed that is no zone. */
  readonly change: (id: string, isKnown: boolean) => void;
}

/** Cities are proposed while one types. */
export function zoneInput({ name, label, value, isWrong, locale, at, change }: ZoneInput): TemplateResult {
  const zones = zonesBeside(value, locale, at);
  const take = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const typed = input.value.trim();
    const known = typed === '' ? value : zoneTyped(typed, zones, locale);
    input.value = zoneName(known ?? typed, locale, at);
    change(known ?? typed, known !== undefined);
  };
  return html`<input
      id=${name}
      name=${name}
      class="field"
      list=${`${name}-list`}
      aria-label=${label ?? nothing}
      .value=${live(zoneName(value, locale, at))}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      @change=${take}
      aria-invalid=${isWrong}
      aria-describedby=${`${name}-notes`}
    />
    <datalist id=${`${name}-list`}>
      ${zones.map((zone) => html`<option value=${zone.name}></option>`)}
    </datalist>`;
}
