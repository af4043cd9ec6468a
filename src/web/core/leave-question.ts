import { html, type TemplateResult } from 'lit';
import type { Locale } from './locale.js';

/** Asked in the place of a dialog's buttons before what was typed is thrown away. */
export function leaveQuestion(locale: Locale, stay: () => void, discard: () => void): TemplateResult {
  return html`<div class="alert question" role="alertdialog" aria-labelledby="question">
    <p id="question">${locale.text('form.discardQuestion')}</p>
    <div class="choice">
      <button type="button" class="button" @click=${stay}>${locale.text('form.keep')}</button>
      <button type="button" class="button danger" @click=${discard}>${locale.text('form.discard')}</button>
    </div>
  </div>`;
}
