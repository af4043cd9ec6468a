import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Authorize } from '../core/authorize.js';
import { authorizeProperty } from '../core/authorize-property.js';
import { failureMessage, wholeText } from '../core/failure-message.js';
import type { CommandEvent } from '../core/command.js';
import { Http, type ClientOf } from '../core/http.js';
import { Loader } from '../core/loader.js';
import { loadPart } from '../core/load-part.js';
import { MinuteClock } from '../core/minute-clock.js';
import { NoticeController } from '../core/notice-controller.js';
import { RequestFailure } from '../core/request-failure.js';
import { today } from '../time/days.js';
import type { OwnAttendanceCommand } from '../attendance/commands.js';
import { isTicketKept } from '../attendance/check-in-ticket.js';
import { loadMyLocale, type MyLocale } from './load-my-locale.js';
import { hasSheet, ownRow } from './own-row.js';
import { findOwnSeances, ownParts, type OwnPart, type OwnSeance, type OwnSeances } from './own-seances.js';
import { sections, type Section } from './sections.js';
import themeCss from '../core/styles/theme.css?inline';
import controlsCss from '../core/styles/controls.css?inline';
import noticesCss from '../core/styles/notices.css?inline';
import toolCss from '../core/styles/tool.css?inline';
import stateBadgeCss from '../enrolment/state-badge.css?inline';
import mySeancesCss from './my-seances.css?inline';
import { sheets } from '../core/sheets.js';
import { textAttribute } from '../core/text-attribute.js';
import type { MySeances as MySeancesElement } from '../types/my-seances.js';

/**
 * What the reader teaches, takes part in and waits for, in all their spaces, from today on: for the home page of a host.
 *
 * Attributes: `base-url`, where the host mounted the plugin; `locale`, the reader's language. Look: the properties of
 * `core/styles/theme.css`. Names lead to the pages that the host's `seanceUrl` gives.
 */
export class MySeances extends LitElement implements MySeancesElement {
  static override properties = {
    baseUrl: textAttribute('', 'base-url'),
    locale: textAttribute('fr'),
    authorize: authorizeProperty,
    chosen: { state: true },
  };

  static override styles = sheets(themeCss, controlsCss, noticesCss, toolCss, stateBadgeCss, mySeancesCss);

  declare baseUrl: string;
  declare locale: string;
  /** Says who asks, for pages without a cookie. */
  declare authorize: Authorize | undefined;
  /** Only what the reader is that in; everything when undefined. */
  declare chosen: OwnPart | undefined;
  readonly notices: NoticeController = new NoticeController(this);
  readonly #texts = new Loader<MyLocale>(this);
  readonly #found = new Loader<OwnSeances>(this);
  #retry = (): void => this.refresh();
  /** The day that it was when the séances were asked for. */
  #askedOn = '';

