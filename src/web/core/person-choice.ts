import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { nameWithDetail, type NamedPerson } from './person-name.js';

/**
 * Somebody in a list of whom any number are picked. Its style sheet is `styles/person-choice.css`.
 *
 * @param why why they cannot be picked; empty for who can.
 */
export function personChoice(
  person: NamedPerson,
  isPicked: boolean,
  pick: (isPicked: boolean) => void,
  why = '',
): TemplateResult {
  return html`<label class="person">
    <input
      type="checkbox"
      .checked=${live(isPicked)}
      ?disabled=${why !== ''}
      @change=${(event: Event) => pick((event.target as HTMLInputElement).checked)}
    />
    <span>${nameWithDetail(person)}</span>
    ${why === '' ? nothing : html`<span class="muted">${why}</span>`}
  </label>`;
}
