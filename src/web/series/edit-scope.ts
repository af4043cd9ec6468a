import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { warningLines } from '../core/field.js';
import { failureMessage } from '../core/failure-message.js';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import type { MessageKey } from '../core/locale.js';
import type { RequestFailure } from '../core/request-failure.js';
import { moveTimes } from '../seance/move-times.js';
import type { SeanceInput } from '../seance/seance.js';
import { sessionOf, type Workplace } from '../space/workplace.js';
import './change-list.js';
import { occurrenceNotes } from './occurrence-notes.js';
import { scopeChoice } from './scope-choice.js';
import type { ChosenScope, Scope, SeriesChange, SeriesEdit } from './series.js';
import fieldsCss from '../core/styles/fields.css?inline';
import scopeChoiceCss from './scope-choice.css?inline';
import moveTimesCss from '../seance/move-times.css?inline';
import { sheets } from '../core/sheets.js';

const hints: Readonly<Record<Scope, MessageKey | undefined>> = {
  this: 'scope.thisHint',
  following: 'scope.followingHint',
  all: undefined,
};

/**
 * Asks which séances of a series an edit is about, and shows what it would make of them before it is written. Ends with
 * a failure when the server refuses the edit itself: its fields are in the form that asks.
 */
export class EditScope extends FormDialog<ChosenScope | RequestFailure> {
  static override properties = { scope: { state: true } };
  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(fieldsCss, scopeChoiceCss, moveTimesCss),
  ];

  declare protected scope: Scope;
  readonly #preview = new Loader<readonly SeriesChange[]>(this);

  /** @param alone what it makes of the séance alone: only for what is in the way of that. */
  constructor(
    private readonly at: Workplace,
    private readonly edit: SeriesEdit,
    private readonly alone: readonly SeriesChange[],
  ) {
    super(at.locale);
    this.scope = 'this';
  }

  protected override heading(): string {
    return this.locale.text(this.edit.move ? 'move.title' : 'scope.editTitle');
  }

  protected override body(): TemplateResult {
    const { locale, scope } = this;
    return html`${this.edit.move ? moveTimes(this.edit.move, locale, this.at.space.actor.timeZone) : nothing}
    ${scopeChoice({
      ...{ locale, scope, choose: this.#choose },
      question: locale.text(this.edit.move ? 'move.question' : 'scope.editQuestion'),
      noteOf: (one) => (one === scope && hints[one] ? locale.text(hints[one]) : undefined),
      isDisabled: () => false,
      isFirst: true,
    })}
    ${scope === 'this' ? this.#warnings() : this.#changes()}`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    const label = locale.text(this.edit.move ? 'move.confirm' : 'action.ok');
    return html`${this.leaveButton()} ${this.mainButton(label, { isReady: this.#isKnown })}`;
  }

  /** Nothing is written that was not shown. */
  protected override submit(): Promise<void> {
    if (this.#isKnown) this.finish({ scope: this.scope, count: this.#preview.answer?.length ?? 1 });
    return Promise.resolve();
  }

  get #isKnown(): boolean {
    return this.scope === 'this' || this.#preview.answer !== undefined;
  }

  #warnings(): TemplateResult {
    const session = sessionOf(this.at, this.edit.seance.sessionId);
    const notes = this.alone.flatMap((change) => occurrenceNotes(change, session, this.locale));
    return html`<div class="notes" role="status">${warningLines(notes)}</div>`;
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
      ${answer ? this.#list(answer) : nothing}
    </section>`;
  }

  #list(changes: readonly SeriesChange[]): TemplateResult {
    const session = sessionOf(this.at, this.edit.seance.sessionId);
    return html`<change-list .locale=${this.locale} .session=${session} .changes=${changes}></change-list>`;
  }

  #changedFields(): string {
    const names = Object.keys(this.edit.changes) as (keyof SeanceInput)[];
    return this.locale.list(names.map((name) => this.locale.text(`form.${name}`)));
  }

  readonly #choose = (scope: Scope): void => {
    this.scope = scope;
    this.#preview.clear();
    if (scope !== 'this') void this.#load();
  };

  async #load(): Promise<void> {
    const { scope } = this;
    const { seance, changes } = this.edit;
    await this.#preview.load((signal) => this.at.client.previewChanges(seance.id, changes, scope, signal));
    const { failure } = this.#preview;
    if (failure?.kind === 'refused') this.finish(failure);
  }
}

customElements.define('edit-scope', EditScope);
