import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { Move } from '../seance/move.js';
import type { ChosenScope, Scope, SeriesChange } from './series.js';
import type { RequestFailure } from '../core/request-failure.js';
import type { Seance, SeanceInput } from '../seance/seance.js';
import type { SeancesClient } from '../space/seances-client.js';
import { failureMessage } from '../core/failure-message.js';
import { LatestRequest } from '../core/latest-request.js';
import type { MessageKey } from '../core/locale.js';
import { moveStyles } from '../seance/move-styles.js';
import { scopeStyles } from './scope-styles.js';
import './change-list.js';
import { ModalDialog } from '../core/modal-dialog.js';
import { moveTimes } from '../seance/move-times.js';
import { scopeChoice } from './scope-choice.js';

export { showModal } from '../core/modal-dialog.js';

const hints: Readonly<Record<Scope, MessageKey | undefined>> = {
  this: 'scope.thisHint',
  following: 'scope.followingHint',
  all: undefined,
};

/**
 * Asks which séances of a series an edit is about, and shows what it would make of them before it is written. Ends with
 * a failure when the server refuses the edit itself: its fields are in the form that asks.
 */
export class EditScope extends ModalDialog<ChosenScope | RequestFailure> {
  static override properties = {
    ...ModalDialog.properties,
    client: { attribute: false },
    seance: { attribute: false },
    changes: { attribute: false },
    move: { attribute: false },
    scope: { state: true },
  };

  static override styles: CSSResultGroup = [ModalDialog.styles, scopeStyles, moveStyles];

  declare client: SeancesClient;
  declare seance: Seance;
  declare changes: Partial<SeanceInput>;
  /** Set when the edit moves the séance in the calendar: nobody has seen its times in a form. */
  declare move: Move | undefined;
  declare scope: Scope;
  readonly #preview = new LatestRequest<readonly SeriesChange[]>(this);

  constructor() {
    super();
    this.scope = 'this';
  }

  protected override heading(): string {
    return this.locale.text(this.move ? 'move.title' : 'scope.editTitle');
  }

  protected override body(): TemplateResult {
    const { locale, scope } = this;
    return html`${this.move ? moveTimes(this.move, locale) : nothing}
    ${scopeChoice({
      ...{ locale, scope, choose: this.#choose },
      question: locale.text(this.move ? 'move.question' : 'scope.editQuestion'),
      noteOf: (one) => (one === scope && hints[one] ? locale.text(hints[one]) : undefined),
      isDisabled: () => false,
      isFirst: true,
    })}
    ${scope === 'this' ? nothing : this.#changes()}`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    return html`<button type="button" class="button" @click=${this.leave}>
        ${locale.text('action.cancel')}
      </button>
      <button class="button primary" aria-disabled=${!this.#isKnown}>
        ${locale.text(this.move ? 'move.confirm' : 'action.ok')}
      </button>`;
  }

  /** Nothing is written that was not shown. */
  protected override submit(): Promise<void> {
    if (this.#isKnown) this.finish({ scope: this.scope, count: this.#preview.answer?.length ?? 1 });
    return Promise.resolve();
  }

  get #isKnown(): boolean {
    return this.scope === 'this' || this.#preview.answer !== undefined;
  }

  #changes(): TemplateResult {
    const { locale } = this;
    const { answer, failure } = this.#preview;
    return html`<section aria-labelledby="preview" aria-busy=${this.#preview.isLoading}>
      <h3 id="preview">${locale.text('repetition.preview')}</h3>
      <p class="muted">${locale.text('form.staleFields', { fields: this.#changedFields() })}</p>
      <p role="status">
        ${answer ? locale.text('scope.changed', { count: answer.length }) : failure ? nothing : locale.text('scope.loading')}
      </p>
      ${failure ? failureMessage(failure, locale, () => void this.#load()) : nothing}
      ${answer ? html`<change-list .locale=${locale} .changes=${answer}></change-list>` : nothing}
    </section>`;
  }

  #changedFields(): string {
    const names = Object.keys(this.changes) as (keyof SeanceInput)[];
    return this.locale.list(names.map((name) => this.locale.text(`form.${name}`)));
  }

  readonly #choose = (scope: Scope): void => {
    this.scope = scope;
    this.#preview.clear();
    if (scope !== 'this') void this.#load();
  };

  async #load(): Promise<void> {
    const { client, seance, changes, scope } = this;
    await this.#preview.run((signal) => client.previewChanges(seance.id, changes, scope, signal));
    const { failure } = this.#preview;
    if (failure?.kind === 'refused') this.finish(failure);
  }
}

customElements.define('edit-scope', EditScope);
