import { html, nothing, type TemplateResult } from 'lit';
import { RequestFailure } from './request-failure.js';
import { failureText } from './failure-message.js';
import { ModalDialog } from './modal-dialog.js';

/** A dialog that sends one request: it stays open until there is an answer, and says why there was none. */
export abstract class RequestDialog<Result> extends ModalDialog<Result> {
  static override properties: Record<string, object> = {
    ...ModalDialog.properties,
    failure: { state: true },
    isBusy: { state: true },
  };

  declare failure: RequestFailure | undefined;
  declare isBusy: boolean;

  constructor() {
    super();
    this.isBusy = false;
  }

  protected override mayClose(): boolean {
    return !this.isBusy;
  }

  protected alert(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    return html`<p class="alert" role="alert">${failureText(this.failure, this.locale)}</p>`;
  }

  protected cancelButton(): TemplateResult {
    return html`<button type="button" class="button" autofocus @click=${this.leave}>
      ${this.locale.text('action.cancel')}
    </button>`;
  }

  /** Sends one request at a time, and keeps why it failed; true when it did not. */
  protected async request(run: () => Promise<void>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.failure = undefined;
    try {
      await run();
      return true;
    } catch (error) {
      this.failure = RequestFailure.of(error);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
