import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { lengthError, lengthHint } from '../core/field-checks.js';
import { inputField } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import type { ConstraintsOf } from '../core/input-constraints.js';
import { Loader } from '../core/loader.js';
import type { Seance, TaggedSeance } from '../seance/seance.js';
import { countedScopes } from '../series/scope-choice.js';
import { membersInScope } from '../series/scope-members.js';
import type { Scope } from '../series/series.js';
import type { Workplace } from '../space/workplace.js';
import type { CancellationInput, CancellationQuestion, CancellationResult } from './cancellation.js';
import fieldsCss from '../core/styles/fields.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import scopeChoiceCss from '../series/scope-choice.css?inline';
import { sheets } from '../core/sheets.js';

/**
 * Asks which séances of a series are meant, says what becomes of them and of those who are in them, and for a
 * cancellation asks why. Of what is so already nothing is said, and nothing is done to it.
 */
export class ConfirmCancellation extends FormDialog<CancellationResult, 'reason'> {
  static override properties = { scope: { state: true }, reason: { state: true } };

  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(fieldsCss, narrowDialogCss, scopeChoiceCss),
  ];

  declare protected scope: Scope;
  declare protected reason: string;
  readonly #isCancelling: boolean;
  readonly #attempt = new Attempt();
  readonly #constraints = new Loader<ConstraintsOf<CancellationInput>>(this);
  readonly #series = new Loader<readonly Seance[]>(this);
  /** The séance once it was read again, because it is not as it was shown. */
  readonly #newer = new Loader<TaggedSeance>(this);

  constructor(
    private readonly at: Workplace,
    private readonly question: CancellationQuestion,
  ) {
    super(at.locale);
    this.scope = 'this';
    this.reason = '';
    this.#isCancelling = question.act === 'cancel';
    if (this.#isCancelling)
      void this.#constraints.load((signal) => at.client.inputConstraints('Cancellation', signal));
    this.#loadSeries();
  }

  override fieldOf(property: string): 'reason' | undefined {
    return property === 'reason' ? property : undefined;
  }

  protected override heading(): string {
    return this.locale.text(`cancellation.${this.question.act}Title`, { count: this.#chosen.length });
  }

  protected override isTouched(): boolean {
    return this.reason.trim() !== '';
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    const { act } = this.question;
    const seances = this.#chosen;
    const count = seances.length;
    const name = seances[0]?.name ?? '';
    return html`${this.#stored.seance.seriesId === null ? nothing : this.#scopes()}
      <div role="status">
        <p>${locale.text(`cancellation.${act}Question`, { count, name })}</p>
        ${count > 0 ? html`<p>${this.#people(seances)}</p>` : nothing}
      </div>
      ${count > 0 ? html`<p class="muted">${locale.text(`cancellation.${act}Consequence`, { count })}</p>` : nothing}
      ${this.#isCancelling ? this.#reasonField() : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const count = this.#chosen.length;
    const label = this.locale.text(`cancellation.${this.question.act}Title`, { count });
    const isFirst = !this.#isCancelling && this.#stored.seance.seriesId === null;
    return html`<span class="muted" role="status">${this.progress()}</span>
      ${this.leaveButton('action.back', isFirst)}
      ${this.mainButton(label, { kind: this.#isCancelling ? 'danger' : 'primary', isReady: count > 0 })}`;
  }

  protected override async submit(): Promise<void> {
    const seances = this.#chosen;
    const { reason: error } = this.#errors;
    if (seances.length === 0 || !this.form.check(error === undefined ? {} : { reason: error })) return;
    const undo = seances.length === this.#inScope(this.scope)?.length ? this.scope : undefined;
    await this.form.send(async () => this.finish({ answer: await this.#send(), seances, undo }));
    // What was shown may be out of date.
    if (this.form.failure?.kind === 'refused') this.#reload();
  }

  #send(): Promise<CancellationResult['answer']> {
    const { client } = this.at;
    const request = { stored: this.#stored, scope: this.scope };
    if (!this.#isCancelling) return client.reinstateSeance(request, this.#attempt);
    return client.cancelSeance(request, { reason: this.reason.trim() }, this.#attempt);
  }

  get #stored(): TaggedSeance {
    return this.#newer.answer ?? this.question.stored;
  }

  /** Those of which it is not so yet. */
  get #chosen(): readonly Seance[] {
    return this.#changeable(this.scope) ?? [];
  }

  #changeable(scope: Scope): readonly Seance[] | undefined {
    return this.#inScope(scope)?.filter(({ cancelled }) => (cancelled === null) === this.#isCancelling);
  }

  #inScope(scope: Scope): readonly Seance[] | undefined {
    return membersInScope(this.#stored.seance, this.#series.answer, scope);
  }

  #scopes(): TemplateResult {
    const { locale, scope } = this;
    return countedScopes({
      ...{ locale, scope, isFirst: true },
      question: locale.text(`cancellation.${this.question.act}Scope`),
      choose: (chosen) => (this.scope = chosen),
      series: this.#series,
      load: () => this.#loadSeries(),
      countOf: (one) => this.#changeable(one)?.length,
    });
  }

  #people(seances: readonly Seance[]): string {
    const sum = (count: (seance: Seance) => number) =>
      seances.reduce((total, seance) => total + count(seance), 0);
    return this.locale.text('cancellation.people', {
      enrolled: sum(({ enrolledCount }) => enrolledCount),
      waiting: sum(({ waitingCount }) => waitingCount),
    });
  }

  get #errors(): { readonly reason?: string | undefined } {
    const typed = lengthError(this.reason, this.#constraints.answer?.reason, this.locale);
    return { reason: typed ?? this.form.errors.reason };
  }

  #reasonField(): TemplateResult {
    const { locale, reason } = this;
    const constraints = this.#constraints.answer?.reason;
    const row = {
      name: 'reason',
      label: locale.text('cancellation.reason'),
      error: this.#errors.reason,
      hints: [lengthHint(reason, constraints, locale), locale.text('cancellation.reasonHint')],
    };
    return inputField(row, {
      value: reason,
      isFirst: this.#stored.seance.seriesId === null,
      change: (typed) => {
        this.reason = typed;
        this.form.mend('reason');
      },
    });
  }

  #reload(): void {
    const { id } = this.question.stored.seance;
    void this.#newer.load((signal) => this.at.client.getSeance(id, signal));
    this.#loadSeries();
  }

  #loadSeries(): void {
    const { sessionId, seriesId } = this.#stored.seance;
    if (seriesId === null) return;
    void this.#series.load((signal) => this.at.client.listSeries(sessionId, seriesId, signal));
  }
}

customElements.define('confirm-cancellation', ConfirmCancellation);
