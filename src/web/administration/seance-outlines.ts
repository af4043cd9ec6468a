import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedSeance, SomeSeances } from './admin-client.js';
import type { AdminLocale } from './load-admin-locale.js';

/** The names of some séances, when and in which space they are, and how many there are beside them. */
export function seanceOutlines({ items, total }: SomeSeances, locale: AdminLocale): TemplateResult {
  const others = total - items.length;
  return html`<ul>
    ${items.map((seance) => html`<li>${outline(seance, locale)}</li>`)}
    ${others > 0 ? html`<li>${locale.text('seances.more', { count: others })}</li>` : nothing}
  </ul>`;
}

function outline({ name, start, spaceId, spaceName }: PlacedSeance, locale: AdminLocale): string {
  const when = locale.shortDate(`${start}Z`, 'UTC');
  return locale.text('seances.outline', { name, when, space: spaceName ?? spaceId });
}
