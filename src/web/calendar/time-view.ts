import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CalendarContext } from './calendar-context.js';
import { calendarEntry, plannedEntry } from './calendar-entry.js';
import { dayHead, moreOf } from './day-head.js';
import type { Crowd, Placed } from './day-layout.js';
import { isLong, minutesOf, pieceOn, piecesOn, type Piece } from './day-pieces.js';
import type { Standing } from './standing.js';
import { timeLayout, type DayColumn, type TimeLayout } from './time-layout.js';

/** What is shorter, in minutes, has room for one line. */
const lineLength = 60;

/**
 * Days side by side, with the hours from top to bottom. Where there is no room for columns, and for a day with more at
 * one time than can be read side by side, lists one below the other.
 */
export function timeView(context: CalendarContext): TemplateResult {
  const layout = timeLayout(context.standings, context.days);
  const { first, last, isList } = layout;
  const hours = Array.from({ length: last - first }, (_, index) => first + index);
  const classes = { times: true, [context.page.view]: true, drawn: !isList };
  return html`<div
    class=${classMap(classes)}
    .style=${`--columns: ${layout.columns.length}; --first: ${first}; --hours: ${hours.length}`}
  >
    <ol class="hour-marks" aria-hidden="true">
      ${hours.map((hour) => html`<li>${context.locale.hour(hour)}</li>`)}
    </ol>
    ${layout.columns.map((column) => daySection(context, layout, column))}
  </div>`;
}

function daySection(
  context: CalendarContext,
  layout: TimeLayout<Standing>,
  column: DayColumn<Standing>,
): TemplateResult {
  const { day, count } = column;
  return html`<section aria-label=${context.locale.dayAs('fullDay', day)} data-day=${day}>
    ${dayHead(context, day, count)} ${bars(context, column)} ${slots(context, layout, column)}
  </section>`;
}

/** What lasts for days, above the hours, at the same height on each of them. */
function bars(context: CalendarContext, { day, bars, early }: DayColumn<Standing>): TemplateResult {
  const { plan } = context;
  return html`<ol class="bars">
    ${bars.rows.map((piece) => (piece ? bar(context, piece) : html`<li class="gap" aria-hidden="true"></li>`))}
    ${early.map((piece) => bar(context, piece))}
    ${bars.more > 0 ? html`<li>${moreOf(context, day, bars.more)}</li>` : nothing}
    ${plan && isLong(plan) && pieceOn(plan, day) ? html`<li class="plan">${plannedEntry(context, plan)}</li>` : nothing}
  </ol>`;
}

function bar(context: CalendarContext, piece: Piece<Standing>): TemplateResult {
  return html`<li>${calendarEntry(context, piece, 'days')}</li>`;
}

function slots(
  context: CalendarContext,
  layout: TimeLayout<Standing>,
  { day, layout: { placed, crowds } }: DayColumn<Standing>,
): TemplateResult {
  const { plan, now } = context;
  return html`<ol class="slots">
    ${repeat(
      placed,
      ({ item }) => item.seance.id,
      (piece) =>
        html`<li
          .style=${placeOf(piece)}
          class=${classMap({
            crowded: piece.isCrowded,
            brief: piece.to - piece.from < lineLength,
            left: piece.lane >= piece.lanes,
          })}
        >
          ${calendarEntry(context, piece, 'move')}
        </li>`,
    )}
    ${crowds.map((crowd) => html`<li class="crowd" .style=${heightOf(crowd)}>${moreOf(context, day, crowd.count)}</li>`)}
    ${plan && !isLong(plan) ? piecesOn([plan], day).map((piece) => planned(context, layout, piece)) : nothing}
    ${now.startsWith(day) ? nowLine(context, layout) : nothing}
  </ol>`;
}

function planned(
  context: CalendarContext,
  { first, last }: TimeLayout<Standing>,
  { item, from, to }: Piece<NonNullable<CalendarContext['plan']>>,
): TemplateResult {
  const shown = { from: Math.max(from, first * 60), to: Math.min(to, last * 60) };
  return html`<li class="plan" .style=${heightOf(shown)}>${plannedEntry(context, item)}</li>`;
}

/** Where it is now, as long as that is among the hours that are drawn. */
function nowLine(
  { now, locale }: CalendarContext,
  { first, last }: TimeLayout<Standing>,
): TemplateResult | typeof nothing {
  const minutes = minutesOf(now);
  if (minutes < first * 60 || minutes >= last * 60) return nothing;
  return html`<li
    class="now"
    aria-hidden="true"
    title=${locale.time(`${now}Z`, 'UTC')}
    .style=${`--from: ${minutes}`}
  ></li>`;
}

function placeOf({ from, to, lane, lanes }: Placed<unknown>): string {
  return `${heightOf({ from, to })}; --lane: ${lane}; --lanes: ${lanes}`;
}

function heightOf({ from, to }: Pick<Crowd, 'from' | 'to'>): string {
  return `--from: ${from}; --to: ${to}`;
}
