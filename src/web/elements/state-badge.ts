import { html, nothing, type TemplateResult } from 'lit';
import type { OwnEnrolment } from '../client/enrolment.js';
import type { Locale } from '../locales/locale.js';

/** "Inscrit", or "En attente" with the turn. Its look: `styles/badges.ts`. */
export function stateBadge({ status, position }: OwnEnrolment, locale: Locale): TemplateResult {
  return html`<span class="state ${status}">${locale.text(`place.${status}`)}</span> ${
      position === undefined
        ? nothing
        : html`<span class="muted">${locale.text('place.position', { position })}</span>`
    }`;
}
