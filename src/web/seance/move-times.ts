import { html, type TemplateResult } from 'lit';
import { hoursThere, isOneDay, type Timed } from '../core/hours-there.js';
import type { Locale } from '../core/locale.js';
import { instantAt } from '../time/wall-time.js';
import type { Move } from './move.js';

/** Which séance moves, from when to when on the clocks of the reader, and on its own where these are others. */
export function moveTimes({ seance, start, end }: Move, locale: Locale, ownZone: string): TemplateResult {
  const { timeZone } = seance;
  const [startsAt, endsAt] = [start, end].map((time) => instantAt(time, timeZone).toISOString());
  const moved = { startsAt: startsAt ?? '', endsAt: endsAt ?? '', timeZone };
  return html`<div class="move">
    <p><strong>${seance.name}</strong></p>
    <dl>
      <dt>${locale.text('move.from')}</dt>
      <dd>${periodText(seance, locale, ownZone)}</dd>
      <dt>${locale.text('move.to')}</dt>
      <dd>${periodText(moved, locale, ownZone)}</dd>
    </dl>
  </div>`;
}

/** The day is said once when the séance is over on the day that it begins. */
function periodText(timed: Required<Timed>, locale: Locale, ownZone: string): string {
  const { startsAt, endsAt } = timed;
  const end = isOneDay(startsAt, endsAt, locale, ownZone)
    ? locale.time(endsAt, ownZone)
    : locale.longDate(endsAt, ownZone);
  return `${locale.longDate(startsAt, ownZone)} → ${end} ${hoursThere(timed, locale, ownZone)}`.trim();
}
