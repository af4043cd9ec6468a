import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { feedAndCreate, listTools } from '../seance/list-tools.js';
import type { Seance } from '../seance/seance.js';
import { isNarrowed, type SeanceSearch } from '../seance/seance-search.js';
import type { Page } from '../core/page.js';
import { UnreadWatch } from '../space/unread-watch.js';
import type { Workplace } from '../space/workplace.js';
import type { Day } from '../time/days.js';
import type { Span } from '../time/span.js';
import { instantAt, nextHour, wallTimeAt, type WallTime } from '../time/wall-time.js';
import { ask } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { Loader } from '../core/loader.js';
import { MinuteClock } from '../core/minute-clock.js';
import { recall, remember } from '../core/remembered.js';
import type { CalendarContext, Grip, Plan } from './calendar-context.js';
import { calendarFooter } from './calendar-footer.js';
import { calendarPager } from './calendar-pager.js';
import { daysOf, type CalendarPage } from './calendar-page.js';
import { drawn, keyMove } from './calendar-move.js';
import { calendarSearch } from './calendar-search.js';
import { ClosedDays } from './closed-days.js';
import { emptyPlaceAt, type EmptyPlace } from './empty-place.js';
import { DragController, type DragTarget } from './drag-controller.js';
import { monthView } from './month-view.js';
import { moveOf, standingAt, standingsOn, type Standing } from './standing.js';
import { timeView } from './time-view.js';
import { toneKinds, tonesOf, type ToneKind, type Tones } from './tones.js';
import controlsCss from '../core/styles/controls.css?inline';
import listCss from '../core/styles/list.css?inline';
import calendarEntryCss from './calendar-entry.css?inline';
import calendarTonesCss from './calendar-tones.css?inline';
import monthViewCss from './month-view.css?inline';
import seanceCalendarCss from './seance-calendar.css?inline';
import timeViewCss from './time-view.css?inline';
import { sheets } from '../core/sheets.js';

const toneName = 'calendar.colour';

/** When a séance begins that is created on a day, and not at an hour of it. */
const morning = 'T09:00';

/** The séances of the list as a calendar: a month, a week or a day, on the clocks of who reads it. */
export class SeanceCalendar extends LitElement implements DragTarget {
  static override properties = {
    at: { attribute: false },
    search: { attribute: false },
    page: { attribute: false },
    plan: { state: true },
    toneKind: { state: true },
    showsFilters: { state: true },
  };

  static override styles = sheets(
    controlsCss,
    listCss,
    seanceCalendarCss,
    calendarEntryCss,
    calendarTonesCss,
    monthViewCss,
    timeViewCss,
  );

  declare at: Workplace;
  declare search: SeanceSearch;
  declare page: CalendarPage;
  /** What would be moved or created, before anybody agreed to it. */
  declare plan: Plan | undefined;
  declare toneKind: ToneKind;
  declare showsFilters: boolean;
  readonly #loader = new Loader<Page<Seance>>(this);
  readonly #closed = new ClosedDays(this);
  readonly #drag = new DragController(this);
  #loading: Promise<unknown> = Promise.resolve();
  /** What is drawn of the answer. */
  #answer: Page<Seance> | undefined;
  #days: readonly Day[] = [];
  #standings: readonly Standing[] = [];
  #tones: Tones = tonesOf([], 'none', 'fr');
  /** The séance that a pointer has got hold of; none of an empty place. */
  #held: Seance | undefined;

