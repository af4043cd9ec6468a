import { html, nothing, type TemplateResult } from 'lit';
import type { OwnEnrolment } from './enrolment.js';
import type { Locale } from '../core/locale.js';

/** "Inscrit", or "En attente" with the turn. Its look: `state-badge.css`. */
export function stateBadge({ status, position }: OwnEnrolment, locale: Locale): TemplateResult {
  return html`<span class="state ${status}">${locale.text(`place.${status}`)}</span> ${
      position === undefined
        ? nothing
        : html`<span class="muted">${locale.text('place.position', { position })}</span>`
    }`;
}
