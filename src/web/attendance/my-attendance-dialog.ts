import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { FormDialog } from '../core/form-dialog.js';
import { Loader } from '../core/loader.js';
import { sheets } from '../core/sheets.js';
import { halfDaysSaid, hoursSaid, markSaid, quarterSaid } from './hours-words.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { MyAttendanceClient } from './my-attendance-client.js';
import type { Hours, MyAttendance, OwnHalfDay, QuarterHours } from './my-attendance.js';
import hoursCss from './hours.css?inline';

const pageSize = 20;

/** "Mes présences": how many hours the reader was there, per quarter, and at which half-days. */
export class MyAttendanceDialog extends FormDialog<never> {
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(hoursCss)];

  readonly #found = new Loader<MyAttendance>(this);

  constructor(
    override readonly locale: AttendanceLocale,
    private readonly client: MyAttendanceClient,
  ) {
    super(locale);
    void this.#load(1);
  }

  protected override heading(): string {
    return this.locale.text('hours.mine');
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    const { answer, failure, isLoading } = this.#found;
    if (failure && !isLoading) return failureMessage(failure, locale, () => void this.#more());
    if (!answer) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    if (answer.total === 0) return html`<p class="notice">${locale.text('hours.none')}</p>`;
    return html`${this.#total(answer)}
      ${answer.quarters.length > 1 ? this.#quarters(answer.quarters) : nothing}
      <ul role="list">
        ${answer.items.map((item) => this.#halfDay(item))}
      </ul>
      ${
        answer.items.length < answer.total
          ? html`<button type="button" class="button" aria-disabled=${isLoading} @click=${this.#more}>
              ${locale.text('hours.more')}
            </button>`
          : nothing
      }`;
  }

  protected override buttons(): TemplateResult {
    return this.leaveButton('action.close');
  }

  /** There is nothing to lose while the server is asked. */
  protected override mayClose(): boolean {
    return true;
  }

  /** Nothing is typed in here. */
  protected override submit(): Promise<void> {
    return Promise.resolve();
  }

  #total(hours: Hours): TemplateResult {
    return html`<p class="total">
      <strong>${hoursSaid(hours.minutes, this.locale)}</strong>
      <span>${halfDaysSaid(hours, this.locale)}</span>
    </p>`;
  }

  #quarters(quarters: readonly QuarterHours[]): TemplateResult {
    return html`<dl>
      ${quarters.map(
        (hours) =>
          html`<div>
            <dt>${quarterSaid(hours.quarter, this.locale)}</dt>
            <dd>${hoursSaid(hours.minutes, this.locale)}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #halfDay(item: OwnHalfDay): TemplateResult {
    const { locale } = this;
    return html`<li tabindex="-1">
      <span class="when">${locale.wallPeriod(item.start, item.end)}</span>
      <strong>${item.seance.name}</strong>
      <span class="muted">${markSaid(item, locale)}</span>
      <span class="hours">${item.mark === null ? nothing : hoursSaid(item.credited, locale)}</span>
    </li>`;
  }

  async #load(page: number): Promise<boolean> {
    const known = this.#found.answer?.items ?? [];
    return this.#found.load(async (signal) => {
      const answer = await this.client.list(page, pageSize, signal);
      return { ...answer, items: page === 1 ? answer.items : [...known, ...answer.items] };
    });
  }

  /** The focus goes to the first that was not there: the button may be gone. */
  readonly #more = async (): Promise<void> => {
    const { answer, isLoading } = this.#found;
    const known = answer?.items.length ?? 0;
    if (isLoading || !(await this.#load(Math.floor(known / pageSize) + 1)) || known === 0) return;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('li')[known]?.focus();
  };
}

customElements.define('my-attendance-dialog', MyAttendanceDialog);
