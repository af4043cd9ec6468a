import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Seance } from '../seance/seance.js';
import type { CancellationAct } from './cancellation.js';

/** Which séances are cancelled or reinstated, and what becomes of those who are in them. */
export function consequence(
  act: CancellationAct,
  seances: readonly Seance[],
  locale: Locale,
): TemplateResult {
  const count = seances.length;
  const name = seances[0]?.name ?? '';
  return html`<div role="status">
      <p>${locale.text(`cancellation.${act}Question`, { count, name })}</p>
      ${count > 0 ? html`<p>${peopleIn(seances, locale)}</p>` : nothing}
    </div>
    ${count > 0 ? html`<p class="muted">${locale.text(`cancellation.${act}Consequence`, { count })}</p>` : nothing}`;
}

function peopleIn(seances: readonly Seance[], locale: Locale): string {
  const sum = (count: (seance: Seance) => number) =>
    seances.reduce((total, seance) => total + count(seance), 0);
  return locale.text('cancellation.people', {
    enrolled: sum(({ enrolledCount }) => enrolledCount),
    waiting: sum(({ waitingCount }) => waitingCount),
  });
}
