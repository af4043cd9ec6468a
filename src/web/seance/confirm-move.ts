import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { Move } from './move.js';
import { RequestFailure } from '../core/request-failure.js';
import type { Seance } from './seance.js';
import { failureText } from '../core/failure-message.js';
import { moveStyles } from './move-styles.js';
import { ModalDialog } from '../core/modal-dialog.js';
import { moveTimes } from './move-times.js';

export { showModal } from '../core/modal-dialog.js';

/** Says from when to when a séance moves, and moves it once the reader agrees. */
export class ConfirmMove extends ModalDialog<Seance> {
  static override properties = {
    ...ModalDialog.properties,
    move: { attribute: false },
    failure: { state: true },
    isBusy: { state: true },
  };

  static override styles: CSSResultGroup = [
    ModalDialog.styles,
    moveStyles,
    css`
      dialog {
        width: min(32rem, 100vw - 1rem);
      }
    `,
  ];

  declare move: Move;
  declare save: () => Promise<Seance>;
  declare failure: RequestFailure | undefined;
  declare isBusy: boolean;

  constructor() {
    super();
    this.isBusy = false;
  }

  protected override heading(): string {
    return this.locale.text('move.title');
  }

  protected override body(): TemplateResult {
    return moveTimes(this.move, this.locale);
  }

  protected override buttons(): TemplateResult {
    return html`${
        this.failure
          ? html`<p class="alert" role="alert">${failureText(this.failure, this.locale)}</p>`
          : nothing
      }
      <button type="button" class="button" @click=${this.leave}>${this.locale.text('action.cancel')}</button>
      <button class="button primary" autofocus aria-disabled=${this.isBusy}>
        ${this.locale.text('move.confirm')}
      </button>`;
  }

  protected override mayClose(): boolean {
    return !this.isBusy;
  }

  protected override async submit(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    try {
      this.finish(await this.save());
    } catch (error) {
      this.failure = RequestFailure.of(error);
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('confirm-move', ConfirmMove);
