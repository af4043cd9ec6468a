import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import type { MessageKey } from '../core/locale.js';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import { sheets } from '../core/sheets.js';
import type { Workplace } from '../space/workplace.js';
import { hasShortcuts, rememberShortcuts, shortcuts, type Shortcut } from './shortcuts.js';
import shortcutsDialogCss from './shortcuts-dialog.css?inline';

const meanings: Readonly<Record<Shortcut, MessageKey>> = {
  '/': 'list.search',
  c: 'list.create',
  t: 'calendar.today',
  j: 'shortcuts.next',
  k: 'shortcuts.previous',
  '?': 'shortcuts.help',
};

/** The shortcuts that the reader has, and the switch for all of them, which is kept at once. */
export class ShortcutsDialog extends FormDialog<never> {
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(narrowDialogCss, shortcutsDialogCss)];

  constructor(private readonly at: Workplace) {
    super(at.locale);
  }

  protected override heading(): string {
    return this.locale.text('shortcuts.title');
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    return html`<label>
        <input type="checkbox" .checked=${hasShortcuts()} @change=${this.#onChange} />
        ${locale.text('shortcuts.use')}
      </label>
      <p class="muted">${locale.text('shortcuts.hint')}</p>
      <dl>
        ${this.#shortcuts.map(
          (key) =>
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${locale.text(meanings[key])}</dd>`,
        )}
      </dl>`;
  }

  protected override buttons(): TemplateResult {
    return this.leaveButton('action.close', true);
  }

  /** There is nothing to send. */
  protected override submit(): Promise<void> {
    return Promise.resolve();
  }

  get #shortcuts(): readonly Shortcut[] {
    return this.at.space.permissions.edit ? shortcuts : shortcuts.filter((key) => key !== 'c');
  }

  #onChange(event: Event): void {
    rememberShortcuts((event.target as HTMLInputElement).checked);
  }
}

customElements.define('shortcuts-dialog', ShortcutsDialog);
