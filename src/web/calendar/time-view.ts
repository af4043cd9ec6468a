import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Seance } from '../seance/seance.js';
import type { CalendarContext } from './calendar-context.js';
import type { Day } from '../time/days.js';
import { calendarEntry } from './calendar-entry.js';
import { hoursOf, laneOut, type Placed } from './day-layout.js';

/** Days side by side, with the hours from top to bottom. Where there is no room for columns, one day below the other. */
export function timeView(context: CalendarContext): TemplateResult {
  const columns = context.days.map((day) => ({ day, placed: laneOut(context.seances, day) }));
  const [first, last] = hoursOf(columns.flatMap(({ placed }) => placed));
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  return html`<div
    class="times ${context.page.view}"
    .style=${`--columns: ${columns.length}; --first: ${first}; --hours: ${hours.length}`}
  >
    <ol class="hours" aria-hidden="true">
      ${hours.map((hour) => html`<li>${context.locale.hour(hour)}</li>`)}
    </ol>
    ${columns.map(({ day, placed }) => column(context, day, placed))}
  </div>`;
}

function column(context: CalendarContext, day: Day, placed: readonly Placed<Seance>[]): TemplateResult {
  const { locale, page, today, turn } = context;
  const name = locale.dayAs('fullDay', day);
  return html`<section aria-label=${name} data-day=${day}>
    ${
      page.view === 'day'
        ? nothing
        : html`<h3>
            <button
              type="button"
              class="date"
              aria-label=${locale.text('calendar.openDay', { day: name, count: placed.length })}
              aria-current=${day === today ? 'date' : nothing}
              @click=${() => turn({ view: 'day', date: day })}
            >
              <span class="short">${locale.dayAs('shortDay', day)}</span>
              <span class="full">${name}</span>
            </button>
          </h3>`
    }
    <ol class="slots">
      ${repeat(
        placed,
        ({ item }) => item.id,
        ({ item, from, to, lane, lanes }) =>
          html`<li .style=${`--from: ${from}; --to: ${to}; --lane: ${lane}; --lanes: ${lanes}`}>
            ${calendarEntry(context, item, to < 24 * 60)}
          </li>`,
      )}
    </ol>
  </section>`;
}
