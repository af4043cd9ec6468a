import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Authorize } from '../core/authorize.js';
import { authorizeProperty } from '../core/authorize-property.js';
import { AddressController } from '../core/address-controller.js';
import { toolAddress } from './tool-address.js';
import { isTicketKept } from '../attendance/check-in-ticket.js';
import { type CalendarPage } from '../calendar/calendar-page.js';
import { today, within } from '../time/days.js';
import type { SeanceCalendar } from '../calendar/seance-calendar.js';
import { RequestFailure } from '../core/request-failure.js';
import { inSession, sessionOnly, fromStart, type SeanceSearch } from '../seance/seance-search.js';
import { SeancesClient } from '../space/seances-client.js';
import { UnreadNotices } from '../space/unread-notices.js';
import type { Space, TrainingSession } from '../space/space.js';
import { loadLocale } from '../core/load-locale.js';
import { loadPart } from '../core/load-part.js';
import { Loader } from '../core/loader.js';
import type { Locale } from '../core/locale.js';
import { CommandEvent, type Command } from '../core/command.js';
import { failureMessage, wholeText } from '../core/failure-message.js';
import { NoticeController } from '../core/notice-controller.js';
import '../notice/notice-bell.js';
import { PageTitle } from '../core/page-title.js';
import type { SeanceCommand } from './seance-commands.js';
import '../seance/seance-list.js';
import type { SeanceDetail } from '../seance/seance-detail.js';
import type { AttendanceSheet } from '../attendance/attendance-sheet.js';
import type { Seance } from '../seance/seance.js';
import type { SeanceList } from '../seance/seance-list.js';
import { sessionSelect } from './session-select.js';
import { Stable } from '../core/stable.js';
import { KnownWorkplace } from './known-workplace.js';
import { ShortcutController } from './shortcut-controller.js';
import './view-switch.js';
import type { Tool } from '../space/tool.js';
import type { SeanceTool as SeanceToolElement } from '../types/seance-tool.js';
import type { Workplace } from '../space/workplace.js';
import themeCss from '../core/styles/theme.css?inline';
import controlsCss from '../core/styles/controls.css?inline';
import noticesCss from '../core/styles/notices.css?inline';
import toolCss from '../core/styles/tool.css?inline';
import { sheets } from '../core/sheets.js';
import { textAttribute } from '../core/text-attribute.js';

/**
 * The tool "Gestion des séances" of one activity space.
 *
 * Attributes: `base-url`, where the host mounted the plugin; `space`, the id of the activity space; `locale`, the
 * reader's language; `address`, `none` where the view is not to be in the query of the page's address. Look: the properties of `core/styles/theme.css`.
 * Events: {@link SeanceToolEvents}.
 */
export class SeanceTool extends LitElement implements Tool, SeanceToolElement {
  static override properties = {
    baseUrl: textAttribute('', 'base-url'),
    space: textAttribute(),
    locale: textAttribute('fr'),
    address: textAttribute('page'),
    authorize: authorizeProperty,
    failure: { state: true },
  };

  static override styles = sheets(themeCss, controlsCss, noticesCss, toolCss);

  declare baseUrl: string;
  declare space: string;
  declare locale: string;
  /** `none` keeps what is shown out of the page's address, for a page that has several elements. */
  declare address: string;
  /** Says who asks, for pages without a cookie. */
  declare authorize: Authorize | undefined;
  /** Why a part of the tool did not come. */
  declare failure: RequestFailure | undefined;
  readonly #texts = new Loader<Locale>(this);
  readonly #opened = new Loader<Space>(this);
  #client = new SeancesClient('', '', '', this);
  #unread = new UnreadNotices(this.#client.notices);
  readonly #known = new KnownWorkplace();
  readonly notices: NoticeController = new NoticeController(this);
  readonly #shortcuts = new ShortcutController(this, (error) => this.#tell(error));
  readonly #address = new AddressController(this, toolAddress, () => this.address !== 'none');
  /** The séance that was shown last. */
  #shown: Seance | undefined;
  #wasOpen: string | undefined;
  #wasBin = false;

