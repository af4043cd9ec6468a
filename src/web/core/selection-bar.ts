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

/** A way to untick all that is ticked of a list, how much that is, and what can be done with it. */
export function selectionBar({ locale, count, command, clear }: Selection): TemplateResult {
  return html`<div class="selection">
    ${iconButton('close', locale.text('list.unselect'), clear, 'quiet')}
    <span>${locale.text('list.selected', { count })}</span>
    ${command}
  </div>`;
}
