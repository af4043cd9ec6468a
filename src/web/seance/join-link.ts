import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Seance } from './seance.js';

/** How long before the start somebody may come in, in milliseconds. */
const early = 15 * 60_000;

/** Whether the online class of a séance has not opened its door yet, has, or is over; undefined where there is none, or when it is cancelled. */
export function doorOf(
  { onlineUrl, startsAt, endsAt, cancelled }: Pick<Seance, 'onlineUrl' | 'startsAt' | 'endsAt' | 'cancelled'>,
  now = Date.now(),
): 'closed' | 'open' | 'over' | undefined {
  if (onlineUrl === null || cancelled) return undefined;
  if (now < doorOpensAt({ startsAt }).getTime()) return 'closed';
  return now < Date.parse(endsAt) ? 'open' : 'over';
}

export function doorOpensAt({ startsAt }: Pick<Seance, 'startsAt'>): Date {
  return new Date(Date.parse(startsAt) - early);
}

/** The way into the online class, as long as its door is open. */
export function joinLink(seance: Seance, locale: Locale): TemplateResult | typeof nothing {
  if (doorOf(seance) !== 'open') return nothing;
  return html`<a
    class="button primary join"
    href=${seance.onlineUrl ?? nothing}
    target="_blank"
    rel="noopener noreferrer"
    aria-label=${locale.text('online.joinOf', { name: seance.name })}
    >${locale.text('online.join')}</a
  >`;
}
