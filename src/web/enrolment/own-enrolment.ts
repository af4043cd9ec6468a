import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { EnrolmentRefusal, OwnEnrolment } from './enrolment.js';
import type { Seance } from '../seance/seance.js';
import type { Workplace } from '../space/workplace.js';
import { leaveRefusalNow, refusalNow, refusalText } from './enrolment-window.js';
import { GroupChoice } from './group-choice.js';
import { ask, type Command } from '../core/command.js';
import { MinuteClock } from '../core/minute-clock.js';
import { isFull } from './places.js';
import { stateBadge } from './state-badge.js';
import controlsCss from '../core/styles/controls.css?inline';
import stateBadgeCss from './state-badge.css?inline';
import ownEnrolmentCss from './own-enrolment.css?inline';
import { sheets } from '../core/sheets.js';

/** Bars that the list need not repeat in each row: its column of modes, or what stands beside the name, says as much. */
const plainFromRow: readonly EnrolmentRefusal[] = ['not-public', 'enrolment-automatic', 'seance-cancelled'];

/** What a learner has in a séance, and can do about it; empty for who is no learner of the session. */
export class OwnEnrolmentElement extends LitElement {
  static override properties = {
    at: { attribute: false },
    seance: { attribute: false },
    detailed: { type: Boolean, reflect: true },
  };

  static override styles = sheets(controlsCss, stateBadgeCss, ownEnrolmentCss);

  declare at: Workplace;
  declare seance: Seance;
  /** In sentences, as there is room for on the page of a séance. */
  declare detailed: boolean;
  readonly #choice = new GroupChoice(this);

  constructor() {
    super();
    new MinuteClock(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { detailed, seance } = this;
    if (!changed.has('seance') || !detailed || seance.enrolmentRefusal !== 'group-limit') return;
    this.#choice.load(this.at.client, seance);
  }

  override render(): TemplateResult | typeof nothing {
    const { myEnrolment } = this.seance;
    const refusal = refusalNow(this.seance);
    if (refusal === 'not-a-learner') return nothing;
    if (myEnrolment) return this.#place(myEnrolment);
    if (refusal === null || refusal === 'group-limit') return this.#offer(refusal);
    return this.#reason(refusal);
  }

  #place(own: OwnEnrolment): TemplateResult {
    const { seance } = this;
    const { locale, space } = this.at;
    const { group } = seance;
    const leaveRefusal = leaveRefusalNow(seance);
    const mayChange = leaveRefusal === null && group && space.settings.enrolmentEnabled;
    return html`${stateBadge(own, locale)} ${mayChange ? this.#button('place.change', 'enrol') : nothing}
    ${leaveRefusal === null ? this.#button('place.leave', 'leave') : nothing}
    ${this.#ofSeries('leave-series')}
    ${
      leaveRefusal !== null && this.detailed
        ? html`<p class="muted">${locale.text(`leaving.${leaveRefusal}`)}</p>`
        : nothing
    }`;
  }

  #offer(refusal: 'group-limit' | null): TemplateResult {
    const hints = this.detailed ? this.#hints(refusal) : [];
    const isStuck = refusal !== null && this.#choice.isStuck;
    const label = refusal === null && isFull(this.seance) ? 'place.enrolWaiting' : 'place.enrol';
    return html`${isStuck ? nothing : this.#button(label, 'enrol')} ${this.#ofSeries('enrol-series')}
    ${hints.map((hint) => html`<p class="muted">${hint}</p>`)}`;
  }

  /** For all dates of a series at once, where there is room for it. */
  #ofSeries(does: 'enrol-series' | 'leave-series'): TemplateResult | typeof nothing {
    const { seance, detailed } = this;
    if (!detailed || seance.seriesId === null) return nothing;
    const label = does === 'enrol-series' ? 'series.enrol' : 'series.leave';
    return html`<button type="button" class="button" @click=${() => ask(this, { does, seance })}>
      ${this.at.locale.text(label)}
    </button>`;
  }

  /** What enrolling means: nobody is promised a change that they cannot make. */
  #hints(refusal: 'group-limit' | null): readonly string[] {
    const { locale } = this.at;
    if (refusal === null) return isFull(this.seance) ? [locale.text('place.fullHint')] : [];
    const made = locale.text('enrolling.group-limit');
    if (!this.#choice.isKnown) return [made];
    if (!this.#choice.isStuck) return [`${made} ${locale.text('choice.mayChange')}`];
    return [`${made} ${locale.text('choice.stuck')}`, ...this.#choice.reasons(locale)];
  }

  #reason(
    refusal: Exclude<EnrolmentRefusal, 'not-a-learner' | 'group-limit'>,
  ): TemplateResult | typeof nothing {
    const { locale, space } = this.at;
    const say = (isShort: boolean) =>
      refusalText(refusal, this.seance, locale, space.actor.timeZone, isShort);
    if (this.detailed) return html`<p class="muted">${say(false)}</p>`;
    if (plainFromRow.includes(refusal) || this.seance.enrolmentMode !== 'public') return nothing;
    return html`<span class="muted">${say(true)}</span>`;
  }

  /** Its title says of which séance it is, where many rows have the same button. */
  #button(
    label: 'place.enrol' | 'place.enrolWaiting' | 'place.leave' | 'place.change',
    does: 'enrol' | 'leave',
  ): TemplateResult {
    const { seance } = this;
    const command: Command = { does, seance };
    const isMain = this.detailed && does === 'enrol' && label !== 'place.change';
    return html`<button
      type="button"
      class=${isMain ? 'button primary' : 'button'}
      title=${seance.name}
      @click=${() => ask(this, command)}
    >
      ${this.at.locale.text(label)}
    </button>`;
  }
}

customElements.define('own-enrolment', OwnEnrolmentElement);
