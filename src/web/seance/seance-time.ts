import { html, nothing, type TemplateResult } from 'lit';
import type { Seance } from './seance.js';
import type { Locale } from '../core/locale.js';
import { zoneName } from '../core/zones.js';
import { lastDayOf } from '../time/span.js';

const minutesOfDay = 24 * 60;

/**
 * From when until when a séance is: the day is said once when it ends on the day that it begins.
 *
 * @param ownZone the reader's own: séances elsewhere name theirs.
 */
export function seanceTime(
  { startsAt, endsAt, timeZone }: Pick<Seance, 'startsAt' | 'endsAt' | 'timeZone'>,
  locale: Locale,
  ownZone: string,
): TemplateResult {
  const isSameDay = locale.isSameDay(startsAt, endsAt, timeZone);
  return html`<time datetime=${startsAt}>${locale.longDate(startsAt, timeZone)}</time>
    <span aria-hidden="true">→</span><span class="hidden-text">${locale.text('detail.until')}</span>
    <time datetime=${endsAt}>
      ${isSameDay ? locale.time(endsAt, timeZone) : locale.longDate(endsAt, timeZone)}
    </time>
    ${timeZone === ownZone ? nothing : html`<span class="muted">${zoneName(timeZone, locale, new Date(startsAt))}</span>`}`;
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
export function briefTime(
  {
    start,
    end,
    startsAt,
    endsAt,
    timeZone,
  }: Pick<Seance, 'start' | 'end' | 'startsAt' | 'endsAt' | 'timeZone'>,
  locale: Locale,
  ownZone: string,
): TemplateResult {
  const hasYear = !locale.isSameYear([startsAt, endsAt, new Date()], timeZone);
  const isOneDay = lastDayOf({ end }) === start.slice(0, 10);
  const until = isOneDay
    ? locale.time(endsAt, timeZone)
    : `${locale.briefDay(endsAt, timeZone, hasYear)} ${locale.time(endsAt, timeZone)}`;
  const from = `${locale.briefDay(startsAt, timeZone, hasYear)} ${locale.time(startsAt, timeZone)}`;
  return html`<span class=${isOneDay ? 'one-day' : nothing}
      ><time datetime=${startsAt}>${from}</time>${isOneDay ? '–' : ' – '}<time datetime=${endsAt}
        >${until}</time
      ></span
    >
    ${timeZone === ownZone ? nothing : html`<span class="muted zone">${zoneName(timeZone, locale, new Date(startsAt))}</span>`}`;
}
