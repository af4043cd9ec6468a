import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { RequestFailure } from '../client/request-failure.js';
import type { Seance } from '../client/seance.js';
import { failureText } from '../elements/failure-message.js';
import { ModalDialog } from './modal-dialog.js';

export { showModal } from './modal-dialog.js';

/** Which séances, and how they are deleted once the reader agrees. */
export interface DeletionQuestion {
  readonly seances: readonly Seance[];
  readonly remove: () => Promise<void>;
}

/** As many names as can be read before agreeing. */
const shownNames = 10;

/** Names what will be deleted, says what goes with it and for how long it can be undone. */
export class ConfirmDeletion extends ModalDialog<true> {
  static override properties = {
    ...ModalDialog.properties,
    question: { attribute: false },
    retentionDays: { attribute: false },
    failure: { state: true },
    isBusy: { state: true },
  };

  static override styles: CSSResultGroup = [
    ModalDialog.styles,
    css`
      dialog {
        width: min(32rem, 100vw - 1rem);
      }

      ul {
        margin: 0.5rem 0 0;
        padding-inline-start: 1.5rem;
      }
    `,
  ];

  declare question: DeletionQuestion;
  declare retentionDays: number;
  declare failure: RequestFailure | undefined;
  declare isBusy: boolean;

  constructor() {
    super();
    this.isBusy = false;
  }

  protected override heading(): string {
    return this.locale.text('deletion.title', { count: this.question.seances.length });
  }

  protected override body(): TemplateResult {
    const { seances } = this.question;
    const count = seances.length;
    return html`<div>
        <p>${this.locale.text('deletion.question', { count, name: seances[0]?.name ?? '' })}</p>
        ${count > 1 ? this.#names() : nothing}
      </div>
      <p>${this.locale.text('deletion.consequence', { count })}</p>
      <p class="muted">${this.locale.text('deletion.retention', { days: this.retentionDays })}</p>`;
  }

  protected override buttons(): TemplateResult {
    return html`${
        this.failure
          ? html`<p class="alert" role="alert">${failureText(this.failure, this.locale)}</p>`
          : nothing
      }
      <button type="button" class="button" autofocus @click=${this.leave}>
        ${this.locale.text('action.cancel')}
      </button>
      <button class="button danger" aria-disabled=${this.isBusy}>
        ${this.locale.text('action.delete')}
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
      await this.question.remove();
      this.finish(true);
    } catch (error) {
      this.failure = RequestFailure.of(error);
    } finally {
      this.isBusy = false;
    }
  }

  #names(): TemplateResult {
    const { seances } = this.question;
    const hidden = seances.length - shownNames;
    return html`<ul>
      ${seances.slice(0, shownNames).map(({ name }) => html`<li>${name}</li>`)}
      ${hidden > 0 ? html`<li>${this.locale.text('deletion.more', { count: hidden })}</li>` : nothing}
    </ul>`;
  }
}

customElements.define('confirm-deletion', ConfirmDeletion);