  constructor() {
    super();
    this.baseUrl = '';
    this.locale = 'fr';
    this.chosen = undefined;
    new MinuteClock(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const opened = ['baseUrl', 'locale', 'authorize'] as const;
    if (opened.some((name) => changed.has(name))) this.#open();
    else if (changed.has('chosen')) void this.#load(1);
    const { answer, isLoading } = this.#found;
    const day = answer && today(answer.timeZone);
    if (day === undefined || isLoading || day === this.#askedOn) return;
    this.#askedOn = day;
    this.refresh();
  }

  override render(): TemplateResult {
    const locale = this.#texts.answer;
    const found = this.#found.answer;
    if (!locale)
      return html`<section class="panel">
        <div class="heading"><slot></slot></div>
      </section>`;
    return html`<section class="panel" aria-labelledby="title">
      <div class="heading">
        <h2 id="title">${locale.text('mine.title')}</h2>
        ${found ? this.#chips(found, locale) : nothing}
        <button type="button" class="button quiet" @click=${() => this.#attend({ does: 'my-attendance' })}>
          ${locale.text('hours.mine')}
        </button>
      </div>
      <div
        class="content"
        aria-busy=${this.#found.isLoading}
        @tool-command=${(event: CommandEvent) => this.#attend(event.command as OwnAttendanceCommand)}
      >
        ${this.notices.render(locale)} ${this.#content(found, locale)}
      </div>
    </section>`;
  }

  /** Loads again as many as are shown. */
  refresh(): void {
    void this.#load(this.#found.answer?.pages ?? 1);
  }

  /** Only the parts that there are: a filter that leaves all or nothing helps nobody. */
  #chips({ counts }: OwnSeances, locale: MyLocale): TemplateResult | typeof nothing {
    const parts = ownParts.filter((part) => counts[part] > 0 || part === this.chosen);
    if (parts.length < 2 && this.chosen === undefined) return nothing;
    return html`<div class="chips" role="group" aria-label=${locale.text('mine.filter')}>
      ${[undefined, ...parts].map(
        (part) =>
          html`<button
            type="button"
            class="button"
            aria-pressed=${part === this.chosen}
            @click=${() => (this.chosen = part)}
          >
            ${locale.text(`part.${part ?? 'all'}`)}
          </button>`,
      )}
    </div>`;
  }

  #content(found: OwnSeances | undefined, locale: MyLocale): TemplateResult {
    const { failure, isLoading } = this.#found;
    const problem = failure && !isLoading ? failureMessage(failure, locale, this.#retry) : nothing;
    if (!found)
      return problem === nothing
        ? html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`
        : html`${problem}`;
    const shown = sections(found.items, found.timeZone, locale.firstWeekday);
    const isWhole = found.items.length >= found.total;
    return html`<p class="hidden-text" role="status">${locale.text('mine.count', { count: found.total })}</p>
      ${shown.length === 0 && isWhole ? html`<p class="none">${locale.text('mine.none')}</p>` : nothing}
      ${shown.map((section) => this.#section(section, found.timeZone, locale))} ${problem}
      ${
        isWhole
          ? nothing
          : html`<button type="button" class="button more" @click=${() => this.#more()}>
              ${locale.text('mine.more')}
            </button>`
      }`;
  }

  #section({ name, seances }: Section<OwnSeance>, timeZone: string, locale: MyLocale): TemplateResult {
    const context = {
      ...{ locale, timeZone, clientIn: this.#clientIn },
      leave: (seance: OwnSeance) => this.#leave(seance),
    };
    return html`<section aria-labelledby=${name}>
      <h3 id=${name}>${locale.text(`mine.${name}`)}</h3>
      <ul role="list">
        ${repeat(
          seances,
          ({ id }) => id,
          (seance) => ownRow(seance, context),
        )}
      </ul>
    </section>`;
  }

  #open(): void {
    this.#found.clear();
    const texts = this.#texts.load(() => loadMyLocale(this.locale));
    // Who was there before they signed in comes from the page of the code.
    if (isTicketKept()) void texts.then(() => this.#attend({ does: 'check-in', isWaiting: true }));
    void this.#load(1);
  }

  /** @param known what is there already of as many pages. */
  #load(pages: number, known?: OwnSeances): Promise<boolean> {
    const http = new Http(this.baseUrl, this.locale, this);
    const part = this.chosen;
    this.#retry = () => void this.#load(pages, known);
    return this.#found.load(async (signal) => {
      const found = await findOwnSeances(http, part, pages, signal, known);
      // What holds of the reader is beside what was found, and in nobody's way when it does not come.
      if (found.items.some((seance) => hasSheet(seance)))
        loadPart(() => import('../attendance/my-attendance-mark.js')).catch(() => undefined);
      this.#askedOn = today(found.timeZone);
      return found;
    });
  }

  /** The focus goes to the first that was not there: the button may be gone. */
  async #more(): Promise<void> {
    const { answer } = this.#found;
    if (!answer || this.#found.isLoading) return;
    const before = this.renderRoot.querySelectorAll('li').length;
    if (!(await this.#load(answer.pages + 1, answer))) return;
    await this.updateComplete;
    const first = this.renderRoot.querySelectorAll('li')[before];
    (first?.querySelector('a') ?? first)?.focus();
  }

  readonly #clientIn =
    (spaceId: string): ClientOf =>
    (Part) =>
      new Part(new Http(this.baseUrl, this.locale, this), `/spaces/${encodeURIComponent(spaceId)}`);

  #leave(seance: OwnSeance): void {
    void this.#attempt(async (locale) => {
      const { leaveSeance } = await loadPart(() => import('./leave-seance.js'));
      await leaveSeance(this, { locale, seance });
    });
  }

  #attend(command: OwnAttendanceCommand): void {
    void this.#attempt(async (locale) => {
      const { runAttendance } = await loadPart(() => import('../attendance/run-attendance.js'));
      await runAttendance(this, locale, this.#clientIn(''), command);
    });
  }

  async #attempt(work: (locale: MyLocale) => Promise<void>): Promise<void> {
    const locale = this.#texts.answer;
    if (!locale) return;
    this.notices.clear();
    try {
      await work(locale);
    } catch (error) {
      this.notices.show({ text: wholeText(RequestFailure.of(error), locale), isProblem: true });
    }
  }
}

customElements.define('my-seances', MySeances);
