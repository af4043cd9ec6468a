import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { nameWithDetail, type NamedPerson } from './person-name.js';

/** Somebody in a list of whom any number are picked. Its style sheet is `styles/person-choice.css`. */
export function personChoice(
  person: NamedPerson,
  isPicked: boolean,
  pick: (isPicked: boolean) => void,
): TemplateResult {
  return html`<label class="person">
    <input
      type="checkbox"
      .checked=${live(isPicked)}
      @change=${(event: Event) => pick((event.target as HTMLInputElement).checked)}
    />
    <span>${nameWithDetail(person)}</span>
  </label>`;
}
