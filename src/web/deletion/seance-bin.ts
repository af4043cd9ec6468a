import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DeletedSeance, Deletion } from './deletion.js';
import type { Page } from '../core/page.js';
import { briefPageSize, briefPageSizes, lastPage, needsPager } from '../core/page.js';
import { type SeanceSearch } from '../seance/seance-search.js';
import type { Workplace } from '../space/workplace.js';
import { ask } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { icon } from '../core/icons.js';
import { Loader } from '../core/loader.js';
import '../core/seance-pager.js';
import { cancelledLabel, nameOf } from '../seance/cancelled-name.js';
import { seanceTime } from '../seance/seance-time.js';
import { selectionBar } from '../core/selection-bar.js';
import controlsCss from '../core/styles/controls.css?inline';
import listCss from '../core/styles/list.css?inline';
import titleCss from '../core/styles/title.css?inline';
import seanceBinCss from './seance-bin.css?inline';
import { sheets } from '../core/sheets.js';

/** The séances of a space that were deleted and can be restored: what was deleted at once is shown as one. */
export class SeanceBin extends LitElement {
  static override properties = {
    at: { attribute: false },
    search: { attribute: false },
    selection: { state: true },
  };

  static override styles = sheets(controlsCss, listCss, titleCss, seanceBinCss);

  declare at: Workplace;
  /** Of which the page is the bin's. */
  declare search: SeanceSearch;
  /** Ids of the séances that are ticked. */
  declare selection: ReadonlySet<string>;
  readonly #loader = new Loader<Page<Deletion>>(this);

