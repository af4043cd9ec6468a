import { LitElement, css, html, type TemplateResult } from 'lit';
import type { CalendarPage } from '../calendar/calendar-page.js';
import type { Locale } from '../core/locale.js';
import { controls } from '../core/styles/controls.js';
import { ask } from '../core/command.js';
import { icon, type IconName } from '../core/icons.js';

/** The table or the calendar. */
export class ViewSwitch extends LitElement {
  static override properties = {
    locale: { attribute: false },
    calendar: { attribute: false },
    isCalendar: { attribute: false },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
      }

      .button {
        border-radius: 0;
      }

      .button:first-child {
        border-start-start-radius: var(--_radius);
        border-end-start-radius: var(--_radius);
      }

      .button:last-child {
        margin-inline-start: -1px;
        border-start-end-radius: var(--_radius);
        border-end-end-radius: var(--_radius);
      }

      [aria-pressed='true'] {
        border-color: var(--_primary);
        background: var(--_primary);
        color: var(--_primary-text);
      }

      @media (forced-colors: active) {
        [aria-pressed='true'] {
          border: 3px solid Highlight;
        }
      }
    `,
  ];

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
