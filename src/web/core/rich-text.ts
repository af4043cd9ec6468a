import { html, type TemplateResult } from 'lit';
import { sanitize } from './sanitize.js';
import { withLinks } from './with-links.js';

/** A rich text of the server's to read. */
export function richText(text: string): TemplateResult {
  return html`<div class="text">${withLinks(sanitize(text))}</div>`;
}
