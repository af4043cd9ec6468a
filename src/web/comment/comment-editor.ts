import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../core/locale.js';
import '../core/rich-text-field.js';
import type { RichTextField } from '../core/rich-text-field.js';
import { type AnnounceField, firstAnnouncement } from './announce-field.js';
import type { Announcement } from './comment.js';
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
    announceError: { attribute: false },
    canAnnounce: { attribute: false },
    isInSeries: { attribute: false },
    isToAnnounce: { attribute: false },
    announce: { state: true },
    isBusy: { attribute: false },
    content: { state: true },
  };

  static override styles = sheets(controlsCss, commentEditorCss);

  declare locale: Locale;
  declare label: string;
  /** The text before; empty for a new comment. */
  declare original: string;
  declare error: string | undefined;
  declare announceError: string | undefined;
  /** Whether people can be told of it: of a new comment. */
  declare canAnnounce: boolean;
  declare isInSeries: boolean;
  /** Whether people are told of it at first. */
  declare isToAnnounce: boolean;
  /** Who is told; undefined when nobody is. */
  declare announce: Announcement | undefined;
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
      ${this.canAnnounce ? this.#announcing() : nothing}
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

  override willUpdate(): void {
    if (!this.hasUpdated && this.isToAnnounce) this.announce = firstAnnouncement;
  }

  override firstUpdated(): void {
    this.focus();
  }

  override focus(): void {
    const wrong = this.error === undefined && this.announceError !== undefined;
    const field = this.renderRoot.querySelector<RichTextField | AnnounceField>(
      wrong ? 'announce-field' : 'rich-text-field',
    );
    void field?.updateComplete.then(() => field.focus());
  }

  #announcing(): TemplateResult {
    return html`<announce-field
      .locale=${this.locale}
      .isInSeries=${this.isInSeries}
      .error=${this.announceError}
      .value=${this.announce}
      ?data-invalid=${this.announceError !== undefined}
      @change=${this.#onAnnounce}
    ></announce-field>`;
  }

  #onAnnounce(event: Event): void {
    this.announce = (event.target as AnnounceField).value;
    this.dispatchEvent(new Event('change'));
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
