import { html, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.js';

/** A button that shows a drawing alone; its name says what it does, and to what. */
export function iconButton(
  drawing: IconName,
  label: string,
  run: () => void,
  kind: '' | 'primary' | 'danger' | 'quiet' = '',
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
