import { LitElement, html, type TemplateResult } from 'lit';
import type { CalendarPage } from '../calendar/calendar-page.js';
import type { Locale } from '../core/locale.js';
import { ask } from '../core/command.js';
import { icon, type IconName } from '../core/icons.js';
import controlsCss from '../core/styles/controls.css?inline';
import viewSwitchCss from './view-switch.css?inline';
import { sheets } from '../core/sheets.js';

/** The table or the calendar. */
export class ViewSwitch extends LitElement {
  static override properties = {
    locale: { attribute: false },
    calendar: { attribute: false },
    isCalendar: { attribute: false },
  };

  static override styles = sheets(controlsCss, viewSwitchCss);

  declare locale: Locale;
  /** The page that the calendar opens at. */
  declare calendar: CalendarPage;
  declare isCalendar: boolean;

  override render(): TemplateResult {
    return html`<div role="group" aria-label=${this.locale.text('view.title')}>
      ${this.#button('list', !this.isCalendar, undefined)}${this.#button('calendar', this.isCalendar, this.calendar)}
    </div>`;
  }

  #button(
    name: Extract<IconName, 'list' | 'calendar'>,
    isPressed: boolean,
    calendar: CalendarPage | undefined,
  ): TemplateResult {
    return html`<button
      type="button"
      class="button"
      aria-pressed=${isPressed}
      @click=${() => ask(this, { does: 'view', calendar })}
    >
      ${icon(name)}<span>${this.locale.text(`view.${name}`)}</span>
    </button>`;
  }
}

customElements.define('view-switch', ViewSwitch);
