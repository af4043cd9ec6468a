import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import { loadPart } from '../core/load-part.js';
import { nameInText } from '../core/person-name.js';
import { RequestFailure } from '../core/request-failure.js';
import { someOf } from '../core/some-of.js';
import type { Slot } from './attendance.js';
import type { AttendanceSheetClient } from './attendance-sheet-client.js';
import { countsOf } from './attendance-sheet-values.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import type { MarkPost } from './mark-post.js';
import { shownEntries } from './pending-marks.js';
import type { SignatureField } from './signature-field.js';
import closeSlotCss from './close-slot.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import { sheets } from '../core/sheets.js';

/** As many names as are read. */
const readable = 6;

/** A half-day that is to be closed. */
export interface ClosingQuestion {
  readonly seanceId: string;
  readonly slot: Slot;
  /** Whether the trainer signs. */
  readonly isSigned: boolean;
}

/** Says who will be absent, and closes the half-day: where people sign, with the trainer's signature, drawn or in words. */
export class CloseSlot extends FormDialog<Slot> {
  static override properties = {
    ...FormDialog.properties,
    signature: { state: true },
    isInWords: { state: true },
  };

  static override styles: CSSResultGroup = [FormDialog.styles, sheets(narrowDialogCss, closeSlotCss)];

  /** Path data; empty for none. */
  declare protected signature: string;
  declare protected isInWords: boolean;

  constructor(
    override readonly locale: AttendanceLocale,
    private readonly client: AttendanceSheetClient,
    private readonly post: MarkPost,
    private readonly question: ClosingQuestion,
  ) {
    super(locale);
    this.signature = '';
    this.isInWords = false;
    if (question.isSigned)
      loadPart(() => import('./signature-field.js')).catch((error: unknown) =>
        this.form.refuse(RequestFailure.of(error)),
      );
  }

  protected override heading(): string {
    return this.locale.text('presence.closeTitle');
  }

  protected override isTouched(): boolean {
    return this.signature !== '';
  }

  protected override body(): TemplateResult {
    const { locale } = this;
    const entries = shownEntries(this.question.slot, this.post.of(this.question.slot.id));
    const { there, people } = countsOf(entries);
    const unmarked = entries.filter(({ mark }) => mark === null).map(({ user }) => nameInText(user));
    return html`<p>${locale.text('presence.count', { there, people })}</p>
      ${
        unmarked.length > 0
          ? html`<div class="notice">
              <p>${locale.text('presence.willBeAbsent', { count: unmarked.length })}</p>
              <ul>
                ${someOf(unmarked, readable, locale).map((name) => html`<li>${name}</li>`)}
              </ul>
            </div>`
          : html`<p>${locale.text('presence.allMarked')}</p>`
      }
      <p class="muted">${locale.text('presence.closeHint')}</p>
      ${this.question.isSigned ? this.#signature() : nothing}`;
  }

  protected override buttons(): TemplateResult {
    const { isSigned } = this.question;
    const isReady = !isSigned || this.isInWords || this.signature !== '';
    return html`<span class="muted" role="status">${this.progress()}</span> ${this.leaveButton()}
      ${this.mainButton(this.locale.text(isSigned ? 'presence.signAndClose' : 'presence.close'), { isReady })}`;
  }

  #signature(): TemplateResult {
    const { locale } = this;
    return html`<signature-field
        ?hidden=${this.isInWords}
        .locale=${locale}
        .value=${this.signature}
        @change=${(event: Event) => (this.signature = (event.target as SignatureField).value)}
      ></signature-field>
      <label class="words">
        <input
          type="checkbox"
          .checked=${this.isInWords}
          @change=${(event: Event) => (this.isInWords = (event.target as HTMLInputElement).checked)}
        />
        <span>${locale.text('presence.signInWords')}</span>
      </label>`;
  }

  protected override async submit(): Promise<void> {
    const { seanceId, slot, isSigned } = this.question;
    if (isSigned && !this.isInWords && this.signature === '') return;
    const drawn = isSigned && !this.isInWords ? this.signature : undefined;
    await this.form.send(async () => {
      if (!(await this.post.flush())) throw this.#cutOff();
      this.finish(await this.client.close(seanceId, slot.id, drawn));
    });
  }

  /** What waits in the page would come too late. */
  #cutOff(): RequestFailure {
    const detail = this.locale.text('presence.closeCutOff', { count: this.post.count });
    return new RequestFailure('offline', { detail });
  }
}

customElements.define('close-slot', CloseSlot);
