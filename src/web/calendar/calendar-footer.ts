import { html, nothing, type TemplateResult } from 'lit';
import { createButton } from '../seance/list-tools.js';
import type { Locale } from '../core/locale.js';
import type { Plan } from './calendar-context.js';

interface CalendarFooter {
  readonly locale: Locale;
  readonly plan: Plan | undefined;
  /** How many séances are shown; undefined before that is known. */
  readonly count: number | undefined;
  readonly mayEdit: boolean;
  /** Shows all séances again; undefined where nothing leaves any out. */
  readonly clear: (() => void) | undefined;
  readonly create: () => void;
}

/** How many there are, or where something would be moved to; and what can be done from here. */
export function calendarFooter(footer: CalendarFooter): TemplateResult {
  const { locale, count, mayEdit, clear, create } = footer;
  return html`<p class="results" role="status">${status(footer)}</p>
    ${
      count === 0 && clear
        ? html`<button type="button" class="button create" @click=${clear}>
            ${locale.text('list.clear')}
          </button>`
        : nothing
    }
    ${
      mayEdit
        ? html`<p class="muted hint">${locale.text('calendar.hint')}</p>
            ${createButton(locale, create)}`
        : nothing
    }`;
}

function status({ locale, plan, count }: CalendarFooter): string {
  if (plan) {
    const [start, end] = [locale.wallTime(plan.start), locale.wallTime(plan.end)];
    return locale.text(plan.seance ? 'move.pending' : 'calendar.planned', { start, end });
  }
  return count === undefined ? '' : locale.text('calendar.count', { count });
}
