import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { RequestFailure } from '../core/request-failure.js';
import { ModalDialog } from '../core/modal-dialog.js';
import { failureText } from '../core/failure-message.js';
import { formStyles } from '../core/styles/form.js';
import type { AdminClient, ImportPreview, ImportResult } from '../administration/admin-client.js';
import type { AdminLocale } from '../administration/load-admin-locale.js';
import { seanceOutlines } from '../administration/seance-outlines.js';

/** As many days as are named before somebody agrees. */
const shownDays = 200;

/** Chooses an iCalendar file, shows what would be closed, and closes it. */
export class CalendarImport extends ModalDialog<ImportResult> {
  static override properties = {
    ...ModalDialog.properties,
    texts: { attribute: false },
    client: { attribute: false },
    preview: { state: true },
    error: { state: true },
    isBusy: { state: true },
  };

  static override styles: CSSResultGroup = [
    ModalDialog.styles,
    formStyles,
    css`
      h3 {
        font-size: 1rem;
      }

      ul {
        margin: 0.25rem 0 0;
        padding-inline-start: 1.5rem;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare texts: AdminLocale;
  declare client: AdminClient;
  declare preview: ImportPreview | undefined;
  declare error: string | undefined;
  declare isBusy: boolean;
  readonly #attempt = new Attempt();
  #calendar = '';

  constructor() {
    super();
    this.isBusy = false;
  }

  protected override heading(): string {
    return this.texts.text('import.title');
  }

  protected override body(): TemplateResult {
    const { texts, error, preview } = this;
    return html`<div class="row">
        <label class="label required" for="file">${texts.text('import.file')}</label>
        <div>
          <input
            id="file"
            class="field"
            type="file"
            accept=".ics,text/calendar"
            autofocus
            required
            @change=${(event: Event) => void this.#read(event.target as HTMLInputElement)}
            aria-invalid=${error !== undefined}
            aria-describedby="file-notes"
          />
          <div class="notes" id="file-notes">
            ${error ? html`<p class="error">${error}</p>` : nothing}
            <p class="muted">${texts.text('import.hint')}</p>
          </div>
        </div>
      </div>
      <div role="status">${preview ? texts.text('import.found', this.#counts(preview)) : nothing}</div>
      ${preview ? this.#content(preview) : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const { texts, preview } = this;
    const count = preview ? this.#counts(preview).added : 0;
    return html`<span class="muted" role="status">${this.isBusy ? texts.text('tool.loading') : nothing}</span>
      <button type="button" class="button" @click=${this.leave}>${texts.text('action.cancel')}</button>
      <button class="button primary" aria-disabled=${this.isBusy || count === 0}>
        ${texts.text('import.run', { count })}
      </button>`;
  }

  protected override mayClose(): boolean {
    return !this.isBusy || this.preview === undefined;
  }

  protected override async submit(): Promise<void> {
    const { preview, texts } = this;
    if (this.isBusy) return;
    if (!preview) {
      this.error ??= texts.text('check.required');
      return this.#focusFile();
    }
    if (this.#counts(preview).added === 0) return;
    await this.#ask(async () =>
      this.finish(await this.client.importClosedDays(this.#calendar, this.#attempt)),
    );
  }

  #counts({ days }: ImportPreview): { readonly added: number; readonly known: number } {
    const known = days.filter(({ isKnown }) => isKnown).length;
    return { added: days.length - known, known };
  }

  #content({ days, skipped, seances }: ImportPreview): TemplateResult {
    const { texts } = this;
    return html`<div>
        <h3>${texts.text('import.days')}</h3>
        <ul>
          ${days.slice(0, shownDays).map((day) => html`<li>${this.#day(day)}</li>`)}
          ${
            days.length > shownDays
              ? html`<li>${texts.text('seances.more', { count: days.length - shownDays })}</li>`
              : nothing
          }
        </ul>
      </div>
      ${skipped.length > 0 ? this.#skipped(skipped) : nothing}
      ${
        seances.total > 0
          ? html`<div>
              <h3>${texts.text('seances.title')}</h3>
              <p>${texts.text('seances.falling', { count: seances.total })}</p>
              ${seanceOutlines(seances, texts)}
            </div>`
          : nothing
      }`;
  }

  #day({ name, startsOn, endsOn, isKnown }: ImportPreview['days'][number]): string {
    const { texts } = this;
    const [from, to] = [texts.day(startsOn), texts.day(endsOn)];
    const period = startsOn === endsOn ? from : texts.text('import.period', { from, to });
    return texts.text(isKnown ? 'import.knownDay' : 'import.day', { name, period });
  }

  #skipped(skipped: ImportPreview['skipped']): TemplateResult {
    const { texts } = this;
    return html`<div>
      <h3>${texts.text('import.skipped')}</h3>
      <ul>
        ${skipped
          .slice(0, shownDays)
          .map(
            ({ name, reason }) =>
              html`<li>${name || texts.text('import.noTitle')} – ${texts.text(`import.${reason}`)}</li>`,
          )}
        ${
          skipped.length > shownDays
            ? html`<li>${texts.text('seances.more', { count: skipped.length - shownDays })}</li>`
            : nothing
        }
      </ul>
    </div>`;
  }

  async #read({ files }: HTMLInputElement): Promise<void> {
    const file = files?.[0];
    this.preview = undefined;
    this.error = undefined;
    if (!file) return;
    await this.#ask(async () => {
      this.#calendar = await textOf(file);
      this.preview = await this.client.previewImport(this.#calendar);
    });
  }

  async #ask(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.error = undefined;
    try {
      await work();
    } catch (error) {
      const failure = RequestFailure.of(error);
      this.error = failure.fields.map(({ message }) => message).join(' ') || failureText(failure, this.texts);
      await this.#focusFile();
    } finally {
      this.isBusy = false;
    }
  }

  async #focusFile(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#file')?.focus();
  }
}

/** Programs of old wrote their files in the code page of Windows: what is no UTF-8 is taken for that. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

customElements.define('calendar-import', CalendarImport);
