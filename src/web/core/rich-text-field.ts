import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { moveFocus } from './arrow-keys.js';
import { fieldNotes } from './field.js';
import { icon, type IconName } from './icons.js';
import { pastedText } from './pasted-text.js';
import { sanitize } from './sanitize.js';
import { typedAddress } from './typed-address.js';
import type { Locale, MessageKey } from './locale.js';
import {
  format,
  insertHtml,
  isInForce,
  removeLink,
  writeParagraphs,
  type FormatCommand,
} from './edit-commands.js';
import controlsCss from './styles/controls.css?inline';
import fieldsCss from './styles/fields.css?inline';
import richTextCss from './styles/rich-text.css?inline';
import richTextFieldCss from './rich-text-field.css?inline';
import { sheets } from './sheets.js';

interface Tool {
  readonly command: FormatCommand;
  readonly label: MessageKey;
  readonly icon: IconName;
}

const tools: readonly Tool[] = [
  { command: 'bold', label: 'editor.bold', icon: 'bold' },
  { command: 'italic', label: 'editor.italic', icon: 'italic' },
  { command: 'insertUnorderedList', label: 'editor.list', icon: 'list' },
  { command: 'insertOrderedList', label: 'editor.numbers', icon: 'numbers' },
];

/**
 * A text with bold, italic, lists and links. Fires `change` with every keystroke; `value` is HTML, empty when there is
 * no text.
 */
export class RichTextField extends LitElement {
  static override properties = {
    locale: { attribute: false },
    label: { attribute: false },
    value: { attribute: false },
    error: { attribute: false },
    active: { state: true },
    asksForLink: { state: true },
    isRefused: { state: true },
  };

  static override styles = sheets(controlsCss, fieldsCss, richTextCss, richTextFieldCss);

  declare locale: Locale;
  declare label: string;
  declare value: string;
  declare error: string | undefined;
  /** The commands in force where the caret is. */
  declare active: readonly string[];
  declare asksForLink: boolean;
  /** Whether the address that was typed last leads nowhere. */
  declare isRefused: boolean;
  #written: string | undefined;
  #linked: StaticRange | undefined;

  constructor() {
    super();
    this.value = '';
    this.active = [];
    this.asksForLink = false;
    this.isRefused = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('selectionchange', this.#readState);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('selectionchange', this.#readState);
  }

  override render(): TemplateResult {
    const { error } = this;
    return html`<div class="row">
      <span class="label" id="label">${this.label}</span>
      <div>
        <div class="box" aria-invalid=${error ? 'true' : 'false'}>
          ${this.#toolbar()} ${this.asksForLink ? this.#linkQuestion() : nothing}
          <div
            class="text"
            contenteditable="true"
            role="textbox"
            tabindex="0"
            aria-multiline="true"
            aria-labelledby="label"
            aria-describedby="text-notes"
            aria-invalid=${error ? 'true' : 'false'}
            @focus=${writeParagraphs}
            @input=${this.#onInput}
            @paste=${this.#onPaste}
          ></div>
        </div>
        ${fieldNotes({ name: 'text', error })}
      </div>
    </div>`;
  }

  /** What is typed is the browser's, and is not drawn again: only a value from elsewhere is. */
  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('value') || this.value === this.#written) return;
    this.#written = this.value;
    this.#text.replaceChildren(sanitize(this.value));
  }

  override focus(): void {
    this.#text.focus();
  }

  get #text(): HTMLElement {
    return this.renderRoot.querySelector('.text') as HTMLElement;
  }

  #toolbar(): TemplateResult {
    return html`<div
      class="tools"
      role="toolbar"
      aria-label=${this.locale.text('editor.toolbar')}
      @keydown=${this.#onKey}
    >
      ${tools.map(({ command, label, icon: drawing }, index) => {
        const isActive = this.active.includes(command);
        return this.#tool(label, drawing, index, () => this.#run(command), isActive);
      })}
      ${this.#tool('editor.link', 'link', tools.length, this.#askForLink, this.asksForLink)}
    </div>`;
  }

  #tool(
    label: MessageKey,
    drawing: IconName,
    index: number,
    run: () => void,
    isPressed: boolean,
  ): TemplateResult {
    const name = this.locale.text(label);
    return html`<button
      type="button"
      tabindex=${index === 0 ? 0 : -1}
      aria-label=${name}
      aria-pressed=${isPressed}
      title=${name}
      @mousedown=${(event: MouseEvent) => event.preventDefault()}
      @click=${run}
    >
      ${icon(drawing)}
    </button>`;
  }

  #linkQuestion(): TemplateResult {
    return html`<div class="link">
      <input
        type="url"
        class="field"
        placeholder="https://"
        aria-label=${this.locale.text('editor.linkAddress')}
        aria-invalid=${this.isRefused}
        aria-describedby="refused"
        @input=${() => (this.isRefused = false)}
        @keydown=${this.#onLinkKey}
      />
      <button type="button" class="button" @click=${this.#makeLink}>${this.locale.text('action.ok')}</button>
      <p id="refused" class="error" role="alert" ?hidden=${!this.isRefused}>
        ${this.locale.text('editor.linkRefused')}
      </p>
    </div>`;
  }

  #onKey(event: KeyboardEvent): void {
    moveFocus(event, [...this.renderRoot.querySelectorAll<HTMLElement>('.tools button')]);
  }

  #onInput(event?: InputEvent): void {
    event?.stopPropagation();
    const isEmpty = this.#text.textContent.trim() === '';
    this.value = isEmpty ? '' : this.#text.innerHTML;
    this.#written = this.value;
    this.dispatchEvent(new Event('change'));
  }

  /** What comes from a word processor or a web page keeps no more than the server would. */
  #onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData('text/html');
    if (!pasted) return;
    event.preventDefault();
    const clean = document.createElement('div');
    clean.append(sanitize(pastedText(pasted)));
    insertHtml(clean.innerHTML);
  }

  #run(command: FormatCommand): void {
    this.#text.focus();
    format(command);
    this.#readState();
  }

  readonly #readState = (): void => {
    if (this.shadowRoot?.activeElement !== this.#text) return;
    const active = tools.map(({ command }) => command).filter(isInForce);
    if (active.join() !== this.active.join()) this.active = active;
  };

  readonly #askForLink = (): void => {
    const root = this.shadowRoot;
    this.#linked = root ? getSelection()?.getComposedRanges({ shadowRoots: [root] })[0] : undefined;
    this.asksForLink = !this.asksForLink;
    this.isRefused = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.link input')?.focus());
  };

  #onLinkKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter') this.#makeLink();
    else this.#closeLink();
  }

  #makeLink(): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>('.link input');
    const typed = input?.value.trim() ?? '';
    const address = typedAddress(typed);
    this.isRefused = typed !== '' && address === undefined;
    if (this.isRefused) {
      input?.focus();
      return;
    }
    this.#closeLink();
    if (address === undefined) removeLink();
    else insertHtml(this.#linkTo(address, typed));
  }

  /** The chosen words as a link, or what was typed when none were chosen. */
  #linkTo(address: string, typed: string): string {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = getSelection()?.toString() || typed;
    return link.outerHTML;
  }

  #closeLink(): void {
    this.asksForLink = false;
    this.#text.focus();
    const { startContainer, startOffset, endContainer, endOffset } = this.#linked ?? {};
    if (!startContainer || !endContainer || !this.#text.contains(startContainer)) return;
    getSelection()?.setBaseAndExtent(startContainer, startOffset ?? 0, endContainer, endOffset ?? 0);
  }
}

customElements.define('rich-text-field', RichTextField);
