import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CalendarContext } from './calendar-context.js';
import type { Day } from '../time/days.js';
import { calendarEntry } from './calendar-entry.js';
import { isOn } from '../time/span.js';

/** As many as a cell has room for. */
const shown = 4;

/** Whole weeks around a month. Where there is no room for names, the days say how many séances they have. */
export function monthView(context: CalendarContext): TemplateResult {
  const { locale, days, page } = context;
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return html`<table class="month" aria-label=${locale.dayAs('month', page.date)}>
    <thead>
      <tr>
        ${weeks[0]?.map(
          (day) =>
            html`<th scope="col">
              <span aria-hidden="true">${locale.dayAs('weekday', day)}</span>
              <span class="hidden-text">${locale.dayAs('fullWeekday', day)}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${weeks.map(
        (week) =>
          html`<tr>
            ${week.map((day) => cell(context, day))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function cell(context: CalendarContext, day: Day): TemplateResult {
  const { locale, page, seances, today, turn } = context;
  const entries = seances.filter((seance) => isOn(seance, day));
  const isOther = day.slice(0, 7) !== page.date.slice(0, 7);
  const open = () => turn({ view: 'day', date: day });
  const name = locale.text('calendar.openDay', {
    day: locale.dayAs('fullDay', day),
    count: entries.length,
  });
  return html`<td data-day=${day} class=${isOther ? 'other' : ''}>
    <button
      type="button"
      class="date"
      aria-label=${name}
      aria-current=${day === today ? 'date' : nothing}
      @click=${open}
    >
      <span>${Number(day.slice(8))}</span>
      ${entries.length > 0 ? html`<span class="count">${entries.length}</span>` : nothing}
    </button>
    <ul>
      ${repeat(
        entries.slice(0, shown),
        ({ id }) => id,
        (seance) => html`<li>${calendarEntry(context, seance, false)}</li>`,
      )}
      ${
        entries.length > shown
          ? html`<li>
              <button type="button" class="more" @click=${open}>
                ${locale.text('calendar.more', { count: entries.length - shown })}
                <span class="hidden-text">${locale.dayAs('fullDay', day)}</span>
              </button>
            </li>`
          : nothing
      }
    </ul>
  </td>`;
}
