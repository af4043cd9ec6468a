import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import type { Seance } from '../seance/seance.js';
import { countedScopes } from '../series/scope-choice.js';
import { membersInScope } from '../series/scope-members.js';
import type { Scope } from '../series/series.js';
import type { Workplace } from '../space/workplace.js';
import type { CancellationQuestion, CancellationResult } from './cancellation.js';
import { consequence } from './consequence.js';
import { ReasonField } from './reason-field.js';
import fieldsCss from '../core/styles/fields.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import scopeChoiceCss from '../series/scope-choice.css?inline';
import { sheets } from '../core/sheets.js';

/**
 * Asks which séances of a series are meant, says what becomes of them and of those who are in them, and for a
 * cancellation asks why. Of what is so already nothing is said, and nothing is done to it.
 */
export class ConfirmCancellation extends FormDialog<CancellationResult, 'reason'> {
  static override properties = { scope: { state: true } };

  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(fieldsCss, narrowDialogCss, scopeChoiceCss),
  ];

  declare protected scope: Scope;
  readonly #isCancelling: boolean;
  readonly #attempt = new Attempt();
  readonly #reason: ReasonField;
  readonly #series = new Loader<readonly Seance[]>(this);
  /** The séance once it was read again, because it is not as it was shown. */
  readonly #newer = new Loader<Seance>(this);

  constructor(
    private readonly at: Workplace,
    private readonly question: CancellationQuestion,
  ) {
    super(at.locale);
    this.scope = 'this';
    this.#isCancelling = question.act === 'cancel';
    this.#reason = new ReasonField(this, at);
    if (this.#isCancelling) this.#reason.load();
    this.#loadSeries();
  }

  override fieldOf(property: string): 'reason' | undefined {
    return property === 'reason' ? property : undefined;
  }

  protected override heading(): string {
    return this.locale.text(`cancellation.${this.question.act}Title`, { count: this.#chosen.length });
  }

  protected override isTouched(): boolean {
    return this.#reason.text !== '';
  }

  protected override body(): TemplateResult {
    const isFirst = this.#stored.seriesId === null;
    return html`${isFirst ? nothing : this.#scopes()}
    ${consequence(this.question.act, this.#chosen, this.locale)}
    ${
      this.#isCancelling
        ? this.#reason.render(this.form.errors.reason, isFirst, () => this.form.mend('reason'))
        : nothing
    }`;
  }

  protected override buttons(): TemplateResult {
    const count = this.#chosen.length;
    const label = this.locale.text(`cancellation.${this.question.act}Title`, { count });
    const isFirst = !this.#isCancelling && this.#stored.seriesId === null;
    return html`<span class="muted" role="status">${this.progress()}</span>
      ${this.leaveButton('action.back', isFirst)}
      ${this.mainButton(label, { kind: this.#isCancelling ? 'danger' : 'primary', isReady: count > 0 })}`;
  }

  protected override async submit(): Promise<void> {
    const seances = this.#chosen;
    if (seances.length === 0 || !this.form.check(this.#reason.errors)) return;
    const undo = seances.length === this.#inScope(this.scope)?.length ? this.scope : undefined;
    await this.form.send(async () => this.finish({ answer: await this.#send(), seances, undo }));
    // What was shown may be out of date.
    if (this.form.failure?.kind === 'refused') this.#reload();
  }

  #send(): Promise<CancellationResult['answer']> {
    const { client } = this.at;
    const request = { stored: this.#stored, scope: this.scope };
    if (!this.#isCancelling) return client.reinstateSeance(request, this.#attempt);
    return client.cancelSeance(request, { reason: this.#reason.text }, this.#attempt);
  }

  get #stored(): Seance {
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
    return membersInScope(this.#stored, this.#series.answer, scope);
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

  #reload(): void {
    const { id } = this.question.stored;
    void this.#newer.load((signal) => this.at.client.getSeance(id, signal));
    this.#loadSeries();
  }

  #loadSeries(): void {
    const { sessionId, seriesId } = this.#stored;
    if (seriesId === null) return;
    void this.#series.load((signal) => this.at.client.listSeries(sessionId, seriesId, signal));
  }
}

customElements.define('confirm-cancellation', ConfirmCancellation);
