import { html, nothing, type TemplateResult } from 'lit';
import type { Enrolment } from './enrolment.js';
import type { Seance } from '../seance/seance.js';
import type { Filters } from '../seance/seance-search.js';
import { isFull } from './places.js';
import type { Workplace } from '../space/workplace.js';
import { ChooseSeance } from './choose-seance.js';

/** A learner's choice among the séances of a group, and which one they give up for it when the limit asks for it. */
export class ChooseInGroup extends ChooseSeance {
  static override properties = { givenUpId: { state: true } };

  /** Empty for none; undefined until the reader said. */
  declare protected givenUpId: string | undefined;

  constructor(at: Workplace, from: Seance) {
    super(at, from);
    if (!from.myEnrolment) this.chosenId = from.id;
  }

  protected override heading(): string {
    return this.locale.text('choice.title');
  }

  protected override hint(): string {
    const { name = '', limit = 1 } = this.from.group ?? {};
    return this.locale.text('choice.hint', { name, limit });
  }

  protected override filters(): Filters {
    return { group: this.from.group?.id ?? '' };
  }

  protected override barOf({ myEnrolment, enrolmentRefusal }: Seance): string | undefined {
    if (myEnrolment) return '';
    if (enrolmentRefusal === null || enrolmentRefusal === 'group-limit') return undefined;
    return this.locale.text(`enrolling.${enrolmentRefusal}`);
  }

  protected override more(chosen: Seance | undefined): TemplateResult | typeof nothing {
    const { locale } = this;
    if (!chosen) return nothing;
    const insteadOf = this.#insteadOf;
    const replaced = this.#held.find(({ id }) => id === insteadOf);
    return html`${this.#held.length > 1 || (replaced && !this.#mustGiveUp) ? this.#select(insteadOf) : nothing}
      <p role="status">
        ${replaced ? locale.text('choice.insteadOf', { name: replaced.name }) : nothing}
        ${isFull(chosen) ? locale.text(replaced ? 'choice.fullKeeps' : 'place.fullHint') : nothing}
      </p>`;
  }

  protected override choose(chosen: Seance): Promise<Enrolment> {
    return this.at.client.enrolments.enrolMyself(chosen.id, this.#insteadOf);
  }

  /** What the reader has in the group and may give up: a turn in a queue takes no place from the limit. */
  get #held(): readonly Seance[] {
    return this.choices.filter(
      ({ myEnrolment, leaveRefusal }) => myEnrolment?.status === 'enrolled' && leaveRefusal === null,
    );
  }

  get #mustGiveUp(): boolean {
    return this.choices.some(({ enrolmentRefusal }) => enrolmentRefusal === 'group-limit');
  }

  get #insteadOf(): string | undefined {
    const held = this.#held;
    const proposed = held.find(({ id }) => id === this.from.id) ?? (this.#mustGiveUp ? held[0] : undefined);
    return (this.givenUpId ?? proposed?.id) || undefined;
  }

  #select(insteadOf: string | undefined): TemplateResult {
    const { locale } = this;
    return html`<div>
      <label for="instead">${locale.text('choice.giveUp')}</label>
      <select
        id="instead"
        class="field"
        @change=${(event: Event) => (this.givenUpId = (event.target as HTMLSelectElement).value)}
      >
        ${
          this.#mustGiveUp
            ? nothing
            : html`<option value="" .selected=${insteadOf === undefined}>
                ${locale.text('choice.keepAll')}
              </option>`
        }
        ${this.#held.map(
          ({ id, name }) => html`<option value=${id} .selected=${id === insteadOf}>${name}</option>`,
        )}
      </select>
    </div>`;
  }
}

customElements.define('choose-in-group', ChooseInGroup);
