import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { FormDialog } from '../core/form-dialog.js';
import type { Page, PageSearch } from '../core/page.js';
import { PageLoader } from '../core/page-loader.js';
import { pagerOf } from '../core/pager-of.js';
import { personChoice } from '../core/person-choice.js';
import '../core/search-box.js';
import { incompleteListNote } from '../space/incomplete-list.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import type { Person, Slot } from './attendance.js';
import type { AttendanceSheetClient } from './attendance-sheet-client.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import personChoiceCss from '../core/styles/person-choice.css?inline';
import attendanceSheetAddCss from './attendance-sheet-add.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import { sheets } from '../core/sheets.js';

/** Adds learners of the session who came without a place to the sheet of a half-day that has begun. */
export class AttendanceSheetAdd extends FormDialog<Slot> {
  static override properties = { ...FormDialog.properties, picked: { state: true } };
  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(narrowDialogCss, personChoiceCss, attendanceSheetAddCss),
  ];

  declare protected picked: ReadonlySet<string>;
  readonly #loader = new PageLoader<Person>(this, (search, signal) => this.#learners(search, signal));

  constructor(
    private readonly at: Workplace,
    override readonly locale: AttendanceLocale,
    private readonly client: AttendanceSheetClient,
    private readonly seance: Seance,
    private readonly halfDay: Slot,
  ) {
    super(locale);
    this.picked = new Set();
  }

  override firstUpdated(): void {
    super.firstUpdated();
    this.#loader.reload();
  }

  protected override heading(): string {
    return this.locale.text('presence.addTitle');
  }

  protected override isTouched(): boolean {
    return this.picked.size > 0;
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    const { failure, hear, reload, search } = this.#loader;
    const note = incompleteListNote(this.at);
    return html`<p>${locale.text('presence.addHint')}</p>
      <search-box
        .locale=${locale}
        .q=${search.q}
        .label=${locale.text('picker.search')}
        @tool-command=${hear}
      ></search-box>
      ${note ? html`<p class="notice">${note}</p>` : nothing}
      ${failure ? failureMessage(failure, locale, reload) : nothing} ${this.#people()}
      ${pagerOf(this.#loader, locale)}`;
  }

  protected override buttons(): TemplateResult {
    const count = this.picked.size;
    return html`<span class="muted" role="status">${this.locale.text('picker.picked', { count })}</span>
      ${this.leaveButton()} ${this.mainButton(this.locale.text('presence.add'), { isReady: count > 0 })}`;
  }

  protected override async submit(): Promise<void> {
    if (this.picked.size === 0) return;
    const userIds = [...this.picked];
    await this.form.send(async () =>
      this.finish(await this.client.add(this.seance.id, this.halfDay.id, userIds)),
    );
  }

  /** Everybody of the session is in an automatic séance, also who joined it since the half-day began. */
  async #learners(search: PageSearch, signal: AbortSignal): Promise<Page<Person>> {
    const { enrolments } = this.at.client;
    const { enrolmentMode, id } = this.seance;
    if (enrolmentMode !== 'automatic') return enrolments.candidates(id, search, '', signal);
    const page = await enrolments.list(id, search, '', signal);
    return { ...page, items: page.items.map(({ user }) => user) };
  }

  #people(): TemplateResult | typeof nothing {
    const { locale } = this;
    const { answer: page, failure } = this.#loader;
    if (!page) return failure ? nothing : html`<p class="muted">${locale.text('tool.loading')}</p>`;
    if (page.items.length === 0)
      return html`<p class="notice" role="status">${locale.text('presence.addNone')}</p>`;
    const listed = new Set(this.halfDay.entries.map(({ user }) => user.id));
    return html`<fieldset>
      <legend class="hidden-text">${locale.text('picker.learners')}</legend>
      ${page.items.map((person) =>
        personChoice(
          person,
          this.picked.has(person.id),
          (isPicked) => this.#pick(person, isPicked),
          listed.has(person.id) ? locale.text('presence.addListed') : '',
        ),
      )}
    </fieldset>`;
  }

  #pick({ id }: Person, isPicked: boolean): void {
    const picked = new Set(this.picked);
    if (isPicked) picked.add(id);
    else picked.delete(id);
    this.picked = picked;
  }
}

customElements.define('attendance-sheet-add', AttendanceSheetAdd);
