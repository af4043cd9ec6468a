import { html, type TemplateResult } from 'lit';
import type { Move } from './move.js';
import type { Span } from '../time/span.js';
import type { Locale } from '../core/locale.js';

/** Which séance moves, from when to when. */
export function moveTimes(move: Move, locale: Locale): TemplateResult {
  return html`<div class="move">
    <p><strong>${move.seance.name}</strong></p>
    <dl>
      <dt>${locale.text('move.from')}</dt>
      <dd>${spanText(move.seance, locale)}</dd>
      <dt>${locale.text('move.to')}</dt>
      <dd>${spanText(move, locale)}</dd>
    </dl>
  </div>`;
}

/** The day is said once when the séance ends on the day that it begins. */
function spanText({ start, end }: Span, locale: Locale): string {
  const isSameDay = start.slice(0, 10) === end.slice(0, 10);
  return `${locale.wallTime(start)} → ${isSameDay ? locale.time(`${end}Z`, 'UTC') : locale.wallTime(end)}`;
}
