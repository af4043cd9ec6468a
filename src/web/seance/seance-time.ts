import { html, nothing, type TemplateResult } from 'lit';
import type { Seance } from './seance.js';
import { hoursThere, isOneDay, type Timed } from '../core/hours-there.js';
import type { Locale } from '../core/locale.js';
import { minutesOfDay } from '../time/wall-time.js';

/** When a séance is: by its instants, since a time of day that the clocks skip is another one. */
type Times = Pick<Seance, 'startsAt' | 'endsAt' | 'timeZone'>;

/**
 * From when until when a séance is: the day is said once when it ends on the day that it begins.
 *
 * @param ownZone the reader's own, whose clocks it is said by: those of a séance elsewhere come after them.
 */
export function seanceTime(times: Times, locale: Locale, ownZone: string): TemplateResult {
  const { startsAt, endsAt } = times;
  const isSameDay = locale.isSameDay(startsAt, endsAt, ownZone);
  return html`<time datetime=${startsAt}>${locale.longDate(startsAt, ownZone)}</time>
    <span aria-hidden="true">→</span><span class="hidden-text">${locale.text('detail.until')}</span>
    <time datetime=${endsAt}>
      ${isSameDay ? locale.time(endsAt, ownZone) : locale.longDate(endsAt, ownZone)}
    </time>
    ${thereNote(times, locale, ownZone)}`;
}

/** The hours of a séance elsewhere by its own clocks. */
export function thereNote(times: Timed, locale: Locale, ownZone: string): TemplateResult | typeof nothing {
  const there = hoursThere(times, locale, ownZone);
  return there === '' ? nothing : html`<span class="muted zone">${there}</span>`;
}

/** How long it is from one instant to another: in hours and minutes, and in days when it is more than one. */
export function lengthInWords(from: string, to: string, locale: Locale): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  const days = Math.ceil(minutes / minutesOfDay);
  if (days > 1) return locale.text('occurrence.days', { count: days });
  return locale.text('occurrence.duration', {
    hours: Math.floor(minutes / 60),
    minutes: String(minutes % 60).padStart(2, '0'),
  });
}

/**
 * The same in one line, "lun. 30/11 10:00–12:00": without the year when it is the current one, and with the day of the
 * end when that is another.
 */
export function briefTime(times: Times, locale: Locale, ownZone: string): TemplateResult {
  const { startsAt, endsAt } = times;
  const hasYear = !locale.isSameYear([startsAt, endsAt, new Date()], ownZone);
  const at = (instant: string) =>
    `${locale.briefDay(instant, ownZone, hasYear)} ${locale.time(instant, ownZone)}`;
  const isShort = isOneDay(startsAt, endsAt, locale, ownZone);
  return html`<span class=${isShort ? 'one-day' : nothing}
      ><time datetime=${startsAt}>${at(startsAt)}</time>${isShort ? '–' : ' – '}<time datetime=${endsAt}
        >${isShort ? locale.time(endsAt, ownZone) : at(endsAt)}</time
      ></span
    >
    ${thereNote(times, locale, ownZone)}`;
}
