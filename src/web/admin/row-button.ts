import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from '../elements/icons.js';

/** A button of a row that shows a drawing; its name says what it does to which row. */
export function rowButton(
  drawing: IconName,
  label: string,
  run: () => void,
  kind: '' | 'primary' | 'danger' = '',
): TemplateResult {
  return html`<button
    type="button"
    class=${`button icon ${kind}`}
    aria-label=${label}
    title=${label}
    @click=${run}
  >
    ${icon(drawing)}
  </button>`;
}
