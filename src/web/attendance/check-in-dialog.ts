import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { FormDialog } from '../core/form-dialog.js';
import { sheets } from '../core/sheets.js';
import { isOver, type CheckInClient } from './check-in-client.js';
import { typedCode } from './check-in-code.js';
import { codeField, confirmationParts, loadSigning, type Confirmation } from './check-in-confirmation.js';
import type { CheckInSeance, Ticket } from './check-in.js';
import { dropTicket } from './check-in-ticket.js';
import type { AttendanceLocale } from './load-attendance-locale.js';
import fieldsCss from '../core/styles/fields.css?inline';
import formCss from '../core/styles/form.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import checkInCss from './check-in.css?inline';

type Field = 'code' | 'signature';

/** Asks for the code that the trainer shows, unless there is a ticket already, and then for the confirmation. */
export class CheckInDialog extends FormDialog<CheckInSeance, Field> {
  static override properties = {
    code: { state: true },
    signature: { state: true },
    confirmation: { state: true },
  };

  static override styles: CSSResultGroup = [
    FormDialog.styles,
    sheets(fieldsCss, formCss, narrowDialogCss, checkInCss),
  ];

  declare protected code: string;
  declare protected signature: string;
  declare protected confirmation: Confirmation | undefined;

  constructor(
    override readonly locale: AttendanceLocale,
    private readonly client: CheckInClient,
    confirmation?: Confirmation,
  ) {
    super(locale);
    this.code = '';
    this.signature = '';
    this.confirmation = confirmation;
    if (confirmation) loadSigning(confirmation);
  }

  protected override heading(): string {
    return this.locale.text('checkIn.title');
  }

  protected override body(): TemplateResult {
    const { locale, confirmation, signature } = this;
    const { errors } = this.form;
    if (!confirmation)
      return codeField(locale, {
        ...{ value: this.code, error: errors.code },
        change: (code) => {
          this.code = code;
          this.form.mend('code');
        },
      });
    return confirmationParts(confirmation, locale, {
      ...{ signature, error: errors.signature },
      change: (drawn) => {
        this.signature = drawn;
        this.form.mend('signature');
      },
    });
  }

  protected override buttons(): TemplateResult {
    const { locale, confirmation } = this;
    if (!confirmation) return html`${this.leaveButton()} ${this.mainButton(locale.text('checkIn.next'))}`;
    const { signs } = confirmation;
    return html`${this.leaveButton()}
    ${
      signs
        ? html`<button type="button" class="button" @click=${() => void this.#confirm(confirmation, '')}>
            ${locale.text('checkIn.words')}
          </button>`
        : nothing
    }
    ${this.mainButton(locale.text(signs ? 'checkIn.sign' : 'checkIn.confirm'), { isFirst: !signs })}`;
  }

  override fieldOf(property: string): Field | undefined {
    return property === 'code' || property === 'signature' ? property : undefined;
  }

  protected override async submit(): Promise<void> {
    const { confirmation, signature } = this;
    if (!confirmation) return this.#exchange();
    const isUnsigned = confirmation.signs && signature === '';
    const found = isUnsigned ? { signature: this.locale.text('checkIn.unsigned') } : {};
    if (this.form.check(found)) await this.#confirm(confirmation, signature);
  }

  async #exchange(): Promise<void> {
    const code = typedCode(this.code);
    if (!this.form.check(code ? {} : { code: this.locale.text('checkIn.noCode') }) || !code) return;
    await this.form.send(async () => this.#ask(await this.client.exchange(code)));
    if (this.form.failure?.code !== 'code-expired') return;
    this.form.check({ code: this.locale.text('checkIn.wrongCode') });
  }

  async #ask(ticket: Ticket): Promise<void> {
    this.confirmation = { ...ticket, reader: await this.client.reader(ticket) };
    loadSigning(ticket);
    void this.form.focus('.button.primary');
  }

  async #confirm(confirmation: Confirmation, signature: string): Promise<void> {
    await this.form.send(async () => this.finish(await this.client.confirm(confirmation, signature)));
    if (!this.form.failure || !isOver(this.form.failure)) return;
    this.confirmation = undefined;
    await this.updateComplete;
    this.form.check({ code: this.locale.text('checkIn.ticketOver') });
  }

  /** Who does not want to is not asked again. */
  protected override left(): undefined {
    dropTicket();
  }
}

customElements.define('check-in-dialog', CheckInDialog);
