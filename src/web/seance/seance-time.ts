import { html, nothing, type TemplateResult } from 'lit';
import type { Seance } from './seance.js';
import type { Locale } from '../core/locale.js';
import { lastDayOf } from '../time/span.js';

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
    ${timeZone === ownZone ? nothing : html`<span class="muted">(${timeZone})</span>`}`;
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
    ${timeZone === ownZone ? nothing : html`<span class="muted zone">${timeZone}</span>`}`;
}
