import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask, type CommandEvent } from '../core/command.js';
import { failureMessage } from '../core/failure-message.js';
import { icon } from '../core/icons.js';
import { Loader } from '../core/loader.js';
import { NoticeController } from '../core/notice-controller.js';
import { seanceTime } from '../seance/seance-time.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { Attendance, Slot } from './attendance.js';
import { AttendanceSheetActs, type Sheet, type SheetHost } from './attendance-sheet-acts.js';
import { AttendanceSheetClient } from './attendance-sheet-client.js';
import { sheetHead } from './attendance-sheet-head.js';
import './attendance-sheet-menu.js';
import { AttendanceSheetPoll } from './attendance-sheet-poll.js';
import { foundEntries, slotOfNow } from './attendance-sheet-values.js';
import { withAttendanceTexts, type AttendanceLocale } from './load-attendance-locale.js';
import { markIcons } from './mark-menu.js';
import { markPostOf, type MarkPost } from './mark-post.js';
import { keyOfMark, markRows } from './mark-rows.js';
import { marks } from './attendance.js';
import { pendingMarksNote } from './pending-marks-note.js';
import { shownEntries, type ShownEntry } from './pending-marks.js';
import { projectorPanel } from './projector-panel.js';
import attendanceSheetCss from './attendance-sheet.css?inline';
import controlsCss from '../core/styles/controls.css?inline';
import noticesCss from '../core/styles/notices.css?inline';
import titleCss from '../core/styles/title.css?inline';
import { sheets } from '../core/sheets.js';

interface Loaded {
  readonly seance: Seance;
  readonly attendance: Attendance;
  readonly locale: AttendanceLocale;
}

/** The sheet of presence of a séance, for those who manage the enrolments. Fires `load` when it has come. */
export class AttendanceSheet extends LitElement implements SheetHost {
  static override properties = {
    at: { attribute: false },
    seanceId: { attribute: false },
    chosen: { state: true },
    q: { state: true },
    kept: { state: true },
  };

  static override styles = sheets(controlsCss, noticesCss, titleCss, attendanceSheetCss);

  declare at: Workplace;
  declare seanceId: string;
  /** Which half-day is shown; at first that of now. */
  declare protected chosen: number | undefined;
  declare protected q: string;
  /** Who had no mark when only those were asked for: nobody goes from under a finger. */
  declare protected kept: ReadonlySet<string> | undefined;
  readonly notices: NoticeController = new NoticeController(this);
  readonly #loader = new Loader<Loaded>(this);
  readonly #acts = new AttendanceSheetActs(this);
  readonly #poll = new AttendanceSheetPoll(this, () => void this.#reload());
  #client: AttendanceSheetClient | undefined;
  #post: MarkPost | undefined;
  #isNew = true;

  constructor() {
    super();
    this.q = '';
  }

  get seance(): Seance | undefined {
    return this.#loader.answer?.seance;
  }

