import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { Attempt } from '../core/attempt.js';
import { FormDialog } from '../core/form-dialog.js';
import { seanceTime } from '../seance/seance-time.js';
import type { Seance } from '../seance/seance.js';
import type { TrainingSession } from '../space/space.js';
import { sessionOf, type Workplace } from '../space/workplace.js';
import './repetition-plan.js';
import type { PlanChangeEvent, RepetitionPlan } from './repetition-plan.js';
import {
  initialRepetition,
  isWrong,
  repetitionFieldOf,
  toRepetition,
  type RepetitionField,
  type RepetitionValues,
} from './repetition-values.js';
import type { LookAhead, RepetitionResult } from './repetition.js';
import repetitionFormCss from './repetition-form.css?inline';
import { sheets } from '../core/sheets.js';

/** Repeats a séance. Whatever goes wrong, what was typed stays. */
export class RepetitionForm extends FormDialog<RepetitionResult, RepetitionField> {
  static override properties = { values: { state: true } };
  static override styles: CSSResultGroup = [FormDialog.styles, sheets(repetitionFormCss)];

  declare protected values: RepetitionValues;
  readonly #attempt = new Attempt();
  readonly #original: RepetitionValues;
  readonly #session: TrainingSession;

  constructor(
    private readonly at: Workplace,
    private readonly seance: Seance,
  ) {
    super(at.locale);
    this.#session = sessionOf(at, seance.sessionId);
    this.#original = initialRepetition(seance, at.space.settings, this.#session);
    this.values = this.#original;
  }

  /** What the focus begins in is drawn a moment later. */
  override firstUpdated(): void {
    void this.#plan.updateComplete.then(() => {
      super.firstUpdated();
      this.focusFirst();
    });
  }

  protected override heading(): string {
    return this.locale.text('action.repeat');
  }

  protected override body(): TemplateResult {
    const { locale, seance } = this;
    return html`<p>
        <strong>${seance.name}</strong><br />${seanceTime(seance, locale, this.at.space.actor.timeZone)}
      </p>
      ${seance.seriesId === null ? nothing : html`<p class="notice">${locale.text('repetition.extends')}</p>`}
      <repetition-plan
        .at=${this.at}
        .session=${this.#session}
        .lookAhead=${this.#lookAhead}
        .values=${this.values}
        .errors=${this.form.errors}
        @plan-change=${this.#onChange}
        ?data-invalid=${isWrong(this.form.errors)}
      ></repetition-plan>`;
  }

  protected override buttons(): TemplateResult {
    const { isBusy } = this.form;
    return html`${isBusy ? html`<progress aria-hidden="true"></progress>` : nothing}
      <span class="muted" role="status">${isBusy ? this.#progress() : nothing}</span>
      ${this.leaveButton()} ${this.mainButton(this.locale.text('action.ok'))}`;
  }

  protected override isTouched(): boolean {
    return JSON.stringify(this.values) !== JSON.stringify(this.#original);
  }

  override fieldOf(property: string): RepetitionField | undefined {
    return repetitionFieldOf(property);
  }

  protected override focusFirst(): void {
    this.#plan.focus();
  }

  protected override async submit(): Promise<void> {
    if (!this.form.check(this.#plan.check())) return;
    await this.form.send(async () => {
      const input = toRepetition(this.values);
      this.finish(await this.at.client.repeatSeance(this.seance.id, input, this.#attempt));
    });
  }

  get #plan(): RepetitionPlan {
    return this.renderRoot.querySelector('repetition-plan') as RepetitionPlan;
  }

  #progress(): string {
    return this.locale.text('repetition.creating', { count: this.#plan.count });
  }

  readonly #lookAhead: LookAhead = (input, signal) =>
    this.at.client.previewRepetition(this.seance.id, input, signal);

  #onChange({ changes }: PlanChangeEvent): void {
    this.values = { ...this.values, ...changes };
    this.form.mend(...Object.keys(changes));
  }
}

customElements.define('repetition-form', RepetitionForm);
