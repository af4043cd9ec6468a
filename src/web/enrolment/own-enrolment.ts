import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { EnrolmentRefusal, OwnEnrolment } from './enrolment.js';
import type { Seance } from '../seance/seance.js';
import type { Locale } from '../core/locale.js';
import { ask, type Command } from '../core/command.js';
import { isFull } from './places.js';
import { stateBadge } from './state-badge.js';
import controlsCss from '../core/styles/controls.css?inline';
import stateBadgeCss from './state-badge.css?inline';
import ownEnrolmentCss from './own-enrolment.css?inline';
import { sheets } from '../core/sheets.js';

/** Bars that the list need not repeat in each row: its column of modes says as much. */
const plainFromMode: readonly EnrolmentRefusal[] = ['not-public', 'enrolment-automatic'];

/** What a learner has in a séance, and can do about it; empty for who is no learner of the session. */
export class OwnEnrolmentElement extends LitElement {
  static override properties = {
    locale: { attribute: false },
    seance: { attribute: false },
    detailed: { type: Boolean, reflect: true },
  };

  static override styles = sheets(controlsCss, stateBadgeCss, ownEnrolmentCss);

  declare locale: Locale;
  declare seance: Seance;
  /** In sentences, as there is room for on the page of a séance. */
  declare detailed: boolean;

  override render(): TemplateResult | typeof nothing {
    const { myEnrolment, enrolmentRefusal } = this.seance;
    if (enrolmentRefusal === 'not-a-learner') return nothing;
    if (myEnrolment) return this.#place(myEnrolment);
    if (enrolmentRefusal === null || enrolmentRefusal === 'group-limit') return this.#offer(enrolmentRefusal);
    return this.#reason(enrolmentRefusal);
  }

  #place(own: OwnEnrolment): TemplateResult {
    const { locale, seance } = this;
    const { leaveRefusal, group } = seance;
    return html`${stateBadge(own, locale)}
    ${leaveRefusal === null && group ? this.#button('place.change', 'enrol') : nothing}
    ${leaveRefusal === null ? this.#button('place.leave', 'leave') : nothing}
    ${
      leaveRefusal !== null && this.detailed
        ? html`<p class="muted">${locale.text(`leaving.${leaveRefusal}`)}</p>`
        : nothing
    }`;
  }

  #offer(refusal: 'group-limit' | null): TemplateResult {
    const { locale, seance } = this;
    const hint =
      refusal !== null
        ? locale.text('enrolling.group-limit')
        : isFull(seance)
          ? locale.text('place.fullHint')
          : undefined;
    const label = refusal === null && isFull(seance) ? 'place.enrolWaiting' : 'place.enrol';
    return html`${this.#button(label, 'enrol')}
    ${this.detailed && hint ? html`<p class="muted">${hint}</p>` : nothing}`;
  }

  #reason(
    refusal: Exclude<EnrolmentRefusal, 'not-a-learner' | 'group-limit'>,
  ): TemplateResult | typeof nothing {
    const { locale } = this;
    if (this.detailed) return html`<p class="muted">${locale.text(`enrolling.${refusal}`)}</p>`;
    if (plainFromMode.includes(refusal) || this.seance.enrolmentMode !== 'public') return nothing;
    return html`<span class="muted">${locale.text(`enrolling.${refusal}.short`)}</span>`;
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
      ${this.locale.text(label)}
    </button>`;
  }
}

customElements.define('own-enrolment', OwnEnrolmentElement);
