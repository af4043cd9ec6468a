import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { Scope } from '../series/series.js';
import { RequestFailure } from '../core/request-failure.js';
import type { Seance } from '../seance/seance.js';
import { failureMessage, failureText } from '../core/failure-message.js';
import { LatestRequest } from '../core/latest-request.js';
import { scopeStyles } from '../series/scope-styles.js';
import { ModalDialog } from '../core/modal-dialog.js';
import { scopeChoice } from '../series/scope-choice.js';

export { showModal } from '../core/modal-dialog.js';

/** Which séances, and how they are deleted once the reader agrees. */
export interface DeletionQuestion {
  readonly seances: readonly Seance[];
  /** Finds the series of the one séance, in the order of its starts; undefined when it has none. */
  readonly series: ((signal: AbortSignal) => Promise<readonly Seance[]>) | undefined;
  readonly remove: (ids: readonly string[]) => Promise<void>;
}

/** As many names as can be read before agreeing. */
const shownNames = 10;

/**
 * Asks which séances of a series are meant, names what will be deleted, says what goes with it and for how long it can
 * be undone. Ends with the ids of what was deleted: those that were named, whatever became of the series meanwhile.
 */
export class ConfirmDeletion extends ModalDialog<readonly string[]> {
  static override properties = {
    ...ModalDialog.properties,
    question: { attribute: false },
    retentionDays: { attribute: false },
    scope: { state: true },
    failure: { state: true },
    isBusy: { state: true },
  };

  static override styles: CSSResultGroup = [
    ModalDialog.styles,
    scopeStyles,
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
  declare scope: Scope;
  declare failure: RequestFailure | undefined;
  declare isBusy: boolean;
  readonly #series = new LatestRequest<readonly Seance[]>(this);

  constructor() {
    super();
    this.scope = 'this';
    this.isBusy = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('question')) this.#loadSeries();
  }

  protected override heading(): string {
    return this.locale.text('deletion.title', { count: this.#chosen.length });
  }

  protected override body(): TemplateResult {
    const seances = this.#chosen;
    const count = seances.length;
    return html`${this.question.series ? this.#scopes() : nothing}
      <div>
        <p>${this.locale.text('deletion.question', { count, name: seances[0]?.name ?? '' })}</p>
        ${count > 1 ? this.#names(seances) : nothing}
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
    const ids = this.#chosen.map(({ id }) => id);
    try {
      await this.question.remove(ids);
      this.finish(ids);
    } catch (error) {
      this.failure = RequestFailure.of(error);
      // What the question named may be out of date.
      if (this.failure.kind === 'refused') this.#loadSeries();
    } finally {
      this.isBusy = false;
    }
  }

  get #chosen(): readonly Seance[] {
    return this.#inScope(this.scope) ?? this.question.seances;
  }

  /** Undefined as long as the series is not known. */
  #inScope(scope: Scope): readonly Seance[] | undefined {
    const { seances } = this.question;
    const members = this.#series.answer;
    if (scope === 'this') return seances;
    if (scope === 'all') return members;
    const index = members?.findIndex(({ id }) => id === seances[0]?.id) ?? -1;
    return index < 0 ? undefined : members?.slice(index);
  }

  #scopes(): TemplateResult {
    const { locale, scope } = this;
    const { failure, isLoading } = this.#series;
    return html`${scopeChoice({
      ...{ locale, scope, choose: (chosen) => (this.scope = chosen) },
      question: locale.text('scope.deleteQuestion'),
      noteOf: (one) => {
        const count = this.#inScope(one)?.length;
        return count === undefined || one === 'this' ? undefined : locale.text('scope.size', { count });
      },
      isFirst: false,
      isDisabled: (one) => this.#inScope(one) === undefined,
    })}
    ${isLoading ? html`<p class="muted" role="status">${locale.text('scope.loading')}</p>` : nothing}
    ${failure ? failureMessage(failure, locale, () => this.#loadSeries()) : nothing}`;
  }

  #loadSeries(): void {
    const { series } = this.question;
    if (series) void this.#series.run(series);
  }

  #names(seances: readonly Seance[]): TemplateResult {
    const hidden = seances.length - shownNames;
    return html`<ul>
      ${seances.slice(0, shownNames).map(({ name }) => html`<li>${name}</li>`)}
      ${hidden > 0 ? html`<li>${this.locale.text('deletion.more', { count: hidden })}</li>` : nothing}
    </ul>`;
  }
}

customElements.define('confirm-deletion', ConfirmDeletion);
