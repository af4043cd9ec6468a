import { LitElement, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import type { Locale } from './locale.js';
import { controls } from './styles/controls.js';
import { dialogStyles } from './styles/dialogs.js';

/**
 * A modal dialog with a title, a cross, a body and buttons. It is a form: Enter and its main button submit it. Nothing
 * closes it that `mayClose` does not agree to.
 */
export abstract class ModalDialog<Result> extends LitElement {
  static override properties: Record<string, object> = { locale: { attribute: false } };
  static override styles: CSSResultGroup = [controls, dialogStyles];

  declare locale: Locale;
  /** What came of the dialog once it is closed; undefined when it was given up. */
  readonly result: Promise<Result | undefined>;
  #resolve!: (result: Result | undefined) => void;
  #isDone = false;

  constructor() {
    super();
    this.result = new Promise((resolve) => (this.#resolve = resolve));
  }

  protected abstract heading(): string;
  protected abstract body(): TemplateResult;
  protected abstract buttons(): TemplateResult;
  protected abstract submit(): Promise<void>;

  /** Asked when the reader wants to leave: the cross, Escape, the button "Annuler". */
  protected mayClose(): boolean {
    return true;
  }

  override render(): TemplateResult {
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
      @keydown=${this.#onKey}
    >
      <form novalidate autocomplete="off" @submit=${this.#onSubmit}>
        <header>
          <h2 id="heading">${this.heading()}</h2>
          <button
            type="button"
            class="button quiet icon"
            aria-label=${this.locale.text('action.close')}
            @click=${this.leave}
          >
            ${icon('close')}
          </button>
        </header>
        <div class="body">${this.body()}</div>
        <footer>${this.buttons()}</footer>
      </form>
    </dialog>`;
  }

  override firstUpdated(): void {
    this.#dialog.showModal();
  }

  protected readonly leave = (): void => {
    if (this.mayClose()) this.finish(undefined);
  };

  protected finish(result: Result | undefined): void {
    this.#isDone = true;
    this.#dialog.close();
    this.#resolve(result);
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    void this.submit();
  }

  /** Before the browser sees it: a second Escape closes a dialog without asking, whatever `cancel` says. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.leave();
  }

  #onCancel(event: Event): void {
    event.preventDefault();
    this.leave();
  }

  /** The back gesture of a phone may close it anyway. */
  #onClose(event: Event): void {
    if (event.target !== this.#dialog || this.#isDone) return;
    if (this.mayClose()) this.finish(undefined);
    else this.#dialog.showModal();
  }
}

/** Shows a dialog inside `container`, whose look it takes over, until it is done. */
export async function showModal<Result>(
  container: HTMLElement | DocumentFragment,
  dialog: ModalDialog<Result>,
): Promise<Result | undefined> {
  container.append(dialog);
  try {
    return await dialog.result;
  } finally {
    dialog.remove();
  }
}
