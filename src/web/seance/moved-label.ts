import { html, nothing, type TemplateResult } from 'lit';
import type { Workplace } from '../space/workplace.js';
import type { Seance } from './seance.js';

/** That it is at another time or place, to who has not read that yet; nothing of one that does not take place. */
export function movedLabel(
  { id, cancelled }: Pick<Seance, 'id' | 'cancelled'>,
  { locale, unread }: Workplace,
): TemplateResult | typeof nothing {
  if (cancelled || !unread.hasMoved(id)) return nothing;
  return html`<span class="moved">${locale.text('notices.moved')}</span>`;
}