  get sheet(): Sheet | undefined {
    const { answer } = this.#loader;
    const [client, post] = [this.#client, this.#post];
    return answer && client && post && { at: this.at, ...answer, client, post };
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('at') && !changed.has('seanceId')) return;
    if (changed.has('seanceId')) this.#forget();
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(undefined);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  override render(): TemplateResult {
    const { locale } = this.at;
    return html`<div class="content">${this.notices.render(locale)} ${this.#content()}</div>
      <button
        type="button"
        class="button back"
        @click=${() => ask(this, { does: 'open', id: this.seanceId })}
      >
        ${icon('back')}${locale.text('action.back')}
      </button>`;
  }

  /** A reader who has just come here starts at the title. */
  override updated(): void {
    if (!this.#isNew || !this.#loader.answer) return;
    this.#isNew = false;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  put(known: Slot | Attendance): void {
    const { answer } = this.#loader;
    if (!answer) return;
    const attendance = 'slots' in known ? known : withSlot(answer.attendance, known);
    const isOutdated = this.#loader.isLoading;
    this.#loader.put({ ...answer, attendance });
    // What was asked before does not know of it.
    if (isOutdated) void this.#reload();
  }

  #content(): TemplateResult {
    const { at, sheet } = this;
    const { failure } = this.#loader;
    if (failure?.status === 404)
      return html`<p class="notice" role="alert">${at.locale.text('detail.missing')}</p>`;
    if (!sheet && failure) return failureMessage(failure, at.locale, () => void this.#reload());
    if (!sheet) return html`<p class="muted" role="status">${at.locale.text('tool.loading')}</p>`;
    const { attendance, seance, locale } = sheet;
    const { slots } = attendance;
    const slot = slots.find(({ id }) => id === this.chosen) ?? slots[0];
    return html`<div class="title">
        <h2 tabindex="-1">${locale.text('attendance.title')}</h2>
        <p class="muted">
          <bdi>${seance.name}</bdi> · ${seanceTime(seance, locale, at.space.actor.timeZone)}
        </p>
      </div>
      ${failure && failure.kind !== 'offline' ? failureMessage(failure, locale, () => void this.#reload()) : nothing}
      ${slot ? this.#half(sheet, slot) : html`<p class="notice">${locale.text('presence.none')}</p>`}`;
  }

  #half(sheet: Sheet, slot: Slot): TemplateResult {
    const { locale, post } = sheet;
    const entries = shownEntries(slot, post.of(slot.id));
    const found = foundEntries(entries, this.q).filter(({ user }) => this.kept?.has(user.id) ?? true);
    return html`${this.#tools(sheet, slot)} ${this.#state(sheet, slot)}
    ${pendingMarksNote({
      ...{ locale, slot, pending: post.of(slot.id), cutOff: post.isCutOff ? post.count : 0 },
      retry: post.wake,
      correct: (mark) => void this.#acts.correctRefused(slot, mark),
      dismiss: (mark) => post.dismiss(slot.id, mark),
    })}
    ${this.#head(sheet, slot, entries)} ${slot.state === 'open' ? this.#keys(locale) : nothing}
    ${
      found.length > 0
        ? markRows({
            ...{ locale, slot, entries: found, isCutOff: post.isCutOff },
            choose: (entry, choice) => void this.#acts.choose(slot, entry, choice),
          })
        : html`<p class="notice" role="status">
            ${locale.text(entries.length > 0 ? 'presence.nobodyFound' : 'presence.nobody')}
          </p>`
    }`;
  }

  #head({ attendance, locale }: Sheet, slot: Slot, entries: readonly ShownEntry[]): TemplateResult {
    return sheetHead({
      ...{ locale, slots: attendance.slots, slot, entries, q: this.q },
      isUnmarkedOnly: this.kept !== undefined,
      canUndo: this.#acts.canUndo,
      show: ({ id }) => this.#show(id),
      search: this.#onSearch,
      filter: () => (this.kept = this.kept ? undefined : unmarkedOf(entries)),
      undo: () => this.#acts.undo(),
      markAll: () => this.#acts.markAll(slot, entries),
    });
  }

  #tools({ attendance, locale, post }: Sheet, slot: Slot): TemplateResult {
    const acts = this.#acts;
    const hasBegun = post.now() >= Date.parse(slot.startsAt) && slot.state === 'open';
    return html`<div class="buttons">
      ${
        slot.state === 'open'
          ? projectorPanel({
              ...{ locale, slot },
              open: (until) => void acts.openCheckIn(slot, until),
              close: () => void acts.closeCheckIn(slot),
              project: () => void acts.project(slot),
            })
          : nothing
      }
      <attendance-sheet-menu
        .locale=${locale}
        .acts=${{
          add: hasBegun ? () => void acts.add(slot) : undefined,
          changeBreak: attendance.begun ? undefined : () => void acts.changeBreak(),
          paper: (isBlank: boolean) => void acts.paper(isBlank),
        }}
      ></attendance-sheet-menu>
      ${
        slot.state === 'open'
          ? html`<button type="button" class="button primary close" @click=${() => void acts.close(slot)}>
              ${locale.text('presence.close')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** What can be done with the half-day, unless it is everything. */
  #state({ at, locale }: Sheet, { state, opensAt, closed, timeZone }: Slot): TemplateResult | typeof nothing {
    if (state === 'not-open') {
      const date = locale.longDate(opensAt, timeZone);
      return html`<p class="notice">${locale.text('presence.opensAt', { date })}</p>`;
    }
    if (!closed) return nothing;
    const date = locale.shortDate(closed.at, at.space.actor.timeZone);
    const key = closed.signed ? 'presence.signedBy' : 'presence.closedBy';
    return html`<p class="notice">${locale.text(key, { date, name: closed.by.name })}</p>`;
  }

