import { html, type TemplateResult } from 'lit';
import { loadPart } from '../core/load-part.js';
import type { Locale } from '../core/locale.js';
import { shortcutOf, type Shortcut } from '../shortcuts/shortcuts.js';
import type { Tool } from '../space/tool.js';

/** Hears the shortcuts of who has the focus in the tool, and shows the way to them. */
export class ShortcutController {
  readonly #tool: Tool;
  readonly #fail: (error: unknown) => void;

  constructor(tool: Tool, fail: (error: unknown) => void) {
    this.#tool = tool;
    this.#fail = fail;
    tool.addEventListener('keydown', (event) => {
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      void this.#follow(shortcut);
    });
  }

  /** For who has switched them off, or does not know of them. */
  button(texts: Locale): TemplateResult {
    return html`<button type="button" class="button quiet shortcuts" @click=${() => this.#follow('?')}>
      ${texts.text('shortcuts.title')}
    </button>`;
  }

  async #follow(shortcut: Shortcut): Promise<void> {
    try {
      const { runShortcut } = await loadPart(() => import('./run-shortcut.js'));
      await runShortcut(this.#tool, shortcut);
    } catch (error) {
      this.#fail(error);
    }
  }
}
