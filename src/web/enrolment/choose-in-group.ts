import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { brief } from '../core/brief.js';
import type { Seance } from '../seance/seance.js';
import type { Filters } from '../seance/seance-search.js';
import type { TakenPlace } from './enrolment.js';
import { refusalNow, refusalText } from './enrolment-window.js';
import { GroupChoice } from './group-choice.js';
import { isFull } from './places.js';
import type { Workplace } from '../space/workplace.js';
import { ChooseSeance } from './choose-seance.js';
import consequenceCss from '../core/styles/consequence.css?inline';
import { sheets } from '../core/sheets.js';

/**
 * A learner's choice among the séances of a group, and which one they give up for it when the limit asks for it. What
 * becomes of their place stands by the button, which says it too.
 */
export class ChooseInGroup extends ChooseSeance {
  static override properties = { ...ChooseSeance.properties, givenUpId: { state: true } };
  static override styles: CSSResultGroup = [ChooseSeance.styles, sheets(consequenceCss)];

  /** Empty for none; undefined until the reader said. */
  declare protected givenUpId: string | undefined;
  readonly #choice = new GroupChoice(this);

  constructor(at: Workplace, from: Seance) {
    super(at, from);
    if (!from.myEnrolment) this.chosenId = from.id;
  }

  override firstUpdated(): void {
    super.firstUpdated();
    this.#load();
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

  protected override barOf(seance: Seance): string | undefined {
    if (seance.myEnrolment) return '';
    const refusal = refusalNow(seance);
    if (refusal === null || refusal === 'group-limit') return undefined;
    if (refusal === 'not-a-learner') return this.locale.text(`enrolling.${refusal}`);
    return refusalText(refusal, seance, this.locale, this.at.space.actor.timeZone);
  }

  /** Nobody is asked to choose what they cannot have. */
  protected override body(): TemplateResult {
    if (!this.#choice.isStuck) return super.body();
    const { locale } = this;
    return html`<p>${this.hint()}</p>
      <div class="notice">
        <p>${locale.text('enrolling.group-limit')} ${locale.text('choice.stuck')}</p>
        ${this.#choice.reasons(locale).map((reason) => html`<p>${reason}</p>`)}
      </div>`;
  }

  protected override buttons(): TemplateResult {
    if (this.#choice.isStuck) return this.leaveButton('action.close', true);
    const { chosen } = this;
    return html`<div class="consequence">
        ${chosen && this.#asksWhich ? this.#select() : nothing}
        <p role="status">${chosen ? this.#consequence(chosen) : nothing}</p>
      </div>
      ${this.leaveButton()} ${this.mainButton(this.#label(chosen), { isReady: this.isReady })}`;
  }

  protected override get isReady(): boolean {
    const isDecided = !this.#choice.isFull || this.#replaced !== undefined;
    return super.isReady && this.#choice.isKnown && isDecided;
  }

  protected override get isWhole(): boolean {
    return super.isWhole && this.#choice.isKnown;
  }

  protected override async choose({ id }: Seance): Promise<TakenPlace> {
    const insteadOf = this.#replaced;
    const taken = await this.at.client.enrolments.enrolMyself(id, insteadOf?.id);
    const overlaps = taken.overlaps.filter(({ seanceId }) => seanceId !== insteadOf?.id);
    return { ...taken, overlaps, insteadOf };
  }

  protected override refused(): void {
    super.refused();
    this.#load();
  }

  #load(): void {
    this.#choice.load(this.at.client, this.from);
  }

  #label(chosen: Seance | undefined): string {
    const replaced = this.#replaced;
    if (chosen && isFull(chosen)) return this.locale.text('choice.wait');
    return chosen && replaced
      ? this.locale.text('choice.replace', { name: brief(replaced.name) })
      : this.locale.text('action.ok');
  }

  #consequence(chosen: Seance): string {
    const { locale } = this;
    const replaced = this.#replaced;
    const change = replaced
      ? locale.text('choice.insteadOf', { chosen: brief(chosen.name), name: brief(replaced.name) })
      : '';
    const waiting = locale.text(replaced ? 'choice.fullKeeps' : 'place.fullHint');
    return [change, isFull(chosen) ? waiting : ''].filter(Boolean).join(' ');
  }

  get #asksWhich(): boolean {
    const { changeable, isFull: mustGiveUp } = this.#choice;
    return changeable.length > 1 || (changeable.length === 1 && !mustGiveUp);
  }

  /** What the reader gives up: what they wanted to change, or the only thing that they can, unless they say otherwise. */
  get #replaced(): Seance | undefined {
    const { changeable, isFull: mustGiveUp } = this.#choice;
    const wanted = changeable.find(({ id }) => id === this.from.id);
    const only = mustGiveUp && changeable.length === 1 ? changeable[0] : undefined;
    if (this.givenUpId === undefined) return wanted ?? only;
    return changeable.find(({ id }) => id === this.givenUpId);
  }

  #select(): TemplateResult {
    const { locale } = this;
    const replaced = this.#replaced;
    const none = locale.text(this.#choice.isFull ? 'choice.giveUpWhich' : 'choice.keepAll');
    return html`<label for="instead">${locale.text('choice.giveUp')}</label>
      <select
        id="instead"
        class="field"
        @change=${(event: Event) => (this.givenUpId = (event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${replaced === undefined}>${none}</option>
        ${this.#choice.changeable.map(
          ({ id, name }) => html`<option value=${id} .selected=${id === replaced?.id}>${name}</option>`,
        )}
      </select>`;
  }
}

customElements.define('choose-in-group', ChooseInGroup);
