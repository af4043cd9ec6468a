import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Changeable, UnreadNotices } from '../space/unread-notices.js';
import type { Seance } from './seance.js';

/**
 * That it is at another time or place, to who has not read that yet; nothing of one that does not take place.
 *
 * @param unread what was read since the séance was asked for; absent where nothing can be.
 */
export function movedLabel(
  seance: Changeable & Pick<Seance, 'cancelled'>,
  { locale, unread }: { readonly locale: Locale; readonly unread?: UnreadNotices },
): TemplateResult | typeof nothing {
  const changes = unread ? unread.changesOf(seance) : seance.unreadChanges;
  if (seance.cancelled || !changes?.some(({ moved }) => moved)) return nothing;
  return html`<span class="moved">${locale.text('notices.moved')}</span>`;
}
