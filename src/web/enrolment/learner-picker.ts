import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import {
  enrolmentOutcomes,
  type OutcomeAlone,
  type EnrolmentResult,
  type HostGroup,
  type Person,
} from './enrolment.js';
import type { Seance } from '../seance/seance.js';
import { incompleteListNote } from '../space/incomplete-list.js';
import type { Workplace } from '../space/workplace.js';
import { failureMessage } from '../core/failure-message.js';
import type { Page } from '../core/page.js';
import { PageLoader } from '../core/page-loader.js';
import { nameInText, nameWithDetail } from '../core/person-name.js';
import { pagerOf } from '../core/pager-of.js';
import { personChoice } from '../core/person-choice.js';
import { hasStarted, placesLeft, wouldWait } from './places.js';
import '../core/search-box.js';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import { datedOutcomes } from './dated-outcomes.js';
import { membersInScope } from '../series/scope-members.js';
import { countedScopes } from '../series/scope-choice.js';
import scopeChoiceCss from '../series/scope-choice.css?inline';
import type { Scope } from '../series/series.js';
import personChoiceCss from '../core/styles/person-choice.css?inline';
import learnerPickerCss from './learner-picker.css?inline';
import { sheets } from '../core/sheets.js';

/** As many names as are read of one outcome. */
const shownNames = 50;

