import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import '../core/rich-text-field.js';
import type { RichTextField } from '../core/rich-text-field.js';
import controlsCss from '../core/styles/controls.css?inline';
import commentEditorCss from './comment-editor.css?inline';
import { sheets } from '../core/sheets.js';

/** Writes the text of one comment. Fires `change` with every keystroke, `save` when it is to be kept, `cancel` when not. */
export class CommentEditor extends LitElement {
  static override properties = {
    locale: { attribute: false },
    label: { attribute: false },
    original: { attribute: false },
    error: { attribute: false },
    isBusy: { attribute: false },
    content: { state: true },
  };

  static override styles = sheets(controlsCss, commentEditorCss);

  declare locale: Locale;
  declare label: string;
  /** The text before; empty for a new comment. */
  declare original: string;
  declare error: string | undefined;
  declare isBusy: boolean;
  /** The text now; undefined until it was touched. */
  declare content: string | undefined;

  get text(): string {
    return this.content ?? this.original;
  }

  override render(): TemplateResult {
    const { locale } = this;
    return html`<rich-text-field
        .locale=${locale}
        .label=${this.label}
        .value=${this.text}
        .error=${this.error}
        @change=${this.#onChange}
      ></rich-text-field>
      <div class="choice">
        <span class="muted" role="status">${this.isBusy ? locale.text('form.saving') : nothing}</span>
        <button type="button" class="button" @click=${() => this.#tell('cancel')}>
          ${locale.text('action.cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          aria-disabled=${this.isBusy}
          @click=${() => this.#tell('save')}
        >
          ${locale.text('action.ok')}
        </button>
      </div>`;
  }

  override firstUpdated(): void {
    this.focus();
  }

  override focus(): void {
    const field = this.renderRoot.querySelector<RichTextField>('rich-text-field');
    void field?.updateComplete.then(() => field.focus());
  }

  #onChange(event: Event): void {
    this.content = (event.target as RichTextField).value;
    this.dispatchEvent(new Event('change'));
  }

  #tell(what: 'save' | 'cancel'): void {
    if (!this.isBusy) this.dispatchEvent(new Event(what));
  }
}

customElements.define('comment-editor', CommentEditor);
