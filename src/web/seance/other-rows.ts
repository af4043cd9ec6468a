import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Workplace } from '../space/workplace.js';
import { today } from '../time/days.js';

interface PastButton {
  readonly locale: Locale;
  /** How many on all pages have ended. */
  readonly past: number;
  /** Whether there are some of them on this page, to open and to fold; the page before has them otherwise. */
  readonly isHere: boolean;
  readonly isOpen: boolean;
  readonly press: () => void;
}

export function pastButton({ locale, past, isHere, isOpen, press }: PastButton): TemplateResult {
  return html`<button type="button" aria-expanded=${isHere ? isOpen : nothing} @click=${press}>
    <span aria-hidden="true">${isOpen ? '↓' : '↑'}</span> ${locale.text('list.past', { count: past })}
  </button>`;
}

/** "Aujourd'hui, samedi 28 novembre", where the reader is. */
export function todayLine({ locale, space }: Workplace): string {
  return locale.text('list.today', { day: locale.dayAs('dayAndMonth', today(space.actor.timeZone)) });
}

/** In the place of rows that are not there, so many pixels of them. */
export function gapRow(height: number): TemplateResult {
  return html`<tr class="gap" aria-hidden="true" .style=${`height: ${height}px`}>
    <td></td>
  </tr>`;
}
