import { html, type TemplateResult } from 'lit';
import type { Locale } from './locale.js';
import { iconButton } from './icon-button.js';

export interface Selection {
  readonly locale: Locale;
  readonly count: number;
  /** What is done with all that is ticked. */
  readonly command: TemplateResult;
  readonly clear: () => void;
}

/** How much of a list is ticked, what can be done with it, and a way to untick it all. */
export function selectionBar({ locale, count, command, clear }: Selection): TemplateResult {
  return html`<div class="selection">
    <span>${locale.text('list.selected', { count })}</span>
    ${command} ${iconButton('close', locale.text('list.unselect'), clear, 'quiet')}
  </div>`;
}
