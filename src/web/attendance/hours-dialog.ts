import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { FormDialog } from '../core/form-dialog.js';
import { icon } from '../core/icons.js';
import { Loader } from '../core/loader.js';
import { detailBeside } from '../core/person-name.js';
import { saveFile } from '../export/save-file.js';
import { sheets } from '../core/sheets.js';
import type { TrainingSession } from '../space/space.js';
import { hoursFormats, type HoursClient, type HoursFormat, type Period } from './hours-client.js';
import { hoursTable, type HoursRow, type HoursTable } from './hours-table.js';
import { hoursSaid, quarterSaid } from './hours-words.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { SessionHours } from './my-attendance.js';
import fieldsCss from '../core/styles/fields.css?inline';
import tableCss from '../core/styles/table.css?inline';
import hoursCss from './hours.css?inline';

/** "Heures": how long each learner of a session was there, per quarter, to look at and to take along. */
export class HoursDialog extends FormDialog<never> {
  static override properties = { q: { state: true }, period: { state: true }, said: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, tableCss, hoursCss)];

  declare protected q: string;
  declare protected period: Period;
  /** What was just saved. */
  declare protected said: string;
  readonly #found = new Loader<SessionHours>(this);

  constructor(
    override readonly locale: AttendanceLocale,
    private readonly client: HoursClient,
    private readonly session: TrainingSession,
  ) {
    super(locale);
    this.q = '';
    this.said = '';
    this.period = { from: '', to: '' };
    this.#load();
  }

  protected override heading(): string {
    return this.locale.text('hours.of', { session: this.session.name });
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    const { answer, failure, isLoading } = this.#found;
    return html`<div class="narrowing">
        ${this.#day('from')} ${this.#day('to')}
        <div>
          <label for="q">${locale.text('hours.search')}</label>
          <input
            id="q"
            class="field"
            type="search"
            .value=${this.q}
            @input=${(event: Event) => (this.q = (event.target as HTMLInputElement).value)}
          />
        </div>
      </div>
      <div aria-busy=${isLoading}>
        ${failure && !isLoading ? failureMessage(failure, locale, () => this.#load()) : nothing}
        ${
          answer
            ? this.#table(hoursTable(answer, this.q))
            : html`<p class="muted" role="status">${isLoading ? locale.text('tool.loading') : nothing}</p>`
        }
      </div>`;
  }

  protected override buttons(): TemplateResult {
    const { locale } = this;
    return html`<span class="muted said" role="status">${this.said}</span> ${this.#formats().map(
        (format) =>
          html`<button
            type="button"
            class="button"
            aria-disabled=${this.form.isBusy}
            @click=${() => void this.#save(format)}
          >
            ${icon('download')}${locale.text(`hours.${format}`)}
          </button>`,
      )}
      ${this.leaveButton('action.close')}`;
  }

  /** There is nothing to lose while the server is asked. */
  protected override mayClose(): boolean {
    return true;
  }

  /** Nothing is sent from here. */
  protected override submit(): Promise<void> {
    return Promise.resolve();
  }

  /** Sheets are those of some days. */
  #formats(): readonly HoursFormat[] {
    const { from, to } = this.period;
    return hoursFormats.filter((format) => format !== 'pdf' || (from !== '' && to !== ''));
  }

  #day(end: keyof Period): TemplateResult {
    const change = (event: Event): void => {
      this.period = { ...this.period, [end]: (event.target as HTMLInputElement).value };
      this.#load();
    };
    return html`<div>
      <label for=${end}>${this.locale.text(`hours.${end}`)}</label>
      <input id=${end} class="field" type="date" .value=${this.period[end]} @change=${change} />
    </div>`;
  }

  #table({ quarters, rows, total }: HoursTable): TemplateResult {
    const { locale } = this;
    if (rows.length === 0)
      return html`<p class="notice" role="status">
        ${locale.text(this.q === '' ? 'hours.nobody' : 'hours.noResult')}
      </p>`;
    const columns = quarters.map((quarter) => quarterSaid(quarter, locale));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.heading()}>
      <table>
        <thead>
          <tr>
            <th scope="col">${locale.text('hours.person')}</th>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            <th scope="col">${locale.text('hours.total')}</th>
            <th scope="col">${locale.text('hours.attended')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.#row(html`${row.user.name}${detailBeside(row.user)}`, row))}
        </tbody>
        <tfoot>
          ${this.#row(html`${locale.text('hours.people', { count: rows.length })}`, total)}
        </tfoot>
      </table>
    </div>`;
  }

  #row(name: TemplateResult, { minutes, whole }: Pick<HoursRow, 'minutes' | 'whole'>): TemplateResult {
    const { locale } = this;
    return html`<tr>
      <th scope="row">${name}</th>
      ${minutes.map((one) => html`<td>${one === null ? '–' : hoursSaid(one, locale)}</td>`)}
      <td><strong>${hoursSaid(whole.minutes, locale)}</strong></td>
      <td>${locale.text('hours.ofHalfDays', { attended: whole.attended, count: whole.halfDays })}</td>
    </tr>`;
  }

  #load(): void {
    void this.#found.load((signal) => this.client.of(this.session.id, this.period, signal));
  }

  async #save(format: HoursFormat): Promise<void> {
    await this.form.send(async () => {
      const file = await saveFile(await this.client.file(this.session.id, this.period, format));
      this.said = this.locale.text('export.done', { file });
    });
  }
}

customElements.define('hours-dialog', HoursDialog);
