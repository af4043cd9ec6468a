import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import { sheets } from '../core/sheets.js';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import type { Seance } from '../seance/seance.js';
import { membersInScope } from '../series/scope-members.js';
import { countedScopes } from '../series/scope-choice.js';
import scopeChoiceCss from '../series/scope-choice.css?inline';
import type { Scope } from '../series/series.js';
import type { Workplace } from '../space/workplace.js';
import { datedOutcomes, isAsAsked } from './dated-outcomes.js';
import type { OwnDatedResult } from './enrolment.js';

/** A learner enrols in several dates of a series, or leaves them; it says what became of each when one is otherwise. */
export class SeriesPlaces extends FormDialog<readonly OwnDatedResult[]> {
  static override properties = { scope: { state: true }, results: { state: true } };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(narrowDialogCss, scopeChoiceCss)];

  declare protected scope: Scope;
  declare protected results: readonly OwnDatedResult[] | undefined;
  readonly #series = new Loader<readonly Seance[]>(this);

  constructor(
    private readonly at: Workplace,
    private readonly seance: Seance,
    private readonly does: 'enrol' | 'leave',
  ) {
    super(at.locale);
    this.scope = 'following';
    this.#load();
  }

  protected override heading(): string {
    if (this.results) return this.locale.text('dated.title');
    return this.locale.text(this.does === 'enrol' ? 'series.enrolTitle' : 'series.leaveTitle');
  }

  protected override body(): TemplateResult {
    const { locale, scope, results, does } = this;
    if (results) return datedOutcomes(results, this.#series.answer ?? [], this.at);
    return html`<p><bdi>${this.seance.name}</bdi></p>
      ${countedScopes({
        ...{ locale, scope, isFirst: true, isOpen: true },
        question: locale.text(does === 'enrol' ? 'series.enrolQuestion' : 'series.leaveQuestion'),
        choose: (chosen) => (this.scope = chosen),
        series: this.#series,
        load: () => this.#load(),
        countOf: (one) => membersInScope(this.seance, this.#series.answer, one)?.length,
      })}
      ${does === 'leave' ? html`<p>${locale.text('series.leaveConsequence')}</p>` : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    if (this.results) return html`<button class="button primary">${locale.text('action.close')}</button>`;
    const label = locale.text(this.does === 'enrol' ? 'series.enrolAction' : 'place.leave');
    return html`${this.leaveButton()}
    ${this.mainButton(label, { kind: this.does === 'enrol' ? 'primary' : 'danger' })}`;
  }

  /** Once it is done, leaving says so as the button does. */
  protected override left(): readonly OwnDatedResult[] | undefined {
    return this.results;
  }

  protected override async submit(): Promise<void> {
    if (this.results) this.finish(this.results);
    else await this.#send();
  }

  async #send(): Promise<void> {
    let results: readonly OwnDatedResult[] = [];
    const isDone = await this.form.send(async () => {
      const { enrolments } = this.at.client;
      results = await (this.does === 'enrol'
        ? enrolments.enrolInSeries(this.seance.id, this.scope)
        : enrolments.leaveSeries(this.seance.id, this.scope));
    });
    if (!isDone) return;
    if (results.every(isAsAsked)) {
      this.finish(results);
      return;
    }
    this.results = results;
    await this.form.focus('footer .button');
  }

  #load(): void {
    const { sessionId, seriesId } = this.seance;
    if (seriesId === null) return;
    void this.#series.load((signal) => this.at.client.listSeries(sessionId, seriesId, signal));
  }
}

customElements.define('series-places', SeriesPlaces);
