import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { enrolmentStatuses, type Enrolment, type EnrolmentStatus } from './enrolment.js';
import type { Seance } from '../seance/seance.js';
import { incompleteListNote } from '../space/incomplete-list.js';
import type { Workplace } from '../space/workplace.js';
import type { MessageKey } from '../core/locale.js';
import { ask } from '../core/command.js';
import type { ParticipantAction } from './commands.js';
import { failureMessage } from '../core/failure-message.js';
import { iconButton } from '../core/icon-button.js';
import type { IconName } from '../core/icons.js';
import { PageLoader } from '../core/page-loader.js';
import { Loader } from '../core/loader.js';
import type { Page } from '../core/page.js';
import { pagerOf } from '../core/pager-of.js';
import { detailBeside, nameInText } from '../core/person-name.js';
import { PrintWatch } from '../core/print-watch.js';
import { canBeChanged, hasFreePlace, placesLeft } from './places.js';
import '../core/search-box.js';
import '../export/export-menu.js';
import { stateBadge } from './state-badge.js';
import controlsCss from '../core/styles/controls.css?inline';
import richTextCss from '../core/styles/rich-text.css?inline';
import titleCss from '../core/styles/title.css?inline';
import detailCss from '../core/styles/detail.css?inline';
import partCss from '../core/styles/part.css?inline';
import tableCss from '../core/styles/table.css?inline';
import stateBadgeCss from './state-badge.css?inline';
import participantsPanelCss from './participants-panel.css?inline';
import { cardsBelow } from '../core/cards-below.js';
import { sheets } from '../core/sheets.js';

/** Who is in a séance and who waits, on its page, for those who manage the enrolments. */
export class ParticipantsPanel extends LitElement {
  static override properties = {
    at: { attribute: false },
    seance: { attribute: false },
    status: { state: true },
  };

  static override styles = sheets(
    controlsCss,
    richTextCss,
    titleCss,
    partCss,
    detailCss,
    tableCss,
    cardsBelow('36rem'),
    stateBadgeCss,
    participantsPanelCss,
  );

