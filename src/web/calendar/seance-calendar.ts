import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { listTools } from '../seance/list-tools.js';
import type { Seance } from '../seance/seance.js';
import { isNarrowed, type SeanceSearch } from '../seance/seance-search.js';
import type { Page } from '../core/page.js';
import type { Workplace } from '../space/workplace.js';
import { showFeedDialog } from '../feed/show-feed-dialog.js';
import { today } from '../time/days.js';
import { ask } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { icon } from '../core/icons.js';
import { Loader } from '../core/loader.js';
import type { CalendarContext } from './calendar-context.js';
import { calendarViews, daysOf, turned, type CalendarPage } from './calendar-page.js';
import type { Move } from '../seance/move.js';
import { keyMove, withMove } from './calendar-move.js';
import { calendarSearch } from './calendar-search.js';
import { DragController, type DragTarget } from './drag-controller.js';
import { monthView } from './month-view.js';
import { timeView } from './time-view.js';
import controlsCss from '../core/styles/controls.css?inline';
import listCss from '../core/styles/list.css?inline';
import calendarEntryCss from './calendar-entry.css?inline';
import monthViewCss from './month-view.css?inline';
import seanceCalendarCss from './seance-calendar.css?inline';
import timeViewCss from './time-view.css?inline';
import { sheets } from '../core/sheets.js';

/** The séances of the list as a calendar: a month, a week or a day. */
export class SeanceCalendar extends LitElement implements DragTarget {
  static override properties = {
    at: { attribute: false },
    search: { attribute: false },
    page: { attribute: false },
    move: { state: true },
    showsFilters: { state: true },
  };

  static override styles = sheets(
    controlsCss,
    listCss,
    seanceCalendarCss,
    calendarEntryCss,
    monthViewCss,
    timeViewCss,
  );