  constructor() {
    super();
    this.baseUrl = '';
    this.space = '';
    this.locale = 'fr';
    this.address = 'page';
    new PageTitle(this, () => (this.address === 'none' ? undefined : this.#pageName()));
    this.addEventListener(CommandEvent.type, (event) => {
      event.stopPropagation();
      this.#do((event as CommandEvent).command);
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const opened = ['baseUrl', 'space', 'locale', 'authorize'] as const;
    if (opened.some((name) => changed.has(name))) this.#open();
    // What did not come is asked for again when the reader wants to try again, and not before.
    if (this.failure) return;
    const { seance, presences, bin, calendar, search } = this.#address.current;
    if (Object.keys(search.filters).length > 0) this.#load(() => import('../seance/filter-chips.js'));
    if (bin) this.#load(() => import('../deletion/seance-bin.js'));
    if (seance !== undefined) this.#load(() => import('../seance/seance-detail.js'));
    if (presences) this.#load(() => import('../attendance/attendance-sheet.js'));
    if (calendar) this.#load(() => import('../calendar/seance-calendar.js'));
  }

  override render(): TemplateResult {
    const texts = this.#texts.answer;
    const opened = this.#opened.answer;
    const { seance, bin } = this.#address.current;
    // What there is in the heading, and how high that is, is known with the space.
    if (!texts || (!opened && this.#opened.isLoading))
      return html`<section class="panel">
        <div class="heading"><slot>${texts?.text('tool.loading')}</slot></div>
      </section>`;
    // A click anywhere in it brings the focus, without which there are no shortcuts.
    return html`<section class="panel" aria-labelledby="title" tabindex="-1">
      <div class="heading">
        <h1 id="title" tabindex="-1">${texts.text('tool.title')}</h1>
        ${opened && opened.sessions.length > 1 && !bin ? sessionSelect(opened, this.workplace?.session.id, texts, this.#onSession) : nothing}
        ${this.workplace ? this.#tools(this.workplace, seance === undefined && !bin) : nothing}
      </div>
      <div class="content">
        ${this.notices.render(texts)} ${this.#content(texts)}
        ${this.workplace ? this.#shortcuts.button(texts) : nothing}
      </div>
    </section>`;
  }

  /** The focus follows the reader into a séance and back to the row that they came from. */
  override updated(): void {
    const { seance, bin } = this.#address.current;
    if (!this.#opened.answer || (seance === this.#wasOpen && bin === this.#wasBin)) return;
    const [left, leftBin] = [this.#wasOpen, this.#wasBin && !bin];
    this.#wasOpen = seance;
    this.#wasBin = bin;
    if (seance !== undefined) return;
    if (left !== undefined) void this.#focusRow(left, { highlight: false });
    else if (leftBin) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  /** The same object as long as what is in it is, and what is shown is up to date. */
  get workplace(): Workplace | undefined {
    const [space, locale] = [this.#opened.answer, this.#texts.answer];
    const wanted = this.#address.current.search.session;
    const session = space?.sessions.find(({ id }) => id === wanted) ?? space?.sessions[0];
    if (!space || !locale || !session) return undefined;
    const [client, unread, hrefOf] = [this.#client, this.#unread, this.#hrefOf];
    return this.#known.of({ client, locale, space, session, unread, hrefOf });
  }

  async reveal(id: string): Promise<boolean> {
    return this.#focusRow(id, { highlight: true });
  }

  show(seance: string | undefined, presences = false): void {
    const { search, bin } = this.#address.current;
    // The page that was shown is the bin's, and says nothing about the list.
    const kept = bin ? fromStart(search) : search;
    this.#address.go({ ...this.#address.current, search: kept, seance, presences, bin: false });
  }

  refresh(): void {
    this.#known.forget();
    this.requestUpdate();
  }

  /** In the list, if that is what is shown, once it is up to date. */
  async #focusRow(id: string, options: { readonly highlight: boolean }): Promise<boolean> {
    await this.updateComplete;
    if (this.#address.current.seance !== undefined) return true;
    const found =
      (await this.renderRoot
        .querySelector<SeanceList | SeanceCalendar>('seance-list, seance-calendar')
        ?.reveal(id, options)) ?? false;
    if (!found) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    return found;
  }

  #content(texts: Locale): TemplateResult | typeof nothing {
    const { workplace } = this;
    const { answer: opened, isLoading } = this.#opened;
    const failure = this.failure ?? (isLoading ? undefined : this.#opened.failure);
    if (failure) return failureMessage(failure, texts, () => this.#open());
    if (!opened) return nothing;
    if (workplace) return this.#session(workplace);
    return opened.permissions.edit ? html`<p class="notice">${texts.text('tool.noSession')}</p>` : nothing;
  }

  #session(at: Workplace): TemplateResult {
    const { seance, presences, bin, calendar } = this.#address.current;
    const search = this.#searchOf(at.session);
    if (bin && at.space.permissions.edit) return html`<seance-bin .at=${at} .search=${search}></seance-bin>`;
    const isHidden = seance !== undefined;
    return html`${
      calendar
        ? html`<seance-calendar
            ?hidden=${isHidden}
            .at=${at}
            .search=${search}
            .page=${this.#pageOf(at)}
          ></seance-calendar>`
        : html`<seance-list ?hidden=${isHidden} .at=${at} .search=${search}></seance-list>`
    }
    ${
      presences && seance !== undefined && at.space.permissions.enrol
        ? html`<attendance-sheet .at=${at} .seanceId=${seance} @load=${this.#onSeance}></attendance-sheet>`
        : isHidden
          ? html`<seance-detail .at=${at} .seanceId=${seance} @load=${this.#onSeance}></seance-detail>`
          : nothing
    }`;
  }

  readonly #onSeance = (event: Event): void => {
    this.#shown = (event.target as SeanceDetail | AttendanceSheet).seance;
    this.requestUpdate();
  };

  /** What the window is called, beside the host's name for the list. */
  #pageName(): string | undefined {
    const { seance, bin, calendar } = this.#address.current;
    if (seance !== undefined) return this.#shown?.id === seance ? this.#shown.name : undefined;
    if (bin) return this.#texts.answer?.text('bin.title');
    return calendar && this.#texts.answer?.text('view.calendar');
  }

  #tools(at: Workplace, hasViews: boolean): TemplateResult {
    const views = html`<view-switch
      .locale=${at.locale}
      .calendar=${this.#pageOf(at)}
      .isCalendar=${this.#address.current.calendar !== undefined}
    ></view-switch>`;
    return html`<div class="tools">
      ${hasViews ? views : nothing}
      <notice-bell .at=${at} @arrived=${() => this.refresh()}></notice-bell>
    </div>`;
  }

  readonly #shownPage = new Stable<CalendarPage>();

  /** The page of the calendar: today's unless the address says otherwise, and the session's first or last at that. */
  #pageOf({ space, session }: Workplace): CalendarPage {
    const { view = 'month', date } = this.#address.current.calendar ?? {};
    const shown = date ?? within(today(space.actor.timeZone), session.startsOn, session.endsOn);
    return this.#shownPage.of({ view, date: shown });
  }

  readonly #searched = new Stable<SeanceSearch>();

  #searchOf(session: TrainingSession): SeanceSearch {
    return this.#searched.of({ ...this.#address.current.search, session: session.id });
  }

  readonly #hrefOf = (seance: string): string =>
    this.#address.href({ ...this.#address.current, seance, presences: false });

  #do(command: Command): void {
    switch (command.does) {
      case 'search':
      case 'list':
        return this.#search(command.changes, command.history);
      case 'load':
        return this.#load(command.part);
      case 'open':
        return this.show(command.id);
      case 'open-sheet':
        return this.show(command.id, true);
      case 'back':
        return this.show(undefined);
      case 'open-bin':
        return this.#openBin();
      case 'view':
        return this.#address.go({ ...this.#address.current, calendar: command.calendar });
      default:
        return void this.#run(command);
    }
  }

  async #run(command: SeanceCommand): Promise<void> {
    try {
      const { SeanceCommands } = await loadPart(() => import('./seance-commands.js'));
      await new SeanceCommands(this).run(command);
    } catch (error) {
      if (command.does === 'move') command.settle();
      this.#tell(error);
    }
  }

  #tell(error: unknown): void {
    const texts = this.#texts.answer;
    if (texts) this.notices.show({ text: wholeText(RequestFailure.of(error), texts), isProblem: true });
  }

  #openBin(): void {
    const { current } = this.#address;
    this.#address.go({ ...current, search: fromStart(current.search), seance: undefined, bin: true });
  }

  /** A séance that was opened while a search was still being typed stays open: only a new view closes it. */
  #search(changes: Partial<SeanceSearch>, history: 'push' | 'replace'): void {
    const { search } = this.#address.current;
    this.#address.go(
      {
        ...this.#address.current,
        search: { ...fromStart(search), ...changes },
        ...(history === 'push' && { seance: undefined, presences: false }),
      },
      history,
    );
  }

  readonly #onSession = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const { search, seance } = this.#address.current;
    // Beside the page of a séance nobody sees what narrowed the list.
    this.#search(seance === undefined ? inSession(value, search) : sessionOnly(value), 'push');
  };

  #open(): void {
    const client = new SeancesClient(this.baseUrl, this.space, this.locale, this);
    this.#client = client;
    this.#unread = new UnreadNotices(client.notices);
    this.failure = undefined;
    // Side by side: neither needs the other.
    const parts = [
      this.#opened.load((signal) => client.openSpace(signal)),
      this.#texts.load(() => loadLocale(this.locale)),
    ];
    // Who was there before they signed in comes from the page of the code.
    if (isTicketKept())
      void Promise.all(parts).then(() => void this.#run({ does: 'check-in', isWaiting: true }));
  }

  #load(part: () => Promise<unknown>): void {
    loadPart(part).catch((error: unknown) => (this.failure = RequestFailure.of(error)));
  }
}

customElements.define('seance-tool', SeanceTool);