  declare at: Workplace;
  /** Another object whenever the séance, or who is in it, may have changed. */
  declare seance: Seance;
  /** Empty for all. */
  declare status: EnrolmentStatus | '';
  readonly #loader = new PageLoader<Enrolment>(this, (search, signal) =>
    this.at.client.enrolments.list(this.seance.id, search, this.status, signal),
  );

  /** Those of all pages, for paper: a list of who is there is of no use without its end. */
  readonly #everybody = new Loader<Page<Enrolment>>(this);
  readonly #paper = new PrintWatch(this);
  #shown: Page<Enrolment> | undefined;

  constructor() {
    super();
    this.status = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seance')) this.#loader.reload();
  }

  override updated(): void {
    const { answer: page } = this.#loader;
    if (page === this.#shown) return;
    this.#shown = page;
    if (page && page.items.length < page.total) void this.#loadEverybody();
  }

  override render(): TemplateResult {
    const { seance } = this;
    const { locale } = this.at;
    const { failure, reload, hear } = this.#loader;
    return html`<section class="panel" aria-labelledby="participants">
      <h3 id="participants">${locale.text('participants.title')}</h3>
      <div class="parts">
        <p>${this.#summary()}</p>
        ${seance.cancelled ? html`<p class="notice">${locale.text('participants.cancelled')}</p>` : nothing}
        ${this.#incompleteNote()}
        ${isSmallerThanSession(seance) ? html`<p class="notice">${this.#capacityHint()}</p>` : nothing}
        <div class="tools" @tool-command=${hear}>
          <search-box
            .locale=${locale}
            .q=${this.#loader.search.q}
            .label=${locale.text('participants.search')}
          ></search-box>
          ${seance.enrolmentMode === 'automatic' ? nothing : this.#statusSelect()} ${this.#printButton()}
          ${this.#exportMenu()}
        </div>
        ${failure ? failureMessage(failure, locale, reload) : nothing}
        <div class="rows">${this.#rows()}</div>
        ${pagerOf(this.#loader, locale)}
      </div>
    </section>`;
  }

  #summary(): string {
    const { seance } = this;
    const { locale } = this.at;
    const { enrolmentMode, enrolledCount: count, capacity } = seance;
    if (enrolmentMode === 'automatic') return locale.text('participants.automatic', { count });
    const taken =
      capacity === null
        ? locale.text('places.enrolled', { count })
        : locale.text('places.enrolledOf', { count, capacity });
    return [taken, placesLeft(seance, locale)].filter(Boolean).join(' – ');
  }

  /** Whoever was enrolled one by one is known. */
  #incompleteNote(): TemplateResult | typeof nothing {
    const note = this.seance.enrolmentMode === 'automatic' ? incompleteListNote(this.at) : '';
    return note ? html`<p class="notice">${note}</p>` : nothing;
  }

  #capacityHint(): string {
    const { capacity, enrolledCount } = this.seance;
    return this.at.locale.text('participants.capacityHint', {
      capacity: capacity ?? 0,
      count: enrolledCount,
    });
  }

  #statusSelect(): TemplateResult {
    const { locale } = this.at;
    return html`<select
      class="field"
      aria-label=${locale.text('participants.state')}
      @change=${this.#onStatus}
    >
      <option value="">${locale.text('filters.any')}</option>
      ${enrolmentStatuses.map(
        (status) => html`<option value=${status}>${locale.text(`place.${status}`)}</option>`,
      )}
    </select>`;
  }

  #printButton(): TemplateResult {
    return iconButton('printer', this.at.locale.text('participants.print'), () => void this.#printAll());
  }

  #exportMenu(): TemplateResult {
    const { seance, status } = this;
    const { answer: page, search } = this.#loader;
    return html`<export-menu
      .locale=${this.at.locale}
      .list=${{ of: 'participants', seance, q: search.q, status }}
      .count=${page?.total ?? 0}
    ></export-menu>`;
  }

  async #printAll(): Promise<void> {
    if (!(await this.#loader.loadAll())) return;
    await this.updateComplete;
    print();
  }

  /** Before they are needed: a browser that prints waits for nobody. */
  #loadEverybody(): Promise<boolean> {
    const search = { ...this.#loader.search, page: 1, size: 'all' } as const;
    return this.#everybody.load((signal) =>
      this.at.client.enrolments.list(this.seance.id, search, this.status, signal),
    );
  }

  /** Those on the page, and on paper those of all its pages. */
  #shownOf({ items, total }: Page<Enrolment>): readonly Enrolment[] {
    const isMore = this.#paper.isPrinting && items.length < total;
    return (isMore ? this.#everybody.answer?.items : undefined) ?? items;
  }

  #onStatus(event: Event): void {
    this.status = (event.target as HTMLSelectElement).value as EnrolmentStatus | '';
    this.#loader.restart();
  }

  #rows(): TemplateResult {
    const { locale } = this.at;
    const { answer: page, failure, search } = this.#loader;
    if (!page) return html`${failure ? nothing : html`<p class="muted">${locale.text('tool.loading')}</p>`}`;
    if (page.total === 0) {
      const isNarrowed = search.q !== '' || this.status !== '';
      return html`<p class="notice" role="status">
        ${locale.text(isNarrowed ? 'participants.noResult' : 'participants.none')}
      </p>`;
    }
    return html`<table role="table" aria-labelledby="participants">
      <thead role="rowgroup">
        <tr role="row">
          ${(['lastName', 'firstName', 'state'] as const).map(
            (column) => html`<th role="columnheader">${locale.text(`participants.${column}`)}</th>`,
          )}
          ${
            this.#canChange
              ? html`<th role="columnheader" class="narrow">${locale.text('actions.title')}</th>`
              : nothing
          }
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          this.#shownOf(page),
          ({ id }) => id,
          (enrolment) => this.#row(enrolment),
        )}
      </tbody>
    </table>`;
  }

  get #canChange(): boolean {
    return canBeChanged(this.seance);
  }

  #row(enrolment: Enrolment): TemplateResult {
    const { user, status } = enrolment;
    return html`<tr role="row">
      ${this.#cell('lastName', user.lastName || user.name)}
      ${this.#cell('firstName', html`${user.firstName}${detailBeside(user)}`)}
      ${this.#cell('state', stateBadge(enrolment, this.at.locale))}
      ${
        this.#canChange
          ? html`<td role="cell" class="narrow actions">
              <div>
                ${status === 'waiting' && hasFreePlace(this.seance) ? this.#action('accept', 'check', enrolment) : nothing}
                ${this.#action('move', 'move', enrolment)} ${this.#action('remove', 'bin', enrolment)}
              </div>
            </td>`
          : nothing
      }
    </tr>`;
  }

  #cell(column: 'lastName' | 'firstName' | 'state', content: TemplateResult | string): TemplateResult {
    return html`<td role="cell" class=${`of-${column}`}>
      <span class="label" aria-hidden="true">${this.at.locale.text(`participants.${column}`)}</span>${content}
    </td>`;
  }

  #action(action: ParticipantAction, drawing: IconName, enrolment: Enrolment): TemplateResult {
    const key: MessageKey = `participants.${action}`;
    const label = this.at.locale.text(key, { name: nameInText(enrolment.user) });
    const run = () => ask(this, { does: 'participant', action, seance: this.seance, enrolment });
    return iconButton(drawing, label, run, action === 'remove' ? 'danger' : '');
  }
}

function isSmallerThanSession({ enrolmentMode, capacity, enrolledCount }: Seance): boolean {
  return enrolmentMode === 'automatic' && capacity !== null && capacity < enrolledCount;
}

customElements.define('participants-panel', ParticipantsPanel);
