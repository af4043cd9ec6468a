import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Changeable, UnreadNotices } from '../space/unread-notices.js';
import type { Seance } from './seance.js';

/**
 * That it is at another time or place, to who has not read that yet; nothing of one that does not take place.
 *
 * @param unread what was read since the séance was asked for; absent where nothing can be.
 * @param brief in the place of the word, where there is no room for it.
 */
export function movedLabel(
  seance: Changeable & Pick<Seance, 'cancelled'>,
  { locale, unread }: { readonly locale: Locale; readonly unread?: UnreadNotices },
  brief?: TemplateResult,
): TemplateResult | typeof nothing {
  const changes = unread ? unread.changesOf(seance) : seance.unreadChanges;
  if (seance.cancelled || !changes?.some(({ moved }) => moved)) return nothing;
  const word = locale.text('notices.moved');
  if (!brief) return html`<span class="moved">${word}</span>`;
  return html`<span class="moved" title=${word}>${brief}<span class="hidden-text">${word}</span></span>`;
}
