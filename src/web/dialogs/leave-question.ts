import { html, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.js';

/** Asks, in the place of a form's buttons, whether what was typed is given up. */
export function leaveQuestion(locale: Locale, stay: () => void, discard: () => void): TemplateResult {
  return html`<div class="alert question" role="alertdialog" aria-labelledby="question">
    <p id="question">${locale.text('form.discardQuestion')}</p>
    <div class="choice">
      <button type="button" class="button" @click=${stay}>${locale.text('form.keep')}</button>
      <button type="button" class="button danger" @click=${discard}>${locale.text('form.discard')}</button>
    </div>
  </div>`;
}
