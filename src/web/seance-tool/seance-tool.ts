import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { AddressController } from '../core/address-controller.js';
import { toolAddress } from './tool-address.js';
import { type CalendarPage } from '../calendar/calendar-page.js';
import { within } from '../time/days.js';
import type { SeanceCalendar } from '../calendar/seance-calendar.js';
import { RequestFailure } from '../core/request-failure.js';
import type { SeanceSearch } from '../seance/seance-search.js';
import { SeancesClient } from '../space/seances-client.js';
import type { Space, TrainingSession } from '../space/space.js';
import { wallTimeAt } from '../time/wall-time.js';
import { loadLocale } from '../core/load-locale.js';
import type { Locale } from '../core/locale.js';
import { controls } from '../core/styles/controls.js';
import { notices } from '../core/styles/notices.js';
import { theme } from '../core/styles/theme.js';
import { toolStyles } from '../core/styles/tool.js';
import { CommandEvent, type Command } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { NoticeController } from '../core/notice-controller.js';
import { SeanceCommands } from './seance-commands.js';
import '../seance/seance-list.js';
import type { SeanceList } from '../seance/seance-list.js';
import './view-switch.js';
import type { Tool } from '../space/tool.js';
import type { Workplace } from '../space/workplace.js';

/**
 * The tool "Gestion des séances" of one activity space.
 *
 * Attributes: `base-url`, where the host mounted the plugin; `space`, the id of the activity space; `locale`, the
 * reader's language. The view is in the query of the page's address. Look: the properties of `core/styles/theme.ts`.
 * Events: {@link SeanceToolEvents}.
 */
export class SeanceTool extends LitElement implements Tool {
  static override properties = {
    baseUrl: { attribute: 'base-url' },
    space: {},
    locale: {},
    opened: { state: true },
    texts: { state: true },
    failure: { state: true },
    revision: { state: true },
  };

  static override styles = [theme, controls, notices, toolStyles];

  declare baseUrl: string;
  declare space: string;
  declare locale: string;
  /** The space, once the server told what is in it. */
  declare opened: Space | undefined;
  declare texts: Locale | undefined;
  declare failure: RequestFailure | undefined;
  /** Grows with every change of a séance: what is on the screen then loads itself again. */
  declare revision: number;
  #client = new SeancesClient('', '', '');
  readonly notices: NoticeController = new NoticeController(this);
  readonly #address = new AddressController(this, toolAddress);
  readonly #commands = new SeanceCommands(this);
  #wasOpen: string | undefined;
  #wasBin = false;

