import { LitElement, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormController, type FormHost } from './form-controller.js';
import { icon } from './icons.js';
import { LeaveGuard } from './leave-guard.js';
import type { Locale, MessageKey } from './locale.js';
import controlsCss from './styles/controls.css?inline';
import dialogsCss from './styles/dialogs.css?inline';
import { sheets } from './sheets.js';

/**
 * A modal dialog with a title, a cross, a body and buttons. It is a form: Enter and its main button submit it. Nothing
 * closes it while a request is under way, nor, without asking, when something typed would be lost, not even leaving the
 * page; what the server refuses is said at the fields, or above the buttons.
 */
export abstract class FormDialog<Result, Field extends string = never>
  extends LitElement
  implements FormHost<Field>
{
  static override properties: Record<string, object> = { asksToLeave: { state: true } };
  static override styles: CSSResultGroup = sheets(controlsCss, dialogsCss);

  /** What came of the dialog once it is closed; undefined when nothing did. */
  readonly result: Promise<Result | undefined>;
  protected readonly form = new FormController<Field>(this);
  declare protected asksToLeave: boolean;
  #resolve!: (result: Result | undefined) => void;
  #isDone = false;

  constructor(readonly locale: Locale) {
    super();
    this.asksToLeave = false;
    new LeaveGuard(this, () => this.isTouched());
    this.result = new Promise((resolve) => (this.#resolve = resolve));
  }

  protected abstract heading(): string;
  protected abstract body(): TemplateResult;
  /** What Enter and the main button do. */
  protected abstract submit(): Promise<unknown>;

  /** Those of a form: "Annuler" and "Ok". */
  protected buttons(): TemplateResult {
    return html`<span class="muted" role="status">${this.progress()}</span> ${this.leaveButton()}
      ${this.mainButton(this.locale.text('action.ok'))}`;
  }

  /** What is under way, said beside the buttons. */
  protected progress(): string {
    return this.form.isBusy ? this.locale.text('form.saving') : '';
  }

  /** True when leaving would throw away what was typed. */
  protected isTouched(): boolean {
    return false;
  }

  /** What comes of a dialog that is left. */
  protected left(): Result | undefined {
    return undefined;
  }

  fieldOf(_property: string, _inner?: string): Field | undefined {
    return undefined;
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
        <div class="body">
          <p class="legend muted" aria-hidden="true"><span>*</span> ${this.locale.text('form.required')}</p>
          ${this.body()}
        </div>
        <footer>
          ${this.asksToLeave ? this.#leaveQuestion() : html`${this.form.renderAlert()} ${this.buttons()}`}
        </footer>
      </form>
    </dialog>`;
  }

  override firstUpdated(): void {
    this.#dialog.showModal();
  }

  protected leaveButton(label: MessageKey = 'action.cancel', isFirst = false): TemplateResult {
    return html`<button type="button" class="button" ?autofocus=${isFirst} @click=${this.leave}>
      ${this.locale.text(label)}
    </button>`;
  }

  protected mainButton(
    label: string,
    { kind = 'primary', isFirst = false, isReady = true }: MainButton = {},
  ): TemplateResult {
    return html`<button
      class="button ${kind}"
      ?autofocus=${isFirst}
      aria-disabled=${this.form.isBusy || !isReady}
    >
      ${label}
    </button>`;
  }

  /** For the cross, Escape and the button "Annuler". */
  protected readonly leave = (): void => {
    if (this.mayClose()) this.finish(this.left());
  };

  protected mayClose(): boolean {
    if (this.form.isBusy) return false;
    if (!this.isTouched()) return true;
    this.asksToLeave = true;
    void this.form.focus('.question .button');
    return false;
  }

  protected finish(result: Result | undefined): void {
    this.#isDone = true;
    this.#dialog.close();
    this.#resolve(result);
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }

  /** Asked in the place of the buttons before what was typed is thrown away. */
  #leaveQuestion(): TemplateResult {
    const { locale } = this;
    return html`<div class="alert question" role="alertdialog" aria-labelledby="question">
      <p id="question">${locale.text('form.discardQuestion')}</p>
      <div class="choice">
        <button type="button" class="button" @click=${this.#stay}>${locale.text('form.keep')}</button>
        <button type="button" class="button danger" @click=${() => this.finish(this.left())}>
          ${locale.text('form.discard')}
        </button>
      </div>
    </div>`;
  }

  readonly #stay = (): void => {
    this.asksToLeave = false;
    this.focusFirst();
  };

  /** Where the reader goes on who stays. */
  protected focusFirst(): void {
    void this.form.focus('input');
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (!this.form.isBusy && !this.asksToLeave) void this.submit();
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
    if (this.mayClose()) this.finish(this.left());
    else this.#dialog.showModal();
  }
}

interface MainButton {
  readonly kind?: 'primary' | 'danger';
  readonly isFirst?: boolean;
  readonly isReady?: boolean;
}
