import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { failureMessage } from '../core/failure-message.js';
import { switchField } from '../core/field.js';
import type { FieldErrors } from '../core/form-controller.js';
import { loadPart } from '../core/load-part.js';
import { Loader } from '../core/loader.js';
import { Stable } from '../core/stable.js';
import type { PlanChangeEvent, RepetitionPlan } from '../repetition/repetition-plan.js';
import {
  followStart,
  initialRepetition,
  isWrong,
  toRepetition,
  type RepetitionField,
  type RepetitionValues,
} from '../repetition/repetition-values.js';
import type { LookAhead, RepetitionInput } from '../repetition/repetition.js';
import type { TrainingSession } from '../space/space.js';
import type { Workplace } from '../space/workplace.js';
import type { RepeatedDraft } from '../wire.gen.js';
import type { FormValues } from './form-values.js';
import { draftOfNew } from './form-warnings.js';

/** What a form of a new séance asks of its repetition. */
interface Asked {
  readonly values: FormValues;
  readonly errors: FieldErrors<RepetitionField>;
  /** Told which of its fields were changed. */
  readonly mend: (names: readonly string[]) => void;
}

/** "Répéter" in the form of a new séance: the box, and under it the rule, which is loaded when it is first wanted. */
export class FormRepetition {
  isWanted = false;
  readonly #part: Loader<unknown>;
  readonly #drafts = new Stable<Omit<RepeatedDraft, 'repetition'>>();
  #values: RepetitionValues | undefined;
  #lookAhead: { readonly at: unknown; readonly ask: LookAhead } | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly at: Workplace,
    private readonly session: TrainingSession,
  ) {
    this.#part = new Loader(host);
  }

  /** Whether the reader has not seen the rule that they want: nobody sends what they have not seen. */
  get isPending(): boolean {
    return this.isWanted && !this.#plan;
  }

  /** What is sent; undefined for a séance on its own. */
  get input(): RepetitionInput | undefined {
    return this.isWanted && this.#values ? toRepetition(this.#values) : undefined;
  }

  render(asked: Asked): TemplateResult {
    return html`${switchField(
      { name: 'repetition', label: this.at.locale.text('form.repetition') },
      { value: this.isWanted, change: (isWanted) => this.#want(isWanted, asked.values) },
    )}
    ${this.isWanted ? this.#rule(asked) : nothing}`;
  }

  /** What is wrong before anything is sent. */
  check(): FieldErrors<RepetitionField> {
    return (this.isWanted ? this.#plan?.check() : undefined) ?? {};
  }

  /** The rule goes with a séance that is moved to another day. */
  follow(before: string, after: string): void {
    this.#values &&= followStart(this.#values, before, after);
  }

  #rule({ values, errors, mend }: Asked): TemplateResult {
    const { locale } = this.at;
    const { failure, isLoading } = this.#part;
    if (failure) return failureMessage(failure, locale, () => this.#load());
    if (isLoading) return html`<p class="muted" role="status">${locale.text('tool.loading')}</p>`;
    const change = ({ changes }: PlanChangeEvent): void => {
      this.#values = { ...(this.#values as RepetitionValues), ...changes };
      mend(Object.keys(changes));
    };
    return html`<repetition-plan
      new
      .at=${this.at}
      .session=${this.session}
      .lookAhead=${this.#lookAheadOf(values)}
      .values=${this.#values}
      .errors=${errors}
      @plan-change=${change}
      ?data-invalid=${isWrong(errors)}
    ></repetition-plan>`;
  }

  get #plan(): RepetitionPlan | null {
    return this.host.renderRoot.querySelector<RepetitionPlan>('repetition-plan');
  }

  #want(isWanted: boolean, { start }: FormValues): void {
    this.isWanted = isWanted;
    this.#values ??= initialRepetition({ start }, this.at.space.settings, this.session);
    if (isWanted) this.#load();
    this.host.requestUpdate();
  }

  #load(): void {
    void this.#part.load(() => loadPart(() => import('../repetition/repetition-plan.js')));
  }

  /** The same function as long as it asks the same. */
  #lookAheadOf(values: FormValues): LookAhead | undefined {
    const draft = draftOfNew(values);
    if (!draft) return undefined;
    const name = values.name.trim();
    const repeated = this.#drafts.of({ ...draft, ...(name !== '' && { name }) });
    if (this.#lookAhead?.at !== repeated) {
      const { client } = this.at;
      const ask: LookAhead = (repetition, signal) =>
        client.previewRepeatedCreation(this.session.id, { ...repeated, repetition }, signal);
      this.#lookAhead = { at: repeated, ask };
    }
    return this.#lookAhead.ask;
  }
}
