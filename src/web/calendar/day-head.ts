import { html, nothing, type TemplateResult } from 'lit';
import type { Day } from '../time/days.js';
import type { CalendarContext } from './calendar-context.js';

/** A day of a week with what closes it; the day itself where it is alone, which the title has said. */
export function dayHead(context: CalendarContext, day: Day, count: number): TemplateResult {
  const { page, locale, now, turn } = context;
  const name = locale.dayAs('fullDay', day);
  return html`<div class="head">
    ${
      page.view === 'day'
        ? nothing
        : html`<h3>
            <button
              type="button"
              class="date"
              aria-label=${locale.text('calendar.openDay', { day: name, count })}
              aria-current=${now.startsWith(day) ? 'date' : nothing}
              @click=${() => turn({ view: 'day', date: day })}
            >
              <span class="short">${locale.dayAs('shortDay', day)}</span>
              <span class="full">${name}</span>
            </button>
          </h3>`
    }
    ${closedNote(context, day)}
  </div>`;
}

/** What closes a day, by name. */
export function closedNote({ closedOn, locale }: CalendarContext, day: Day): TemplateResult | typeof nothing {
  const names = closedOn(day);
  if (names.length === 0) return nothing;
  const name = locale.list(names);
  return html`<p class="closed" title=${name}>
    <span class="hidden-text">${locale.text('calendar.closed')}</span> ${name}
  </p>`;
}

/** How many more there are on a day than there is room for: all of them are on the page of the day. */
export function moreOf({ locale, turn }: CalendarContext, day: Day, count: number): TemplateResult {
  return html`<button type="button" class="more" @click=${() => turn({ view: 'day', date: day })}>
    <span aria-hidden="true">+&nbsp;${count}</span>
    <span class="hidden-text"
      >${locale.text('calendar.more', { count })} ${locale.dayAs('fullDay', day)}</span
    >
  </button>`;
}