/** Staff pick learners of the session who are not in yet; it says what became of each when somebody has no place. */
export class LearnerPicker extends FormDialog<readonly EnrolmentResult[]> {
  static override properties = {
    group: { state: true },
    picked: { state: true },
    results: { state: true },
    scope: { state: true },
  };

  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(scopeChoiceCss, personChoiceCss, learnerPickerCss),
  ];

  /** The host group whose members are shown; empty for everybody. */
  declare protected group: string;
  /** By id, also those who are on another page. */
  declare protected picked: ReadonlyMap<string, Person>;
  declare protected results: readonly EnrolmentResult[] | undefined;
  declare protected scope: Scope;
  readonly #attempt = new Attempt();
  /** Without them one can still search. */
  readonly #groups = new Loader<Page<HostGroup>>(this);
  readonly #series = new Loader<readonly Seance[]>(this);
  readonly #loader = new PageLoader<Person>(this, (search, signal) =>
    this.at.client.enrolments.candidates(this.seance.id, search, this.group, signal),
  );

  constructor(
    private readonly at: Workplace,
    private readonly seance: Seance,
  ) {
    super(at.locale);
    this.group = '';
    this.picked = new Map();
    this.scope = 'this';
  }

  override firstUpdated(): void {
    super.firstUpdated();
    this.#loader.reload();
    const { enrolments } = this.at.client;
    void this.#groups.load((signal) => enrolments.hostGroups(this.seance.sessionId, signal));
    this.#loadSeries();
  }

  protected override heading(): string {
    return this.locale.text(this.results ? 'picker.resultTitle' : 'picker.title');
  }

  protected override body(): TemplateResult {
    if (this.results) return this.#outcomes(this.results);
    const { locale } = this;
    const { search, failure, hear, reload } = this.#loader;
    const left = placesLeft(this.seance, locale);
    return html`<p><bdi>${this.seance.name}</bdi>${left ? html` – ${left}` : nothing}</p>
      ${this.seance.seriesId === null ? nothing : this.#scopes()}
      ${hasStarted(this.seance) && this.scope === 'this' ? html`<p class="notice">${locale.text('picker.correction')}</p>` : nothing}
      <div class="tools">
        <search-box
          .locale=${locale}
          .q=${search.q}
          .label=${locale.text('picker.search')}
          @tool-command=${hear}
        ></search-box>
        ${this.#hostGroups.length > 0 ? this.#groupSelect() : nothing}
      </div>
      ${this.#groups.failure ? html`<p class="muted" role="status">${locale.text('picker.groupsMissing')}</p>` : nothing}
      ${failure ? failureMessage(failure, locale, reload) : nothing} ${this.#people()}`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    if (this.results) return html`<button class="button primary">${locale.text('action.close')}</button>`;
    const count = this.picked.size;
    const whole = this.#wholeGroup;
    const waiting = this.scope === 'this' ? wouldWait(this.seance, whole ?? count) : 0;
    const said = [
      whole === undefined ? locale.text('picker.picked', { count }) : '',
      waiting > 0 ? locale.text('picker.willWait', { count: waiting }) : '',
    ];
    return html`<span class="count" role="status">${said.filter(Boolean).join(' – ')}</span>
      ${this.leaveButton()}
      ${
        whole === undefined
          ? this.mainButton(locale.text('picker.enrol'), { isReady: count > 0 })
          : this.#wholeGroupButton()
      }`;
  }

  /** Once people are enrolled, leaving says so as the button does. */
  protected override left(): readonly EnrolmentResult[] | undefined {
    return this.results;
  }

  protected override async submit(): Promise<void> {
    if (this.results) this.finish(this.results);
    else if (this.picked.size > 0) await this.#enrol();
  }

  async #enrol(): Promise<void> {
    const userIds = [...this.picked.keys()];
    const isDone = await this.form.send(async () => {
      const { enrolments } = this.at.client;
      const results = await enrolments.enrol(this.seance.id, userIds, this.scope, this.#attempt);
      if (results.every(({ outcome }) => outcome === 'enrolled')) this.finish(results);
      else this.results = results;
    });
    if (isDone && this.results) await this.form.focus('footer .button');
  }

  /** How many would be enrolled with the whole group, when that is shown and nobody of it was picked. */
  get #wholeGroup(): number | undefined {
    const { answer, isLoading, search } = this.#loader;
    const isWhole = this.group !== '' && search.q === '' && this.picked.size === 0 && !isLoading;
    return isWhole && answer && answer.total > 0 ? answer.total : undefined;
  }

  /** Not the button of Enter, which is pressed in passing. */
  #wholeGroupButton(): TemplateResult {
    return html`<button
      type="button"
      class="button primary"
      aria-disabled=${this.form.isBusy}
      @click=${this.#enrolGroup}
    >
      ${this.locale.text('picker.enrolGroup')}
    </button>`;
  }

  async #enrolGroup(): Promise<void> {
    await this.#pickAll();
    if (this.picked.size === 0) return;
    // Their own button is there now, in the place of the group's.
    await this.form.focus('footer .primary');
    await this.#enrol();
  }

  get #hostGroups(): readonly HostGroup[] {
    return this.#groups.answer?.items ?? [];
  }

  #groupSelect(): TemplateResult {
    const { locale } = this;
    return html`<select class="field" aria-label=${locale.text('picker.group')} @change=${this.#onGroup}>
      <option value="">${locale.text('picker.everybody')}</option>
      ${this.#hostGroups.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    </select>`;
  }

  #onGroup(event: Event): void {
    this.group = (event.target as HTMLSelectElement).value;
    this.#loader.restart();
  }

  #people(): TemplateResult {
    const { locale } = this;
    const { answer: page, failure } = this.#loader;
    if (!page) return html`${failure ? nothing : html`<p class="muted">${locale.text('tool.loading')}</p>`}`;
    const note = incompleteListNote(this.at);
    if (page.total === 0)
      return html`<p class="notice" role="status">${locale.text('picker.none')} ${note}</p>`;
    return html`${note ? html`<p class="notice">${note}</p>` : nothing}
      <div>
        <button type="button" class="button" aria-disabled=${this.form.isBusy} @click=${this.#pickAll}>
          ${locale.text('picker.all', { count: page.total })}
        </button>
        ${
          this.picked.size > 0
            ? html`<button type="button" class="button quiet" @click=${() => (this.picked = new Map())}>
                ${locale.text('list.unselect')}
              </button>`
            : nothing
        }
      </div>
      <fieldset>
        <legend class="hidden-text">${locale.text('picker.learners')}</legend>
        ${page.items.map((person) =>
          personChoice(person, this.picked.has(person.id), (isPicked) => this.#pick(person, isPicked)),
        )}
      </fieldset>
      ${pagerOf(this.#loader, locale)}`;
  }

  #pick(person: Person, isPicked: boolean): void {
    const picked = new Map(this.picked);
    if (isPicked) picked.set(person.id, person);
    else picked.delete(person.id);
    this.picked = picked;
  }

  /** Everybody who matches, on whatever page. */
  async #pickAll(): Promise<void> {
    await this.form.send(async () => {
      const search = { q: this.#loader.search.q, page: 1, size: 'all' } as const;
      const { items } = await this.at.client.enrolments.candidates(this.seance.id, search, this.group);
      this.picked = new Map([...this.picked, ...items.map((person) => [person.id, person] as const)]);
    });
  }

  #loadSeries(): void {
    const { sessionId, seriesId } = this.seance;
    if (seriesId === null) return;
    void this.#series.load((signal) => this.at.client.listSeries(sessionId, seriesId, signal));
  }

  #scopes(): TemplateResult {
    const { locale, scope } = this;
    return countedScopes({
      ...{ locale, scope, isFirst: false, isOpen: true },
      question: locale.text('series.staffQuestion'),
      choose: (chosen) => (this.scope = chosen),
      series: this.#series,
      load: () => this.#loadSeries(),
      countOf: (one) => membersInScope(this.seance, this.#series.answer, one)?.length,
    });
  }

  #outcomes(results: readonly EnrolmentResult[]): TemplateResult {
    if (this.scope !== 'this') return this.#datedOutcomes(results);
    return html`${enrolmentOutcomes.map((outcome) => {
      const found = results.filter((result) => result.outcome === outcome);
      return found.length > 0 ? this.#outcome(outcome, found) : nothing;
    })}`;
  }

  #datedOutcomes(results: readonly EnrolmentResult[]): TemplateResult {
    const outcomes = results.map(({ seanceId = '', userId, outcome }) => ({
      ...{ seanceId, outcome },
      name: nameInText(this.picked.get(userId) ?? { name: userId }),
    }));
    return datedOutcomes(outcomes, this.#series.answer ?? [], this.at);
  }

  #outcome(outcome: OutcomeAlone, results: readonly EnrolmentResult[]): TemplateResult {
    const { locale, picked } = this;
    const hidden = results.length - shownNames;
    return html`<section>
      <h3>${locale.text(`outcome.${outcome}`, { count: results.length })}</h3>
      <ul>
        ${results
          .slice(0, shownNames)
          .map(({ userId }) => html`<li>${nameWithDetail(picked.get(userId) ?? { name: userId })}</li>`)}
        ${hidden > 0 ? html`<li>${locale.text('deletion.more', { count: hidden })}</li>` : nothing}
      </ul>
    </section>`;
  }
}

customElements.define('learner-picker', LearnerPicker);