  constructor() {
    super();
    this.selection = new Set();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('at') || changed.has('search')) this.#reload();
  }

  override render(): TemplateResult {
    const { locale } = this.at;
    const { failure, isLoading } = this.#loader;
    const days = this.at.space.settings.retentionDays;
    return html`<div>
        <h2 tabindex="-1">${locale.text('bin.title')}</h2>
        <p class="muted">${locale.text('bin.hint', { days })}</p>
      </div>
      <div class="progress" ?hidden=${!isLoading}></div>
      ${failure ? failureMessage(failure, locale, this.#reload) : nothing}
      <div aria-busy=${isLoading}>${this.#content()}</div>
      ${this.selection.size > 0 ? this.#selectionBar() : nothing} ${this.#footer()}`;
  }

  /** A reader who has just come here starts at the title. */
  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  #content(): TemplateResult | typeof nothing {
    const { locale } = this.at;
    const page = this.#loader.answer;
    if (!page) {
      return this.#loader.isLoading
        ? html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`
        : nothing;
    }
    if (page.total === 0) return html`<p class="notice" role="status">${locale.text('bin.empty')}</p>`;
    return html`<ul class="deletions">
      ${repeat(
        page.items,
        ({ id }) => id,
        (deletion) => html`<li>${this.#deletion(deletion)}</li>`,
      )}
    </ul>`;
  }

  #deletion(deletion: Deletion): TemplateResult {
    const { locale } = this.at;
    const { id, count, seances, restorableUntil } = deletion;
    const [first] = seances;
    const zone = this.at.space.actor.timeZone;
    const restoration = count === 1 && first ? { ids: [first.id] } : { deletionId: id };
    return html`<div class="about">
        <div>
          <p>${this.#summary(deletion)}</p>
          <p class="muted">
            ${locale.text('bin.until', { count, date: locale.longDate(restorableUntil, zone) })}
          </p>
        </div>
        <button
          type="button"
          class="button"
          aria-label=${count === 1 ? locale.text('bin.restoreOf', { name: first?.name ?? '' }) : nothing}
          @click=${() => ask(this, { does: 'restore', restoration, count, name: first?.name })}
        >
          ${icon('restore')}${count === 1 ? locale.text('bin.restore') : locale.text('bin.restoreAll', { count })}
        </button>
      </div>
      <ul class="seances">
        ${seances.map((seance) => html`<li>${this.#seance(seance)}</li>`)}
        ${
          count > seances.length
            ? html`<li class="muted rest">
                ${locale.text('deletion.more', { count: count - seances.length })}
              </li>`
            : nothing
        }
      </ul>`;
  }

  #summary({ count, deletedBy, deletedAt }: Deletion): string {
    const date = this.at.locale.longDate(deletedAt, this.at.space.actor.timeZone);
    return deletedBy
      ? this.at.locale.text('bin.deletedBy', { count, date, name: deletedBy.name })
      : this.at.locale.text('bin.deleted', { count, date });
  }

  #seance(seance: DeletedSeance): TemplateResult {
    const { locale, space } = this.at;
    const session = space.sessions.length > 1 && space.sessions.find(({ id }) => id === seance.sessionId);
    return html`<label>
        <input
          type="checkbox"
          aria-label=${locale.text('list.select', { name: seance.name })}
          .checked=${this.selection.has(seance.id)}
          @change=${() => this.#toggle(seance.id)}
        />
        <span class="name">${nameOf(seance)} ${cancelledLabel(seance, locale)}</span>
      </label>
      <p class="when muted">
        ${seanceTime(seance, locale, space.actor.timeZone)}${session ? html` · ${session.name}` : nothing}
      </p>
      ${this.#keeping(seance)}`;
  }

  #keeping({ keptUntil }: DeletedSeance): TemplateResult | typeof nothing {
    if (keptUntil === null) return nothing;
    const date = this.at.locale.longDate(keptUntil, this.at.space.actor.timeZone);
    return html`<p class="kept muted">${this.at.locale.text('bin.kept', { date })}</p>`;
  }

  #selectionBar(): TemplateResult {
    const { locale } = this.at;
    const count = this.selection.size;
    const restoration = { ids: [...this.selection] };
    const restore = () => ask(this, { does: 'restore', restoration, count, name: this.#chosenName() });
    return selectionBar({
      locale,
      count,
      command: html`<button type="button" class="button primary" @click=${restore}>
        ${icon('restore')}${locale.text('bin.restore')}
      </button>`,
      clear: () => (this.selection = new Set()),
    });
  }

  #footer(): TemplateResult {
    const { size } = this.search;
    const { locale } = this.at;
    const page = this.#loader.answer;
    return html`<p class="results" role="status">
        ${page && page.total > 0 ? locale.text('bin.count', { count: page.total }) : nothing}
      </p>
      ${
        page && needsPager(page.total)
          ? html`<seance-pager
              .locale=${locale}
              .sizes=${briefPageSizes}
              .total=${page.total}
              .page=${this.#page}
              .size=${briefPageSize(size)}
            ></seance-pager>`
          : nothing
      }
      <button type="button" class="button create" @click=${() => ask(this, { does: 'back' })}>
        ${icon('back')}${locale.text('action.back')}
      </button>`;
  }

  /** There is nothing to come in the bin: without a number it is the first. */
  get #page(): number {
    return this.search.page === 'now' ? 1 : this.search.page;
  }

  readonly #reload = (): void => void this.#load();

  async #load(): Promise<void> {
    const { size } = this.search;
    const page = this.#page;
    await this.#loader.load((signal) => this.at.client.listDeletions(page, briefPageSize(size), signal));
    const { answer, failure } = this.#loader;
    if (!answer || failure) return;
    // Only what can be seen is selected: nobody restores what is on another page.
    const seen = answer.items.flatMap(({ seances }) => seances.map(({ id }) => id));
    this.selection = new Set(seen.filter((id) => this.selection.has(id)));
    const last = lastPage(answer, briefPageSize(size));
    if (page > last) ask(this, { does: 'search', changes: { page: last }, history: 'replace' });
  }

  #toggle(id: string): void {
    const selection = new Set(this.selection);
    if (!selection.delete(id)) selection.add(id);
    this.selection = selection;
  }

  #chosenName(): string | undefined {
    const seances = this.#loader.answer?.items.flatMap((deletion) => deletion.seances) ?? [];
    return seances.find(({ id }) => this.selection.has(id))?.name;
  }
}

customElements.define('seance-bin', SeanceBin);
