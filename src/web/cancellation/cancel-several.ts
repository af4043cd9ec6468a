import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { FormDialog } from '../core/form-dialog.js';
import type { RequestFailure } from '../core/request-failure.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import { consequence } from './consequence.js';
import { ReasonField } from './reason-field.js';
import fieldsCss from '../core/styles/fields.css?inline';
import narrowDialogCss from '../core/styles/narrow-dialog.css?inline';
import { sheets } from '../core/sheets.js';

/** Says what becomes of several séances and of those who are in them, asks why, and cancels them: all or none. */
export class CancelSeveral extends FormDialog<readonly Seance[], 'reason'> {
  static override properties = { seances: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(fieldsCss, narrowDialogCss)];

  /** Those that somebody else deletes meanwhile are not cancelled. */
  declare protected seances: readonly Seance[];
  readonly #attempt = new Attempt();
  readonly #reason: ReasonField;

  constructor(
    private readonly at: Workplace,
    seances: readonly Seance[],
  ) {
    super(at.locale);
    this.seances = seances;
    this.#reason = new ReasonField(this, at);
    this.#reason.load();
  }

  override fieldOf(property: string): 'reason' | undefined {
    return property === 'reason' ? property : undefined;
  }

  protected override heading(): string {
    return this.locale.text('cancellation.cancelTitle', { count: this.seances.length });
  }

  protected override isTouched(): boolean {
    return this.#reason.text !== '';
  }

  protected override body(): TemplateResult {
    return html`${consequence('cancel', this.seances, this.locale)}
    ${this.#reason.render(this.form.errors.reason, true, () => this.form.mend('reason'))}`;
  }

  protected override buttons(): TemplateResult {
    const isReady = this.seances.length > 0;
    return html`<span class="muted" role="status">${this.progress()}</span> ${this.leaveButton('action.back')}
      ${isReady ? this.mainButton(this.heading(), { kind: 'danger' }) : nothing}`;
  }

  protected override async submit(): Promise<void> {
    const { seances } = this;
    if (seances.length === 0 || !this.form.check(this.#reason.errors)) return;
    const ids = seances.map(({ id }) => id);
    await this.form.send(async () => {
      await this.at.client.selection.cancel({ ids, reason: this.#reason.text }, this.#attempt);
      this.finish(seances);
    });
    if (this.form.failure?.code === 'not-found') this.#leaveOutGone(this.form.failure, ids);
  }

  /** They are named above the button. */
  #leaveOutGone({ fields }: RequestFailure, ids: readonly string[]): void {
    const gone = new Set(fields.map(({ pointer }) => ids[Number(pointer.split('/')[2])]));
    this.seances = this.seances.filter(({ id }) => !gone.has(id));
  }
}

customElements.define('cancel-several', CancelSeveral);