  declare at: Workplace;
  declare search: SeanceSearch;
  declare page: CalendarPage;
  /** Where a séance is shown before anybody agreed to move it there. */
  declare move: Move | undefined;
  declare showsFilters: boolean;
  readonly #loader = new Loader<Page<Seance>>(this);
  readonly #drag = new DragController(this);
  #loading: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    this.showsFilters = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isStale = (['at', 'search', 'page'] as const).some((name) => changed.has(name));
    if (isStale) {
      this.move = undefined;
      this.#reload();
    }
  }

  override render(): TemplateResult {
    return html`${this.#tools()} ${this.#pager()}
      <div class="progress" ?hidden=${!this.#loader.isLoading}></div>
      ${this.#loader.failure ? failureMessage(this.#loader.failure, this.at.locale, this.#reload) : nothing}
      <div class="view" aria-busy=${this.#loader.isLoading}>
        ${this.page.view === 'month' ? monthView(this.#context) : timeView(this.#context)}
      </div>
      ${this.#footer()}`;
  }

  /** Puts the focus on a séance once the calendar is up to date; false when it is not on this page. */
  async reveal(id: string): Promise<boolean> {
    await this.updateComplete;
    await this.#loading;
    await this.updateComplete;
    return this.#focus(id);
  }

  get minuteHeight(): number {
    const day = this.renderRoot.querySelector('.times .slots');
    const hours = this.renderRoot.querySelectorAll('.times .hours li').length;
    return day && hours > 0 ? day.getBoundingClientRect().height / hours / 60 : 0;
  }

  drag(move: Move): void {
    this.move = move;
  }

  drop(): void {
    const { move } = this;
    if (!move) return;
    const { seance, start, end } = move;
    if (start === seance.start && end === seance.end) return this.giveUp();
    ask(this, { does: 'move', move, settle: () => this.giveUp() });
  }

  giveUp(): void {
    this.move = undefined;
  }

  get #context(): CalendarContext {
    const { page, move } = this;
    const { locale, space, hrefOf } = this.at;
    return {
      locale,
      page,
      days: daysOf(page, locale.firstWeekday),
      seances: withMove(this.#loader.answer?.items ?? [], move),
      today: this.#today,
      timeZone: space.actor.timeZone,
      moving: move?.seance.id,
      isMovable: space.permissions.edit,
      hrefOf,
      turn: this.#turn,
      open: this.#open,
      press: this.#press,
      grab: (event, seance, grip) => {
        if (space.permissions.edit) this.#drag.grab(event, this.#stored(seance), grip);
      },
    };
  }

  get #today(): string {
    return today(this.at.space.actor.timeZone);
  }

  #tools(): TemplateResult {
    const { at, search, showsFilters } = this;
    return listTools({
      ...{ at, search, showsFilters },
      switchFilters: () => (this.showsFilters = !showsFilters),
      more: html`<button type="button" class="button quiet" @click=${this.#subscribe}>
        ${icon('calendar')}<span>${at.locale.text('feed.button')}</span>
      </button>`,
    });
  }

  #pager(): TemplateResult {
    const { page } = this;
    const { locale } = this.at;
    return html`<div class="pager">
      <div class="steps">
        ${this.#step('«', -1, locale.text('calendar.previous', { view: page.view }))}
        <button
          id="today"
          type="button"
          class="button"
          @click=${() => this.#turn({ ...page, date: this.#today })}
        >
          ${locale.text('calendar.today')}
        </button>
        ${this.#step('»', 1, locale.text('calendar.next', { view: page.view }))}
      </div>
      <h2 aria-live="polite">${this.#title()}</h2>
      <div class="views" role="group" aria-label=${locale.text('calendar.views')}>
        ${calendarViews.map(
          (view) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${view === page.view}
              @click=${() => this.#turn({ ...page, view })}
            >
              ${locale.text(`calendar.${view}`)}
            </button>`,
        )}
      </div>
    </div>`;
  }

  #step(sign: string, step: 1 | -1, label: string): TemplateResult {
    return html`<button
      type="button"
      class="button icon"
      aria-label=${label}
      title=${label}
      @click=${() => this.#turn(turned(this.page, step))}
    >
      ${sign}
    </button>`;
  }

  #title(): string {
    const { view, date } = this.page;
    if (view === 'month') return this.at.locale.dayAs('month', date);
    if (view === 'day') return this.at.locale.dayAs('fullDay', date);
    const days = daysOf(this.page, this.at.locale.firstWeekday);
    return this.at.locale.days(days[0] ?? date, days.at(-1) ?? date);
  }

  #footer(): TemplateResult {
    const { move } = this;
    const { locale } = this.at;
    const total = this.#loader.answer?.total;
    const { edit } = this.at.space.permissions;
    return html`<p class="results" role="status">
        ${
          move
            ? locale.text('move.pending', {
                start: locale.wallTime(move.start),
                end: locale.wallTime(move.end),
              })
            : total === undefined
              ? nothing
              : locale.text('calendar.count', { count: total })
        }
      </p>
      ${
        total === 0 && isNarrowed(this.search)
          ? html`<button type="button" class="button create" @click=${this.#clear}>
              ${locale.text('list.clear')}
            </button>`
          : nothing
      }
      ${edit ? html`<p class="muted hint">${locale.text('calendar.hint')}</p>` : nothing}
      ${
        edit
          ? html`<button
              type="button"
              class="button primary create"
              @click=${() => ask(this, { does: 'create' })}
            >
              ${locale.text('list.create')}
            </button>`
          : nothing
      }`;
  }

  readonly #reload = (): void => {
    const search = calendarSearch(this.search, daysOf(this.page, this.at.locale.firstWeekday));
    this.#loading = this.#loader.load((signal) => this.at.client.listSeances(search, signal));
  };

  readonly #turn = (calendar: CalendarPage): void => ask(this, { does: 'view', calendar });

  readonly #subscribe = (): void => void showFeedDialog(this.renderRoot, this.at);

  readonly #clear = (): void => ask(this, { does: 'list', changes: { q: '', filters: {} }, history: 'push' });

  readonly #open = (event: MouseEvent, id: string): void => {
    if (this.#drag.isDragging) return event.preventDefault();
    // A new tab or window is the browser's business: the link has the address.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Enter on a séance that the arrow keys have moved means there, and not the séance.
    if (this.move?.seance.id === id) this.drop();
    else ask(this, { does: 'open', id });
  };

  readonly #press = (event: KeyboardEvent, seance: Seance): void => {
    if (!this.at.space.permissions.edit) return;
    if (event.key === 'Escape' && this.move) {
      this.giveUp();
      return void this.#refocus(seance.id);
    }
    const span = keyMove(event, seance, this.page.view);
    if (!span) return;
    event.preventDefault();
    this.move = { seance: this.#stored(seance), ...span };
    void this.#refocus(seance.id);
  };

  /** As the server has it: what is drawn may have been moved already. */
  #stored(seance: Seance): Seance {
    return this.#loader.answer?.items.find(({ id }) => id === seance.id) ?? seance;
  }

  async #refocus(id: string): Promise<void> {
    await this.updateComplete;
    this.#focus(id);
  }

  #focus(id: string): boolean {
    const link = this.renderRoot.querySelector<HTMLElement>(`a[data-id="${CSS.escape(id)}"]`);
    link?.focus();
    return link !== null;
  }
}

customElements.define('seance-calendar', SeanceCalendar);
