import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Day } from '../time/days.js';
import { barsOf, type Bars } from './bars.js';
import type { CalendarContext } from './calendar-context.js';
import { calendarEntry, plannedEntry } from './calendar-entry.js';
import { closedNote, moreOf } from './day-head.js';
import { isLong, pieceOn, piecesOn, type Piece } from './day-pieces.js';
import type { Standing } from './standing.js';

/** As many as a cell has room for, and how many of them may go on over days. */
const room = 4;
const barLimit = 3;

/** Whole weeks around a month. Where there is no room for names, the days say how many séances they have. */
export function monthView(context: CalendarContext): TemplateResult {
  const { locale, days, page, standings } = context;
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const long = standings.filter(isLong);
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
      ${weeks.map((week) => {
        const bars = barsOf(long, week, barLimit);
        return html`<tr>
          ${week.map((day) => cell(context, day, bars.get(day) ?? { rows: [], more: 0 }))}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function cell(context: CalendarContext, day: Day, bars: Bars<Standing>): TemplateResult {
  const { locale, page, standings, now, turn, plan } = context;
  const pieces = piecesOn(standings, day);
  const short = pieces.filter(({ item }) => !isLong(item));
  const rows = lastUsed(bars.rows);
  // A line that says that there is one more takes as much room as the one.
  const isWhole = bars.more === 0 && rows.length + short.length <= room + 1;
  const shown = isWhole ? short : short.slice(0, Math.max(0, room - rows.length));
  const more = bars.more + short.length - shown.length;
  const isOther = day.slice(0, 7) !== page.date.slice(0, 7);
  const name = locale.text('calendar.openDay', { day: locale.dayAs('fullDay', day), count: pieces.length });
  // Where there is no room for what closes a day, its button says so.
  const label = [name, ...context.closedOn(day)].join(', ');
  return html`<td data-day=${day} class=${isOther ? 'other' : ''}>
    <button
      type="button"
      class="date"
      aria-label=${label}
      aria-current=${now.startsWith(day) ? 'date' : nothing}
      @click=${() => turn({ view: 'day', date: day })}
    >
      <span>${Number(day.slice(8))}</span>
      ${pieces.length > 0 ? html`<span class="count">${pieces.length}</span>` : nothing}
    </button>
    ${closedNote(context, day)}
    <ul>
      ${rows.map((piece) => (piece ? line(context, piece) : html`<li class="gap" aria-hidden="true"></li>`))}
      ${repeat(
        shown,
        ({ item }) => item.seance.id,
        (piece) => line(context, piece),
      )}
      ${more > 0 ? html`<li>${moreOf(context, day, more)}</li>` : nothing}
    </ul>
    ${plan && pieceOn(plan, day) ? html`<div class="plan">${plannedEntry(context, plan)}</div>` : nothing}
  </td>`;
}

function line(context: CalendarContext, piece: Piece<Standing>): TemplateResult {
  return html`<li>${calendarEntry(context, piece, 'days')}</li>`;
}

/** Without what is empty below the last. */
function lastUsed<T>(rows: readonly (T | undefined)[]): readonly (T | undefined)[] {
  return rows.slice(0, rows.findLastIndex((row) => row !== undefined) + 1);
}