  #keys(locale: AttendanceLocale): TemplateResult {
    return html`<p class="keys muted">
      ${locale.text('presence.keys')}
      ${marks.map((mark) => html`<span><kbd>${keyOfMark(mark, locale)}</kbd> ${icon(markIcons[mark])} ${locale.text(`mark.${mark}`)}</span>`)}
    </p>`;
  }

  #show(id: number): void {
    this.chosen = id;
    this.kept = undefined;
    this.q = '';
  }

  readonly #onSearch = (event: Event): void => {
    const { command } = event as CommandEvent;
    if (command.does !== 'search') return;
    event.stopPropagation();
    this.q = command.changes.q ?? '';
  };

  #forget(): void {
    this.#loader.clear();
    this.#isNew = true;
    this.chosen = undefined;
    this.kept = undefined;
    this.q = '';
  }

  #open(): void {
    const client = this.at.client.with(AttendanceSheetClient);
    const { seanceId } = this;
    this.#client = client;
    this.#listen(
      markPostOf(
        this.at.space.actor.id,
        seanceId,
        (slot, made, keepalive) => client.mark(seanceId, slot, made, keepalive),
        client.clock.now,
      ),
    );
    void this.#reload(true);
  }

  #listen(post: MarkPost | undefined): void {
    this.#post?.removeEventListener('change', this.#onChange);
    this.#post?.removeEventListener('refused', this.#onRefused);
    post?.addEventListener('change', this.#onChange);
    post?.addEventListener('refused', this.#onRefused);
    if (post) post.hear = (slot) => this.put(slot);
    this.#post = post;
  }

  readonly #onChange = (): void => this.requestUpdate();
  readonly #onRefused = (): void => void this.#reload();

  /** @param isNew whether also what else is shown may be out of date. */
  async #reload(isNew = false): Promise<void> {
    const [client, post] = [this.#client, this.#post];
    if (!client || !post) return;
    const { at, seanceId } = this;
    const known = isNew ? undefined : this.#loader.answer;
    const isLoaded = await this.#loader.load(async (signal) => {
      const [attendance, seance, locale] = await Promise.all([
        client.read(seanceId, signal),
        known?.seance ?? at.client.getSeance(seanceId, signal),
        known?.locale ?? withAttendanceTexts(at.locale),
      ]);
      return { attendance, seance, locale };
    });
    if (!isLoaded) return;
    this.chosen ??= slotOfNow(this.#loader.answer?.attendance.slots ?? [], post.now())?.id;
    post.take(this.#loader.answer?.attendance.slots.map(({ id }) => id) ?? []);
    post.wake();
    this.#poll.next();
    if (!known) this.dispatchEvent(new Event('load'));
  }
}

function withSlot(attendance: Attendance, known: Slot): Attendance {
  const slots = attendance.slots.map((slot) => (slot.id === known.id ? known : slot));
  return { ...attendance, slots, begun: attendance.begun || known.entries.some(({ mark }) => mark !== null) };
}

function unmarkedOf(entries: readonly ShownEntry[]): ReadonlySet<string> {
  return new Set(entries.filter(({ mark }) => mark === null).map(({ user }) => user.id));
}

customElements.define('attendance-sheet', AttendanceSheet);
