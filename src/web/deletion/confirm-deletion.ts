import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import type { RequestFailure } from '../core/request-failure.js';
import type { Seance } from '../seance/seance.js';
import { membersInScope } from '../series/scope-members.js';
import { countedScopes } from '../series/scope-choice.js';
import type { Scope } from '../series/series.js';
import type { Workplace } from '../space/workplace.js';
import type { DeletionQuestion } from './deletion.js';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import scopeChoiceCss from '../series/scope-choice.css?inline';
import confirmDeletionCss from './confirm-deletion.css?inline';
import { sheets } from '../core/sheets.js';

/** As many names as can be read before agreeing. */
const shownNames = 10;

/**
 * Asks which séances of a series are meant, names what will be deleted, says what goes with it and for how long it can
 * be undone. Ends with the ids of what was deleted: those that were named, whatever became of the series meanwhile.
 */
export class ConfirmDeletion extends FormDialog<readonly string[]> {
  static override properties = { scope: { state: true }, gone: { state: true } };

  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(narrowDialogCss, scopeChoiceCss, confirmDeletionCss),
  ];

  declare protected scope: Scope;
  /** Ids of those that somebody else has deleted meanwhile. */
  declare protected gone: ReadonlySet<string>;
  readonly #series = new Loader<readonly Seance[]>(this);
  readonly #retentionDays: number;

  constructor(
    { locale, space }: Workplace,
    private readonly question: DeletionQuestion,
  ) {
    super(locale);
    this.#retentionDays = space.settings.retentionDays;
    this.scope = 'this';
    this.gone = new Set();
    this.#loadSeries();
  }

  protected override heading(): string {
    return this.locale.text('deletion.title', { count: this.#chosen.length });
  }

  protected override body(): TemplateResult {
    const seances = this.#chosen;
    const count = seances.length;
    if (count === 0) return html``;
    return html`${this.question.series ? this.#scopes() : nothing}
      <div>
        <p>${this.locale.text('deletion.question', { count, name: seances[0]?.name ?? '' })}</p>
        ${count > 1 ? this.#names(seances) : nothing}
      </div>
      <p>${this.locale.text('deletion.consequence', { count })}</p>
      <p class="muted">${this.locale.text('deletion.retention', { days: this.#retentionDays })}</p>`;
  }

  protected override buttons(): TemplateResult {
    if (this.#chosen.length === 0) return this.leaveButton('action.close', true);
    const label = this.locale.text('action.delete');
    return html`${this.leaveButton('action.cancel', true)} ${this.mainButton(label, { kind: 'danger' })}`;
  }

  protected override async submit(): Promise<void> {
    const ids = this.#chosen.map(({ id }) => id);
    if (ids.length === 0) return;
    await this.form.send(async () => {
      await this.question.remove(ids);
      this.finish(ids);
    });
    // What the question named may be out of date.
    if (this.form.failure?.kind === 'refused') this.#refused(this.form.failure, ids);
  }

  /** Those that are gone are named above the button, and asked about no more. */
  #refused({ code, fields }: RequestFailure, ids: readonly string[]): void {
    this.#loadSeries();
    if (code !== 'not-found') return;
    const gone = fields.map(({ pointer }) => ids[Number(pointer.split('/')[2])] ?? '');
    this.gone = new Set([...this.gone, ...gone]);
  }

  get #chosen(): readonly Seance[] {
    const chosen = this.#inScope(this.scope) ?? this.question.seances;
    return chosen.filter(({ id }) => !this.gone.has(id));
  }

  /** Undefined as long as the series is not known. */
  #inScope(scope: Scope): readonly Seance[] | undefined {
    const { seances } = this.question;
    const [first] = seances;
    return scope === 'this' || !first ? seances : membersInScope(first, this.#series.answer, scope);
  }

  #scopes(): TemplateResult {
    const { locale, scope } = this;
    return countedScopes({
      ...{ locale, scope, isFirst: false },
      question: locale.text('scope.deleteQuestion'),
      choose: (chosen) => (this.scope = chosen),
      series: this.#series,
      load: () => this.#loadSeries(),
      countOf: (one) => this.#inScope(one)?.length,
    });
  }

  #loadSeries(): void {
    const { series } = this.question;
    if (series) void this.#series.load(series);
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
