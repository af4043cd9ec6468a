import { html, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import type { Space } from '../space/space.js';

/** The choice among the sessions of a space. */
export function sessionSelect(
  { sessions }: Space,
  chosen: string | undefined,
  texts: Locale,
  onChange: (event: Event) => void,
): TemplateResult {
  return html`<div class="session">
    <label for="session">${texts.text('tool.session')}</label>
    <select id="session" class="field" @change=${onChange}>
      ${sessions.map(({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`)}
    </select>
  </div>`;
}
