import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import { nameInText } from '../core/person-name.js';
import type { EarlierMark } from './attendance.js';
import { markText } from './attendance-sheet-values.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { ShownEntry } from './pending-marks.js';
import markDetailsCss from './mark-details.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import { sheets } from '../core/sheets.js';

/** A mark of now or before: what waits in the page was said by nobody yet. */
type SaidMark = Omit<EarlierMark, 'at' | 'source'> & Pick<ShownEntry, 'at' | 'source'>;

/** All that was said of somebody on the sheet: by whom, when and why, the latest first. */
export class MarkDetails extends FormDialog<never> {
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(narrowDialogCss, markDetailsCss)];

  constructor(
    override readonly locale: AttendanceLocale,
    private readonly entry: ShownEntry,
    private readonly timeZone: string,
  ) {
    super(locale);
  }

  protected override heading(): string {
    return nameInText(this.entry.user);
  }

  protected override body(): TemplateResult {
    const { entry, locale } = this;
    const { mark, earlier = [] } = entry;
    return html`${entry.sharedDevice ? html`<p class="notice">${locale.text('presence.sharedDeviceHint')}</p>` : nothing}
    ${entry.clockWrong ? html`<p class="notice">${locale.text('presence.clockWrongHint')}</p>` : nothing}
    ${entry.signed ? html`<p>${locale.text('presence.signedHint')}</p>` : nothing}
    ${
      mark === null
        ? html`<p>${locale.text('presence.noMarkYet')}</p>`
        : html`<ol>
            ${[{ ...entry, mark }, ...earlier].map((said) => this.#said(said))}
          </ol>`
    }`;
  }

  protected override buttons(): TemplateResult {
    return this.leaveButton('action.close', true);
  }

  /** There is nothing to send. */
  protected override submit(): Promise<void> {
    return Promise.resolve();
  }

  #said(said: SaidMark): TemplateResult {
    const { locale } = this;
    const date = said.at === null ? '' : locale.shortDate(said.at, this.timeZone);
    const by =
      said.source === 'self'
        ? locale.text('presence.bySelf', { date })
        : locale.text('presence.by', { date, name: said.by?.name ?? '–' });
    return html`<li>
      <p>
        <strong>${markText(said, locale)}</strong>
        ${said.correction ? html`<span class="cancelled">${locale.text('presence.correction')}</span>` : nothing}
      </p>
      <p class="muted">${by}</p>
      ${said.note ? html`<p>${locale.text('presence.why', { note: said.note })}</p>` : nothing}
    </li>`;
  }
}

customElements.define('mark-details', MarkDetails);
