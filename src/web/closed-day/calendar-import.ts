import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { AdminClient, ImportPreview, ImportResult } from '../administration/admin-client.js';
import type { AdminDesk } from '../administration/admin-desk.js';
import type { AdminLocale } from '../administration/load-admin-locale.js';
import { seanceOutlines } from '../administration/seance-outlines.js';
import { Attempt } from '../core/attempt.js';
import { failureText } from '../core/failure-message.js';
import { field } from '../core/field.js';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import type { RequestFailure } from '../core/request-failure.js';
import fieldsCss from '../core/styles/fields.css?inline';
import formCss from '../core/styles/form.css?inline';
import calendarImportCss from './calendar-import.css?inline';
import { sheets } from '../core/sheets.js';

/** As many days as are named before somebody agrees. */
const shownDays = 200;

/** What is in a file, and what would become of it. */
interface ReadFile {
  readonly calendar: Blob;
  readonly preview: ImportPreview;
}

/** Chooses an iCalendar file, shows what would be closed, and closes it. */
export class CalendarImport extends FormDialog<ImportResult, 'calendar'> {
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, formCss, calendarImportCss)];

  override readonly locale: AdminLocale;
  readonly #client: AdminClient;
  readonly #attempt = new Attempt();
  readonly #file = new Loader<ReadFile>(this);

  constructor({ locale, client }: AdminDesk) {
    super(locale);
    this.locale = locale;
    this.#client = client;
  }

  protected override heading(): string {
    return this.locale.text('import.title');
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    const { preview } = this.#file.answer ?? {};
    const error = this.form.errors.calendar;
    const row = {
      ...{ name: 'file', label: locale.text('import.file'), isRequired: true, error },
      hints: [locale.text('import.hint')],
    };
    return html`${field(
        row,
        html`<input
          id="file"
          class="field"
          type="file"
          accept=".ics,text/calendar"
          autofocus
          required
          @change=${(event: Event) => void this.#read(event.target as HTMLInputElement)}
          aria-invalid=${error !== undefined}
          aria-describedby="file-notes"
        />`,
      )}
      <div role="status">${preview ? locale.text('import.found', this.#counts(preview)) : nothing}</div>
      ${preview ? this.#content(preview) : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    const count = this.#file.answer ? this.#counts(this.#file.answer.preview).added : 0;
    const isBusy = this.form.isBusy || this.#file.isLoading;
    return html`<span class="muted" role="status">${isBusy ? locale.text('tool.loading') : nothing}</span>
      ${this.leaveButton()} ${this.mainButton(locale.text('import.run', { count }), { isReady: count > 0 })}`;
  }

  protected override async submit(): Promise<void> {
    const { answer } = this.#file;
    if (!answer) {
      this.form.check({ calendar: this.form.errors.calendar ?? this.locale.text('check.required') });
      return;
    }
    if (this.#counts(answer.preview).added === 0) return;
    await this.form.send(async () =>
      this.finish(await this.#client.importClosedDays(answer.calendar, this.#attempt)),
    );
    if (this.form.failure) this.#blame(this.form.failure);
  }

  #counts({ days }: ImportPreview): { readonly added: number; readonly known: number } {
    const known = days.filter(({ isKnown }) => isKnown).length;
    return { added: days.length - known, known };
  }

  #content({ days, skipped, skippedTotal, seances }: ImportPreview): TemplateResult {
    const { locale } = this;
    return html`<div>
        <h3>${locale.text('import.days')}</h3>
        <ul>
          ${days.slice(0, shownDays).map((day) => html`<li>${this.#day(day)}</li>`)}
          ${
            days.length > shownDays
              ? html`<li>${locale.text('seances.more', { count: days.length - shownDays })}</li>`
              : nothing
          }
        </ul>
      </div>
      ${skippedTotal > 0 ? this.#skipped(skipped, skippedTotal) : nothing}
      ${
        seances.total > 0
          ? html`<div>
              <h3>${locale.text('seances.title')}</h3>
              <p>${locale.text('seances.falling', { count: seances.total })}</p>
              ${seanceOutlines(seances, locale)}
            </div>`
          : nothing
      }`;
  }

  #day({ name, startsOn, endsOn, isKnown }: ImportPreview['days'][number]): string {
    const { locale } = this;
    const [from, to] = [locale.day(startsOn), locale.day(endsOn)];
    const period = startsOn === endsOn ? from : locale.text('import.period', { from, to });
    return locale.text(isKnown ? 'import.knownDay' : 'import.day', { name, period });
  }

  #skipped(skipped: ImportPreview['skipped'], total: number): TemplateResult {
    const { locale } = this;
    return html`<div>
      <h3>${locale.text('import.skipped')}</h3>
      <ul>
        ${skipped
          .slice(0, shownDays)
          .map(
            ({ name, reason }) =>
              html`<li>
                <bdi>${name || locale.text('import.noTitle')}</bdi> – ${locale.text(`import.${reason}`)}
              </li>`,
          )}
        ${
          total > shownDays
            ? html`<li>${locale.text('seances.more', { count: total - shownDays })}</li>`
            : nothing
        }
      </ul>
    </div>`;
  }

  async #read({ files }: HTMLInputElement): Promise<void> {
    const file = files?.[0];
    this.#file.clear();
    this.form.reset();
    if (!file) return;
    await this.#file.load(async () => {
      const calendar = new Blob([await file.arrayBuffer()], { type: 'text/calendar' });
      return { calendar, preview: await this.#client.previewImport(calendar) };
    });
    if (this.#file.failure) this.#blame(this.#file.failure);
  }

  /** Whatever is wrong is wrong with the file: there is nothing else to choose. */
  #blame(failure: RequestFailure): void {
    const said = failure.fields.map(({ message }) => message).join(' ');
    this.form.check({ calendar: said || failureText(failure, this.locale) });
  }
}

customElements.define('calendar-import', CalendarImport);