  constructor() {
    super();
    this.showsFilters = false;
    new UnreadWatch(this);
    const stored = recall(toneName);
    this.toneKind = toneKinds.find((kind) => kind === stored) ?? 'none';
    new MinuteClock(this);
    this.addEventListener('pointerdown', this.#grabPlace);
    this.addEventListener('click', this.#createThere);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const isStale = (['at', 'search', 'page'] as const).some((name) => changed.has(name));
    if (isStale) {
      this.plan = undefined;
      this.#days = daysOf(this.page, this.at.locale.firstWeekday);
      this.#reload();
      this.#closed.load(this.at.client, this.#days);
    }
    if (isStale || changed.has('toneKind') || this.#answer !== this.#loader.answer) this.#draw();
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

  /** Of the hours that are drawn: nothing where the days are lists, or cells of a month. */
  get minuteHeight(): number {
    const hour = this.renderRoot.querySelector('.hour-marks li');
    return (hour?.getBoundingClientRect().height ?? 0) / 60;
  }

  drag(span: Span): void {
    this.plan = { ...span, seance: this.#held };
  }

  drop(): void {
    const { plan } = this;
    if (!plan) return;
    const { seance, start, end } = plan;
    if (!seance) {
      this.giveUp();
      return this.#ask({ start, end });
    }
    const move = moveOf(standingAt(seance, plan), this.#timeZone);
    if (move.start === seance.start && move.end === seance.end) return this.giveUp();
    ask(this, { does: 'move', move, settle: () => this.giveUp() });
  }

  giveUp(): void {
    this.plan = undefined;
  }

  get #context(): CalendarContext {
    const { page, plan } = this;
    const { locale, space, unread, hrefOf } = this.at;
    const isMovable = space.permissions.edit;
    return {
      ...{ locale, unread, page, plan, isMovable, hrefOf },
      days: this.#days,
      standings: this.#standings,
      closedOn: (day) => this.#closed.on(day),
      now: this.#now,
      timeZone: this.#timeZone,
      tones: this.#tones,
      reader: space.actor.id,
      turn: this.#turn,
      open: this.#open,
      press: this.#press,
      grab: (event, standing, grip) => {
        if (isMovable) this.#grab(event, standing.seance, standing, grip);
      },
    };
  }

  get #timeZone(): string {
    return this.at.space.actor.timeZone;
  }

  get #now(): WallTime {
    return wallTimeAt(new Date(), this.#timeZone);
  }

  #tools(): TemplateResult {
    const { at, search, showsFilters } = this;
    return listTools({
      ...{ at, search, showsFilters },
      switchFilters: () => (this.showsFilters = !showsFilters),
      more: feedAndCreate(at, this.#createHere),
    });
  }

  #pager(): TemplateResult {
    const { page, toneKind } = this;
    return calendarPager({
      ...{ page, toneKind },
      locale: this.at.locale,
      today: this.#now.slice(0, 10),
      turn: this.#turn,
      tones: this.#tones,
      colour: (kind) => {
        remember(toneName, kind);
        this.toneKind = kind;
      },
    });
  }

  #footer(): TemplateResult {
    const { plan, search } = this;
    const { locale, space } = this.at;
    const count = this.#loader.answer && this.#standings.length;
    return calendarFooter({
      ...{ locale, plan, count },
      mayEdit: space.permissions.edit,
      clear: isNarrowed(search) ? this.#clear : undefined,
      create: this.#createHere,
    });
  }

  #draw(): void {
    this.#answer = this.#loader.answer;
    const { language } = this.at.locale;
    this.#standings = standingsOn(this.#answer?.items ?? [], this.#days, this.#timeZone);
    const shown = this.#standings.map(({ seance }) => seance);
    this.#tones = tonesOf(shown, this.toneKind, language);
  }

  readonly #reload = (): void => {
    const search = calendarSearch(this.search, this.#days);
    this.#loading = this.#loader.load((signal) => this.at.client.listSeances(search, signal));
  };

  readonly #turn = (calendar: CalendarPage): void => ask(this, { does: 'view', calendar });

  readonly #createHere = (): void => this.#create({ day: this.page.date, time: undefined });

  readonly #clear = (): void => ask(this, { does: 'list', changes: { q: '', filters: {} }, history: 'push' });

  #grab(event: PointerEvent, seance: Seance | undefined, span: Span, grip: Grip): void {
    this.#held = seance;
    this.#drag.grab(event, span, grip);
  }

  readonly #grabPlace = (event: PointerEvent): void => {
    const time = this.at.space.permissions.edit ? emptyPlaceAt(event)?.time : undefined;
    if (time !== undefined) this.#grab(event, undefined, drawn(time, 0), 'new');
  };

  /** Of what was drawn over an empty place, the pointer that let go has made something already. */
  readonly #createThere = (event: MouseEvent): void => {
    if (this.#drag.isDragging || !this.at.space.permissions.edit) return;
    const place = emptyPlaceAt(event);
    if (place) this.#create(place);
  };

  /** At an hour, or on a day: in its morning, and today at the next full hour. */
  #create({ day, time }: EmptyPlace): void {
    const now = this.#now;
    this.#ask({ start: time ?? (now.startsWith(day) ? nextHour(now) : day + morning) });
  }

  #ask({ start, end }: { readonly start: WallTime; readonly end?: WallTime }): void {
    const [startsAt, endsAt] = [start, end ?? start].map((time) => instantAt(time, this.#timeZone)) as [
      Date,
      Date,
    ];
    ask(this, { does: 'create', wish: { startsAt, ...(end && { endsAt }) } });
  }

  readonly #open = (event: MouseEvent, id: string): void => {
    if (this.#drag.isDragging) return event.preventDefault();
    // A new tab or window is the browser's business: the link has the address.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Enter on a séance that the arrow keys have moved means there, and not the séance.
    if (this.plan?.seance?.id === id) this.drop();
    else ask(this, { does: 'open', id });
  };

  readonly #press = (event: KeyboardEvent, standing: Standing): void => {
    const { plan } = this;
    if (!this.at.space.permissions.edit) return;
    if (event.key === 'Escape' && plan) return this.giveUp();
    const { seance } = standing;
    const span = keyMove(event, plan?.seance?.id === seance.id ? plan : standing, this.page.view);
    if (!span) return;
    event.preventDefault();
    this.plan = { seance, ...span };
  };

  #focus(id: string): boolean {
    const link = this.renderRoot.querySelector<HTMLElement>(`a[data-id="${CSS.escape(id)}"]`);
    link?.focus();
    return link !== null;
  }
}

customElements.define('seance-calendar', SeanceCalendar);
