import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Seance } from './seance.js';

type Cancellable = Pick<Seance, 'name' | 'cancelled'>;

/** The name of a séance, struck through when it is cancelled. `cancelledLabel` says so in words, and stands beside it. */
export function nameOf(
  { name, cancelled }: Cancellable,
  shown: TemplateResult = html`${name}`,
): TemplateResult {
  return cancelled ? html`<s>${shown}</s>` : shown;
}

/** That it is cancelled; nothing when it is not. */
export function cancelledLabel(
  { cancelled }: Pick<Seance, 'cancelled'>,
  locale: Locale,
): TemplateResult | typeof nothing {
  return cancelled ? html`<span class="cancelled">${locale.text('cancellation.label')}</span>` : nothing;
}

/** Why it is cancelled, in a few lines that its place has room for; nothing when nobody said. */
export function cancelledReason({ cancelled }: Pick<Seance, 'cancelled'>): TemplateResult | typeof nothing {
  if (!cancelled?.reason) return nothing;
  return html`<span class="muted reason" title=${cancelled.reason}>${cancelled.reason}</span>`;
}

/** Who cancelled it, when and why, as its page says it. */
export function cancelledNote(
  { cancelled }: Pick<Seance, 'cancelled'>,
  locale: Locale,
  ownZone: string,
): TemplateResult | typeof nothing {
  if (!cancelled) return nothing;
  const { at, by, reason } = cancelled;
  const date = locale.longDate(at, ownZone);
  return html`<div class="notice called-off">
    <p>
      <strong>${locale.text('cancellation.label')}</strong>
      ${by.name ? locale.text('cancellation.by', { name: by.name, date }) : locale.text('cancellation.at', { date })}
    </p>
    ${reason ? html`<p>${locale.text('cancellation.reasonIs', { reason })}</p>` : nothing}
  </div>`;
}