  constructor() {
    super();
    this.baseUrl = '';
    this.space = '';
    this.locale = 'fr';
    this.revision = 0;
    this.addEventListener(CommandEvent.type, (event) => {
      event.stopPropagation();
      this.#do((event as CommandEvent).command);
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('baseUrl') || changed.has('space') || changed.has('locale')) void this.#open();
    const { seance, bin, calendar } = this.#address.current;
    if (bin) void import('../deletion/seance-bin.js').catch(this.#fail);
    if (seance !== undefined) void import('../seance/seance-detail.js').catch(this.#fail);
    if (calendar) void import('../calendar/seance-calendar.js').catch(this.#fail);
  }

  override render(): TemplateResult {
    const { texts } = this;
    const { seance, bin } = this.#address.current;
    if (!texts) return html`<section class="panel"><div class="heading"></div></section>`;
    return html`<section class="panel" aria-labelledby="title">
      <div class="heading">
        <h1 id="title" tabindex="-1">${texts.text('tool.title')}</h1>
        ${this.opened && this.opened.sessions.length > 1 && !bin ? this.#sessionSelect(this.opened, texts) : nothing}
        ${this.workplace && seance === undefined && !bin ? this.#viewSwitch(this.workplace) : nothing}
      </div>
      <div class="content">${this.notices.render(texts)} ${this.#content(texts)}</div>
    </section>`;
  }

  /** The focus follows the reader into a séance and back to the row that they came from. */
  override updated(): void {
    const { seance, bin } = this.#address.current;
    if (!this.opened || (seance === this.#wasOpen && bin === this.#wasBin)) return;
    const [left, leftBin] = [this.#wasOpen, this.#wasBin && !bin];
    this.#wasOpen = seance;
    this.#wasBin = bin;
    if (seance !== undefined) return;
    if (left !== undefined) void this.#focusRow(left, { highlight: false });
    else if (leftBin) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  get workplace(): Workplace | undefined {
    const { opened: space, texts: locale } = this;
    const wanted = this.#address.current.search.session;
    const session = space?.sessions.find(({ id }) => id === wanted) ?? space?.sessions[0];
    return space && locale && session ? { client: this.#client, locale, space, session } : undefined;
  }

  async reveal(id: string): Promise<boolean> {
    return this.#focusRow(id, { highlight: true });
  }

  show(seance: string | undefined): void {
    const { search, bin } = this.#address.current;
    // The page that was shown is the bin's, and says nothing about the list.
    const kept = bin ? { ...search, page: 1 } : search;
    this.#address.go({ ...this.#address.current, search: kept, seance, bin: false });
  }

  refresh(): void {
    this.revision += 1;
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
    const { opened, workplace, failure } = this;
    if (failure) return failureMessage(failure, texts, () => void this.#open());
    if (!opened) return html`<p class="muted" role="status">${texts.text('tool.loading')}</p>`;
    if (workplace) return this.#session(workplace);
    return opened.permissions.edit ? html`<p class="notice">${texts.text('tool.noSession')}</p>` : nothing;
  }

  #session(workplace: Workplace): TemplateResult {
    const { client, locale, space } = workplace;
    const { seance, bin, calendar } = this.#address.current;
    if (bin && space.permissions.edit) return this.#bin(workplace);
    return html`${calendar ? this.#calendar(workplace) : this.#list(workplace)}
    ${
      seance === undefined
        ? nothing
        : html`<seance-detail
            .locale=${locale}
            .client=${client}
            .space=${space}
            .seanceId=${seance}
            .revision=${this.revision}
          ></seance-detail>`
    }`;
  }

  #list({ client, locale, space, session }: Workplace): TemplateResult {
    const { search, seance } = this.#address.current;
    return html`<seance-list
      ?hidden=${seance !== undefined}
      .locale=${locale}
      .client=${client}
      .space=${space}
      .session=${session.id}
      .search=${this.#searchOf(session, search)}
      .revision=${this.revision}
      .hrefOf=${this.#hrefOf}
    ></seance-list>`;
  }

  #bin({ client, locale, space, session }: Workplace): TemplateResult {
    return html`<seance-bin
      .locale=${locale}
      .client=${client}
      .space=${space}
      .search=${this.#searchOf(session, this.#address.current.search)}
      .revision=${this.revision}
    ></seance-bin>`;
  }

  #calendar(workplace: Workplace): TemplateResult {
    const { client, locale, space, session } = workplace;
    const { search, seance } = this.#address.current;
    return html`<seance-calendar
      ?hidden=${seance !== undefined}
      .locale=${locale}
      .client=${client}
      .space=${space}
      .session=${session.id}
      .search=${this.#searchOf(session, search)}
      .page=${this.#pageOf(workplace)}
      .revision=${this.revision}
      .hrefOf=${this.#hrefOf}
    ></seance-calendar>`;
  }

  #viewSwitch(workplace: Workplace): TemplateResult {
    return html`<view-switch
      .locale=${workplace.locale}
      .calendar=${this.#pageOf(workplace)}
      .isCalendar=${this.#address.current.calendar !== undefined}
    ></view-switch>`;
  }

  #shownPage: CalendarPage | undefined;

  /** The page of the calendar: today's unless the address says otherwise, and the session's first or last at that. */
  #pageOf({ space, session }: Workplace): CalendarPage {
    const { view = 'month', date } = this.#address.current.calendar ?? {};
    const today = wallTimeAt(new Date(), space.actor.timeZone).slice(0, 10);
    const page = { view, date: date ?? within(today, session.startsOn, session.endsOn) };
    // The same object as long as it says the same, as above.
    if (JSON.stringify(page) !== JSON.stringify(this.#shownPage)) this.#shownPage = page;
    return this.#shownPage ?? page;
  }

  #sessionSelect(space: Space, texts: Locale): TemplateResult {
    return html`<div class="session">
      <label for="session">${texts.text('tool.session')}</label>
      <select id="session" class="field" @change=${this.#onSession}>
        ${space.sessions.map(
          ({ id, name }) =>
            html`<option value=${id} .selected=${id === this.workplace?.session.id}>${name}</option>`,
        )}
      </select>
    </div>`;
  }

  #searched: SeanceSearch | undefined;

  /** The same object as long as it says the same, so that the list does not load again for nothing. */
  #searchOf(session: TrainingSession, search: SeanceSearch): SeanceSearch {
    const wanted = { ...search, session: session.id };
    if (JSON.stringify(wanted) !== JSON.stringify(this.#searched)) this.#searched = wanted;
    return this.#searched ?? wanted;
  }

  readonly #hrefOf = (seance: string): string => this.#address.href({ ...this.#address.current, seance });

  #do(command: Command): void {
    switch (command.does) {
      case 'search':
      case 'list':
        return this.#search(command.changes, command.history);
      case 'open':
        return this.show(command.id);
      case 'back':
        return this.show(undefined);
      case 'open-bin':
        return this.#openBin();
      case 'view':
        return this.#address.go({ ...this.#address.current, calendar: command.calendar });
      default:
        return void this.#commands.run(command);
    }
  }

  #openBin(): void {
    const { search } = this.#address.current;
    this.#address.go({
      ...this.#address.current,
      search: { ...search, page: 1 },
      seance: undefined,
      bin: true,
    });
  }

  /** A séance that was opened while a search was still being typed stays open: only a new view closes it. */
  #search(changes: Partial<SeanceSearch>, history: 'push' | 'replace'): void {
    const { search, seance } = this.#address.current;
    this.#address.go(
      {
        ...this.#address.current,
        search: { ...search, ...changes },
        seance: history === 'push' ? undefined : seance,
      },
      history,
    );
  }

  /** Groups and trainers are a session's own: a filter by one of them finds nothing in another session. */
  #onSession(event: Event): void {
    const { state, enrolmentMode, location: place, mine } = this.#address.current.search.filters;
    const kept = Object.entries({ state, enrolmentMode, location: place, mine }).filter(
      ([, value]) => value !== undefined,
    );
    const session = (event.target as HTMLSelectElement).value;
    this.#search({ session, filters: Object.fromEntries(kept), page: 1 }, 'push');
  }

  async #open(): Promise<void> {
    const client = new SeancesClient(this.baseUrl, this.space, this.locale);
    this.#client = client;
    this.failure = undefined;
    try {
      // Side by side: neither needs the other.
      const opening = client.openSpace();
      const texts = await loadLocale(this.locale);
      if (this.#client === client) this.texts = texts;
      const opened = await opening;
      if (this.#client === client) this.opened = opened;
    } catch (error) {
      if (this.#client === client) this.#fail(error);
    }
  }

  readonly #fail = (error: unknown): void => {
    this.failure = RequestFailure.of(error);
  };
}

customElements.define('seance-tool', SeanceTool);

declare global {
  interface HTMLElementTagNameMap {
    'seance-tool': SeanceTool;
  }
}
