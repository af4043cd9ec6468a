import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { Move } from '../calendar/calendar-move.js';
import type { Span } from '../calendar/day-layout.js';
import { RequestFailure } from '../client/request-failure.js';
import type { Seance } from '../client/seance.js';
import { failureText } from '../elements/failure-message.js';
import { ModalDialog } from './modal-dialog.js';

export { showModal } from './modal-dialog.js';

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
    css`
      dialog {
        width: min(32rem, 100vw - 1rem);
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.25rem 0.75rem;
        margin: 0;
      }

      dt {
        color: var(--_muted);
      }

      dd {
        margin: 0;
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
    const { seance } = this.move;
    return html`<p><strong>${seance.name}</strong></p>
      <dl>
        <dt>${this.locale.text('move.from')}</dt>
        <dd>${this.#span(seance)}</dd>
        <dt>${this.locale.text('move.to')}</dt>
        <dd>${this.#span(this.move)}</dd>
      </dl>
      ${
        seance.seriesId === null ? nothing : html`<p class="muted">${this.locale.text('move.onlyThis')}</p>`
      }`;
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

  /** The day is said once when the séance ends on the day that it begins. */
  #span({ start, end }: Span): string {
    const { locale } = this;
    const until =
      start.slice(0, 10) === end.slice(0, 10) ? locale.time(`${end}Z`, 'UTC') : locale.wallTime(end);
    return `${locale.wallTime(start)} → ${until}`;
  }
}

customElements.define('confirm-move', ConfirmMove);
