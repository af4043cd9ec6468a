import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { TakenPlace } from './enrolment.js';
import { cancelledLabel, nameOf } from '../seance/cancelled-name.js';
import { seanceTime } from '../seance/seance-time.js';
import type { Seance } from '../seance/seance.js';
import { wholeList, type Filters } from '../seance/seance-search.js';
import type { Workplace } from '../space/workplace.js';
import { failureMessage } from '../core/failure-message.js';
import { PageLoader } from '../core/page-loader.js';
import { placesLeft } from './places.js';
import '../core/search-box.js';
import { stateBadge } from './state-badge.js';
import { FormDialog } from '../core/form-dialog.js';
import stateBadgeCss from './state-badge.css?inline';
import chooseSeanceCss from './choose-seance.css?inline';
import { sheets } from '../core/sheets.js';

/** What somebody chose, and what they have in it now. */
export interface ChosenSeance {
  readonly seance: Seance;
  readonly enrolment: TakenPlace;
}

/** With fewer choices than this nobody has to search. */
const manyChoices = 10;
/** As many as are shown at once; the search finds the others. */
const shownChoices = 100;

/** Lets one choose among séances that have not started. */
export abstract class ChooseSeance extends FormDialog<ChosenSeance> {
  static override properties: Record<string, object> = { chosenId: { state: true } };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(stateBadgeCss, chooseSeanceCss)];

  declare protected chosenId: string | undefined;
  #isShown = false;
  readonly #loader = new PageLoader<Seance>(
    this,
    (search, signal) => this.#find(search.q, signal),
    shownChoices,
  );

  /** @param from the séance where the question came up. */
  constructor(
    protected readonly at: Workplace,
    protected readonly from: Seance,
  ) {
    super(at.locale);
  }

  /** What is asked, above the choices. */
  protected abstract hint(): string;
  /** Which séances are proposed. */
  protected abstract filters(): Filters;
  /** Why a séance cannot be chosen; undefined when it can. */
  protected abstract barOf(seance: Seance): string | undefined;
  protected abstract choose(chosen: Seance): Promise<TakenPlace>;

  override firstUpdated(): void {
    super.firstUpdated();
    this.#loader.reload();
  }

  /** What is proposed is in sight once it is there. */
  override updated(): void {
    if (!this.isWhole || this.#isShown) return;
    this.#isShown = true;
    this.renderRoot.querySelector('input:checked')?.closest('label')?.scrollIntoView({ block: 'nearest' });
  }

  protected get choices(): readonly Seance[] {
    return this.#loader.answer?.items ?? [];
  }

  protected override body(): TemplateResult {
    const { locale, choices } = this;
    const { answer: page, search, failure, hear, reload } = this.#loader;
    return html`<p>${this.hint()}</p>
      ${
        search.q !== '' || (page?.total ?? 0) > manyChoices
          ? html`<search-box
              .locale=${locale}
              .q=${search.q}
              .label=${locale.text('choice.search')}
              @tool-command=${hear}
            ></search-box>`
          : nothing
      }
      ${failure ? failureMessage(failure, locale, reload) : nothing}
      ${page || failure ? nothing : html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`}
      ${page && choices.length === 0 ? html`<p class="notice" role="status">${locale.text('choice.none')}</p>` : nothing}
      <fieldset>
        <legend class="hidden-text">${this.heading()}</legend>
        ${choices.map((seance) => this.#option(seance))}
      </fieldset>
      ${page && page.total > shownChoices ? html`<p class="muted">${locale.text('choice.more')}</p>` : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const { isReady } = this;
    return html`${this.leaveButton()} ${this.mainButton(this.locale.text('action.ok'), { isReady })}`;
  }

  protected override async submit(): Promise<void> {
    const { chosen } = this;
    if (!chosen || !this.isReady) return;
    const isDone = await this.form.send(async () =>
      this.finish({ seance: chosen, enrolment: await this.choose(chosen) }),
    );
    if (!isDone) this.refused();
  }

  /** What is shown may be out of date. */
  protected refused(): void {
    this.#loader.reload();
  }

  /** Whether all that takes room is there. */
  protected get isWhole(): boolean {
    return this.#loader.answer !== undefined;
  }

  /** Whether what was chosen can be asked for. */
  protected get isReady(): boolean {
    return this.chosen !== undefined;
  }

  protected get chosen(): Seance | undefined {
    const chosen = this.choices.find(({ id }) => id === this.chosenId);
    return chosen && this.barOf(chosen) === undefined ? chosen : undefined;
  }

  #find(q: string, signal: AbortSignal) {
    const filters = { state: 'upcoming', ...this.filters() };
    return this.at.client.listSeances(
      { ...wholeList, session: this.from.sessionId, q, filters, page: 1, size: shownChoices },
      signal,
    );
  }

  #option(seance: Seance): TemplateResult {
    const { locale } = this;
    const bar = this.barOf(seance);
    const left = placesLeft(seance, locale);
    return html`<label class="option">
      <input
        type="radio"
        name="seance"
        value=${seance.id}
        ?disabled=${bar !== undefined}
        .checked=${live(seance.id === this.chosenId)}
        @change=${() => (this.chosenId = seance.id)}
      />
      <span class="name">${nameOf(seance)} ${cancelledLabel(seance, locale)}</span>
      <span>${seanceTime(seance, locale, this.at.space.actor.timeZone)}</span>
      ${left ? html`<span class="muted">${left}</span>` : nothing}
      ${seance.myEnrolment ? html`<span>${stateBadge(seance.myEnrolment, locale)}</span>` : nothing}
      ${bar ? html`<span class="muted">${bar}</span>` : nothing}
    </label>`;
  }
}
